import { expect, test } from 'vitest'
import { CATALOGUES, type Area } from './areas'
import { numerals } from './zh/overview'

/** Words of another language on purpose: the names of languages. */
const FOREIGN = new Set(['中文', 'English', '孵化'])

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : typeof value === 'object' && value !== null ? texts(value as object, `${path}${key}.`) : [],
  )
}

test.each(Object.keys(CATALOGUES.en) as Area[])('English of %s is English, and nothing is empty', async area => {
  for (const [key, text] of texts((await CATALOGUES.en[area]()).default)) {
    // English needs no measure words, which the units are.
    if (!key.endsWith('unit')) expect(text, `${area}.${key}`).not.toBe('')
    if (!FOREIGN.has(text)) expect(text, `${area}.${key}`).not.toMatch(/\p{Script=Han}/u)
  }
})

test.each(Object.keys(CATALOGUES.en) as Area[])('Chinese and English of %s have the same keys', async area => {
  const keys = async (locale: 'zh-CN' | 'en') => texts((await CATALOGUES[locale][area]()).default).map(([key]) => key).sort()
  expect(await keys('en')).toEqual(await keys('zh-CN'))
})

test('counts in headings are written in Chinese numerals', () => {
  expect([0, 7, 10, 12, 20, 101, 110, 112, 146, 173, 1005, 2030].map(numerals)).toEqual(['零', '七', '十', '十二', '二十', '一百零一', '一百一十', '一百一十二', '一百四十六', '一百七十三', '一千零五', '二千零三十'])
})
