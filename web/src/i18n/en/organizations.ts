import type { Like } from '../areas'
import type zh from '../zh/organizations'
import { plural } from '../../lib/i18n.svelte'

const organizations: Like<typeof zh> = {
  title: 'Organizations',
  headline: n => plural(n, 'organization', 'organizations'),
  create: 'Add an organization',
  export: 'Export',
  import: 'Import from a spreadsheet',
  search: 'Find an organization', search_hint: 'Name, pinyin initials, credit code',
  filters: 'Filters',
  clear: 'Clear filters',
  base: 'Base', all_bases: 'All bases', kind: 'Kind', all_kinds: 'All kinds', class: 'Class', all_classes: 'All classes',
  resident: 'Residence', resident_any: 'Any', resident_yes: 'Resident', resident_no: 'Not resident',
  live: 'Status', live_yes: 'Live', live_no: 'Dissolved', live_any: 'All',
  sort: 'Order', sort_name: 'By name', sort_newest: 'Newest first',
  list: { name: 'Name', kind: 'Kind', class: 'Class', code: 'Credit code or record no.', division: 'Banner, city or district', place: 'Place', liaison: 'Liaison', grade: 'Grade' },
  none_title: 'No organization matches', none_text: 'Try another filter, or add an organization.',
  nothing_title: 'No organizations yet', nothing_text: 'Add them one by one, or import the ledger from a spreadsheet.',
  not_resident: 'not resident',
  dissolved: 'Dissolved', resident_now: 'Resident',
  hidden: 'not shown to you',

  kinds: { association: 'Association', service_institution: 'Service institution', foundation: 'Foundation', recorded: 'Recorded community organization', pre_registration: 'Team before registration' },
  kinds_short: { association: 'Association', service_institution: 'Service inst.', foundation: 'Foundation', recorded: 'Recorded', pre_registration: 'Preparing' },
  classes: { charity: 'Charity', daily_life: 'Daily life', community_affairs: 'Community affairs', culture_sports: 'Culture and sports' },
  checks: { passed: 'Passed', basic: 'Basically passed', failed: 'Failed', absent: 'Not taken' },
  party_forms: { single_branch: 'Own branch', joint_branch: 'Joint branch', functional_branch: 'Functional (temporary) branch', general_branch: 'General branch', committee: 'Committee', instructor: 'Party-building instructor', none: 'None' },
  levels: { national: 'National', province: 'Autonomous region', city: 'City', county: 'Banner, city or district' },
  grades: { '1A': '1A', '2A': '2A', '3A': '3A', '4A': '4A', '5A': '5A' },

  tabs: { label: 'About the organization', overview: 'Overview', particulars: 'Particulars', people: 'People', places: 'Spaces and terms', story: 'Story and support', files: 'Files', history: 'History' },
  group: {
    identity: 'Basics', place: 'Place and base', registration: 'Registration', certificate: 'Certificate', charity: 'Charity and tax', governance: 'Charter and governance', finance: 'Finance',
    party: 'Party organization', credit: 'Credit', service: 'Service', contact: 'Contact', recording: 'Recording', staff: 'People',
  },
  group_edit: name => `Change: ${name}`,
  group_empty: 'Not filled in',
  field: {
    name: 'Name', name_mn: 'Name in Mongolian', kind: 'Kind', class: 'Class', credit_code: 'Unified social credit code', record_number: 'Record number', home_base: 'Base',
    division: 'Banner, city or district', township: 'Sumu, township or street', village: 'Gacha, village or community', founded_on: 'Founded on', grade: 'Evaluation grade', annual_check: 'Last annual check',
    party_form: 'Form of party organization', responsible_name: 'Person in charge', liaison_name: 'Liaison', liaison_phone: 'Liaison’s phone',
    full_time_staff: 'Full-time staff', social_workers: 'Certified social workers', volunteers: 'Volunteers',
    'registration.old_number': 'Old registration number', 'registration.address': 'Address', 'registration.purpose': 'Purpose', 'registration.business_scope': 'Scope of business',
    'registration.activity_area': 'Area of activity', 'registration.legal_representative': 'Legal representative', 'registration.funds': 'Founding capital (yuan)',
    'registration.authority': 'Registration authority', 'registration.authority_level': 'Level of the authority', 'registration.supervising_unit': 'Supervising unit', 'registration.direct_registration': 'Registered directly',
    'certificate.number': 'Certificate number', 'certificate.issued_on': 'Issued on', 'certificate.valid_to': 'Valid to', 'certificate.seal_filed': 'Seal filed', 'certificate.account_filed': 'Bank account filed',
    'charity.recognized': 'Charity', 'charity.recognized_on': 'Recognized on', 'charity.public_fundraising': 'May raise funds publicly', 'charity.tax_exempt': 'Tax exempt', 'charity.tax_deduction': 'Gifts are deductible', 'charity.tax_valid_to': 'Tax status valid to',
    'governance.charter_approved_on': 'Charter approved on', 'governance.council_term_years': 'Term of the council (years)', 'governance.next_election_on': 'Next election', 'governance.supervisors': 'Supervisors',
    'finance.account_name': 'Account name', 'finance.account_number': 'Account number', 'finance.bank': 'Bank', 'finance.accountant': 'Accountant', 'finance.invoice_type': 'Kind of receipt', 'finance.income': 'Income last year (yuan)', 'finance.expense': 'Expense last year (yuan)', 'finance.net_assets': 'Net assets (yuan)',
    'party.superior': 'Superior organization', 'party.secretary': 'Secretary', 'party.members': 'Party members', 'party.set_up_on': 'Set up on',
    'credit.abnormal_list': 'On the list of abnormal activity', 'credit.abnormal_since': 'Since', 'credit.blacklist': 'On the list of serious breaches', 'credit.penalties': 'Penalties', 'credit.annual_checks': 'Annual checks', 'credit.grade_valid_to': 'Grade valid to',
    'service.tags': 'Fields of service', 'service.target_groups': 'Target groups',
    'contact.deputy': 'Deputy liaison', 'contact.deputy_phone': 'Deputy’s phone', 'contact.wechat': 'WeChat', 'contact.email': 'E-mail', 'contact.intro': 'Public introduction',
    'recording.body': 'Recording body', 'recording.recorded_on': 'Recorded on', 'recording.valid_to': 'Valid to', 'recording.guarantor': 'Guiding unit', 'recording.partner': 'Partner organization', 'recording.initiators': 'Initiators',
  },
  hint: {
    credit_code: '18 characters; spaces do not matter', list: 'Separated by commas', money: 'A number, at most two decimals', phone: 'A mobile number of 11 digits, or a landline with area code',
  },
  code: {
    short: n => `${n} more to go`, full: '18 characters', long: n => `${n} too many`,
  },
  yes: 'Yes', no: 'No', unknown: 'Not filled in',
  year: 'Year', result: 'Result', add_year: 'Add a year', remove_year: year => `Remove ${year}`,

  overview: {
    where: 'Where it is now', nowhere: 'It holds no space at present', until: day => `until ${day}`, open_ended: 'open-ended',
    contact: 'Contact', intro: 'Introduction', facts: 'In short', warnings: 'Worth a look',
    no_liaison: 'No liaison: notices cannot be delivered', abnormal: 'On the list of abnormal activity', blacklist: 'On the list of serious breaches',
    certificate_ends: day => `Certificate valid to ${day}`, election_due: day => `Election due ${day}`, tax_ends: day => `Tax status valid to ${day}`,
    recording_ends: day => `Recording valid to ${day}`,
    staff: (full, social, volunteers) => `Full-time ${full}, certified social workers ${social}, volunteers ${volunteers}`, people: n => String(n),
    call: 'Call',
  },
  act: { edit: 'Change', contacts: 'Change contacts', dissolve: 'Dissolve', restore: 'Restore', more: 'More acts', home: 'Home page' },
  create_dialog: {
    title: 'Add an organization', text: 'The basics first; the rest can follow.', submit: 'Add', done: name => `${name} added`,
  },
  edit_dialog: { saved: 'Saved', stale: 'Someone has just changed this organization. The newest is loaded; please look again before saving.' },
  dissolve_dialog: {
    title: name => `Dissolve ${name}`, text: 'It gets no more spaces; its history stays. Spaces it still holds must be given back first.', on: 'Dissolved on', reason: 'Reason', submit: 'Dissolve', done: 'Dissolved',
    restore_title: name => `Restore ${name}`, restore_text: 'For a dissolution that was entered by mistake.', restore: 'Restore', restored: 'Restored',
  },
  people: {
    add: 'Add a person', none: 'No people yet', none_text: 'Record who is in charge, the council, the supervisors and the liaison.', name: 'Name', phone: 'Phone', email: 'E-mail', level: 'Social work certificate', member: 'Party member',
    positions: 'Positions', position: 'Position', from: 'From', to: 'To', add_position: 'Add a position', remove_position: name => `Remove ${name}`, since: day => `since ${day}`,
    edit: name => `Change ${name}`, end: 'End', end_confirm: name => `${name} no longer serves here? The record stays in the history.`, saved: 'Saved', ended: 'Ended',
    levels: { assistant: 'Assistant social worker', intermediate: 'Social worker', senior: 'Senior social worker' }, level_none: 'None',
    list: 'People', acts: 'Acts',
  },
  places: { none: 'It has not held a space yet', none_text: 'Assign one on the plan.', to_plan: 'To the plan', list: 'Spaces and terms' },
  files: {
    add: 'Upload', drop: 'Drop files here, or choose them', limit: 'At most 50 MB each', none: 'No files yet', name: 'Name', size: 'Size', by: 'Added by', at: 'Added',
    remove: name => `Delete ${name}`, remove_confirm: name => `Delete ${name}?`, removed: 'File deleted', uploading: (name, percent) => `Uploading ${name}, ${percent}%`,
    uploaded: name => `${name} uploaded`, failed: name => `${name} was not uploaded`, list: 'Files', cancel: 'Cancel the upload', too_large: 'Larger than 50 MB',
  },
}
export default organizations
