// House rules of the page that no compiler holds: words only in catalogues, nothing inline that the
// content security policy forbids, no outside host, no API that the oldest supported browser lacks,
// no component that has grown too long.
import { readdirSync, readFileSync } from 'node:fs'

const src = new URL('../src/', import.meta.url)
const MOST_LINES = 260
const faults = []
const rules = [
  [/\p{Script=Han}/u, 'words belong into src/i18n', name => !name.startsWith('i18n/') && !name.endsWith('.test.ts')],
  [/\sstyle="/, 'the policy forbids style attributes: use style: directives', name => name.endsWith('.svelte')],
  [/\{@html/, 'no markup from strings', () => true],
  [/\b(let|const|var)\s+state\b/, 'a variable called state breaks $state()', name => /svelte/.test(name)],
  [/\.(toSorted|toReversed|toSpliced|findLast|findLastIndex)\(|Object\.groupBy|Promise\.withResolvers|structuredClone\(|light-dark\(|@container|:has\(|popover/, 'missing in Chromium 100', () => true],
  [/https?:\/\/(?!127\.0\.0\.1|localhost|www\.w3\.org)/, 'no outside host', name => name !== 'lib/schema.d.ts'],
  [/:\s*any\b|as any\b|@ts-ignore/, 'say the type', name => !/schema\.d\.ts|router\.svelte\.ts/.test(name)],
]
for (const name of readdirSync(src, { recursive: true })) {
  if (!/\.(svelte|ts|css)$/.test(name)) continue
  const lines = readFileSync(new URL(name, src), 'utf8').split('\n')
  if (name.endsWith('.svelte') && lines.length > MOST_LINES) faults.push(`${name}: ${lines.length} lines; split it`)
  lines.forEach((line, i) => {
    // A comment may name a thing in its own script.
    const code = line.replace(/^\s*(\/\/|\*|\/\*|<!--).*$/, '')
    for (const [pattern, why, where] of rules) if (where(name) && pattern.test(code)) faults.push(`${name}:${i + 1}: ${why}`)
  })
}
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'lint: clean' : `lint: ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)
