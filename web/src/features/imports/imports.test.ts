import { expect, test } from 'vitest'
import { choiceOf, faultsOf, isSheet, running, same, settledAs, shareOf, usesOf, type ImportView } from './model'

const fields = [{ field: 'name', header: '组织名称', required: true }, { field: 'kind', header: '组织类型', required: true }, { field: 'class', header: '类别', required: false }]
const mapping = [{ header: '名称', field: 'name' }, { header: '类型', field: 'kind' }, { header: '备注' }]
const view = (more: Partial<ImportView>): ImportView => ({
  id: 'imp_1', kind: 'organizations', file_name: 'x.xlsx', state: 'checking', done: 0, total: 0, rows: 0, mapping, fields,
  counts: { errors: 0, corrected: 0, new: 0 }, name: '', created_at: '', version: 1, can: {}, ...more,
})

test('a choice of columns is checked before it is sent', () => {
  const choice = choiceOf(mapping)
  expect(choice).toEqual({ 名称: 'name', 类型: 'kind', 备注: '' })
  expect(faultsOf(choice, fields)).toEqual({ missing: [], twice: [] })
  expect(faultsOf({ ...choice, 类型: 'name' }, fields)).toEqual({ missing: ['组织类型'], twice: ['组织名称'] })
  expect([same(choice, { ...choice }), same(choice, { ...choice, 备注: 'class' })]).toEqual([true, false])
})

test('progress is known once the rows are counted', () => {
  expect([shareOf(view({})), shareOf(view({ done: 5, total: 10 })), shareOf(view({ done: 12, total: 10 }))]).toEqual([null, 0.5, 1])
  expect([running(view({})), running(view({ state: 'ready' })), running(undefined)]).toEqual([true, false, false])
})

test('only sheets are taken', () => {
  expect([isSheet('台账.XLSX'), isSheet('a.csv'), isSheet('a.xls'), isSheet('a.pdf')]).toEqual([true, true, false, false])
})

test('what is in the way of an undo is counted and named', () => {
  expect(usesOf({ allocations: 12, persons: 0, files: 2, names: ['萨日朗青少年社工中心'] })).toEqual({
    uses: [{ use: 'allocations', count: 12 }, { use: 'files', count: 2 }], names: ['萨日朗青少年社工中心'],
  })
  expect(usesOf({})).toEqual({ uses: [], names: [] })
})

test('with errors the rows are only what was read; nothing says that they can be written', () => {
  expect((['faulty', 'failed', 'ready', 'committing', 'committed', 'undoing', 'undone'] as const).map(state => settledAs(view({ state })))).toEqual(['read', 'read', 'ready', 'ready', 'committed', 'committed', 'undone'])
})
