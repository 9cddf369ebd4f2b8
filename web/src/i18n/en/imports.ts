import type { Like } from '../areas'
import type zh from '../zh/imports'
import { plural } from '../../lib/i18n.svelte'

const imports: Like<typeof zh> = {
  title: 'Imports',
  intro: 'Bring in a whole ledger: checked first, written then, and undone if it was wrong.',
  new: 'Import a spreadsheet',
  kinds: { organizations: 'Organizations', spaces: 'Rooms and desks', workdays: 'Holidays and working days' },
  kind_text: {
    organizations: 'Names, credit codes, kinds, liaisons, districts …', spaces: 'Buildings, floors, rooms and desks with seats and equipment', workdays: 'The State Council’s holidays and make-up days',
  },
  state: {
    checking: 'Checking', faulty: 'Has errors', ready: 'Ready', committing: 'Writing', committed: 'Written', undoing: 'Undoing', undone: 'Undone', failed: 'Failed',
  },
  list: { file: 'File', kind: 'Content', state: 'State', rows: 'Rows', by: 'By', at: 'At', caption: 'Imports so far' },
  none_title: 'Nothing imported yet', none_text: 'Download a template and fill it in; or upload the ledger you have: its columns are matched by their names.',
  none_action: 'Import the first spreadsheet',
  more: 'More',

  steps: { choose: 'Content', file: 'File', check: 'Check', commit: 'Write' },
  choose: 'What is in the spreadsheet?',
  template: 'Template', template_of: kind => `Download the template for ${kind}`,
  base: 'Into the base',
  drop: 'Drop an .xlsx or .csv file here, or choose one', limit: 'At most 50 MB; save an old .xls as .xlsx first',
  wrong_type: 'Please choose an .xlsx or .csv file', too_large: 'The file is larger than 50 MB',
  uploading: percent => `Uploading ${percent}%`,
  sheet_row: 'Row of the headers', sheet_row_hint: 'Found by itself when left empty',
  start: 'Check',

  progress: (done, total) => (total > 0 ? `${done} of ${plural(total, 'row', 'rows')}` : 'Reading the file'),
  checking_text: 'Every row is being checked. You may leave this page; the check goes on.',
  committing_text: 'Writing. It is done in one piece: all of it, or nothing.',
  problem: 'Reason', same_as: (name, at) => `${name} imported the very same file on ${at}.`, same_open: 'See that import', replace: 'The file is the whole calendar of its years', replace_hint: 'Days that it does not name are put right', base_none: 'The whole city',
  failed_text: 'Not completed, and nothing was changed. Please check the file and upload it again.',
  headline: {
    faulty: errors => `${plural(errors, 'error', 'errors')} to put right`,
    partly: (n, errors) => `${plural(n, 'row is', 'rows are')} usable, once ${plural(errors, 'fault is', 'faults are')} put right`,
    ready: n => `${plural(n, 'row', 'rows')} ready to be written`,
    committed: n => `${plural(n, 'row', 'rows')} written`,
    undone: n => `${plural(n, 'row', 'rows')} undone`,
  },
  counts: { rows: 'Rows', errors: 'Errors', corrected: 'Corrected', new: { read: 'Usable', ready: 'To be written', committed: 'Written', undone: 'Undone' } },
  faulty_text: 'While there are errors nothing is written. Put them right in your file as said below and upload it again; what was corrected needs nothing.',
  upload_again: 'Upload the corrected file',
  file_of: (name, at) => `${name}, uploaded ${at}`,

  tabs: { label: 'Result of the check', faults: 'Faults', mapping: 'Columns' },
  faults: {
    caption: 'Faults', row: 'Row', column: 'Column', raw: 'In the file', advice: 'What to do', value: 'Taken as',
    filter: 'Show', all: 'All', errors: 'Errors', corrected: 'Corrections', also: rows => `see also row ${rows}`,
    none: 'No faults found', none_of: 'None of this sort', export: 'Download the faults', next_error: 'Next error',
    severity: { error: 'Error', corrected: 'Corrected' }, empty: '(empty)', by_column: 'Column', all_columns: 'All columns',
  },
  preview: { title: { read: 'What was read', ready: 'What will be written', committed: 'What was written', undone: 'What was undone' }, row: 'Row', none: 'No rows to preview', day: { off: 'off', work: 'working' } },
  mapping: {
    text: 'On the left the columns of the file, on the right what they mean here. If one is wrong, choose another and check again.', header: 'Column in the file', field: 'Means', ignore: 'Left out', required: 'required',
    apply: 'Check again with these', reset: 'Reset', missing: fields => `Still missing: ${fields}`, twice: field => `“${field}” is chosen twice`, unchanged: 'Nothing changed',
    mapped: (n, total) => `${n} of ${plural(total, 'column', 'columns')} matched`,
  },
  commit: {
    act: 'Write', title: 'Write this spreadsheet', summary: { organizations: n => `Adds ${plural(n, 'organization', 'organizations')}`, spaces: n => `Adds ${plural(n, 'room or desk', 'rooms and desks')}`, workdays: n => `Updates ${plural(n, 'holiday or working day', 'holidays and working days')}` },
    corrected: n => `${plural(n, 'value was', 'values were')} corrected on the way`, reversible: 'Afterwards the whole batch can be undone as long as nothing of it is in use.', submit: 'Write', started: 'Writing',
  },
  undo: {
    act: 'Undo this import', title: 'Undo this import', text: n => `Deletes the ${plural(n, 'row', 'rows')} of this import. What has been changed or used since stops it.`, submit: 'Undo', started: 'Undoing',
    why: 'Cannot be undone: see why', why_title: 'Why it cannot be undone', why_text: 'Something of this import has been used or changed since. It is looked at once more: what is still in use is listed; if nothing is, the import is undone.', why_submit: 'Look again',
    blocked: 'Some of it is in use, so it cannot be undone',
    uses: {
      allocations: n => plural(n, 'allocation', 'allocations'), claims: n => plural(n, 'closure or booking', 'closures or bookings'), applications: n => plural(n, 'application for residency', 'applications for residency'), filings: n => plural(n, 'case of help with a registration', 'cases of help with a registration'), persons: n => plural(n, 'person', 'people'), roles: n => plural(n, 'role of an account', 'roles of accounts'),
      files: n => plural(n, 'file', 'files'), parts: n => plural(n, 'space added later', 'spaces added later'), changed: n => plural(n, 'thing changed since', 'things changed since'),
    },
  },
  remove: { act: 'Delete', title: 'Delete this import', text: 'The file and its check are deleted; existing data is not touched.', submit: 'Delete', done: 'Deleted' },
  open_made: { organizations: 'To the organizations', spaces: 'To the plan', workdays: 'To the calendar' },
  loading: 'Opening',
}
export default imports
