const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A count in Chinese numerals, for headings: 146 is 一百四十六. */
export function numerals(n: number): string {
  if (n === 0) return '零'
  if (n >= 10_000) return String(n)
  let out = ''
  let gap = false
  for (const [unit, word] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(n / unit) % 10
    if (digit === 0) {
      gap ||= out !== ''
      continue
    }
    if (gap) out += '零'
    gap = false
    // 十二 and not 一十二, but 一百一十二.
    out += (digit === 1 && unit === 10 && out === '' ? '' : DIGITS[digit]) + word
  }
  return out
}

export default {
  export_bases: '导出基地表',
  city: '全域总览',
  base: '基地总览',
  headline_city: (bases: number, n: number) => `${numerals(bases)}片草场，${numerals(n)}株新苗`,
  headline_base: (n: number) => (n === 0 ? '草场已备好，等第一株新苗' : `草场上有${numerals(n)}株新苗`),
  meadow: '在孵草场',
  meadow_text: '每一株草是一家在孵组织，草高为入驻月数。',
  stages: { s0: '初创期', s1: '成长期', s2: '成熟期', s3: '本年出壳' },
  in_base: (name: string, n: number) => `${name} ${n} 家`,
  residents: '在孵组织',
  residents_unit: '家',
  residents_of: (n: number) => `共登记 ${n} 家组织`,
  occupancy: '工位使用率',
  occupancy_of: (occupied: number, all: number) => `${all} 个可分配，使用中 ${occupied} 个`,
  occupancy_days: '使用率走势',
  occupancy_label: '使用率走势，近 90 天和今后 30 天，用方向键逐日查看',
  occupancy_on: (day: string, occupied: number, all: number, reserved: number) => `${day} · 使用中 ${occupied} / ${all}${reserved ? `，已预定 ${reserved}` : ''}`,
  occupancy_note: '今天以后只计已定的期限；表格列出有变化的日子。',
  ahead: '今后',
  now: '今天',
  day: '日期',
  expiring: '近期到期',
  expiring_unit: '个',
  expiring_text: '30 天内到期的占用',
  expiring_none: '30 天内没有到期的占用',
  organizations: '社会组织',
  organizations_of: (registered: number, recorded: number, forming: number) => `登记 ${registered} 家，备案 ${recorded} 家${forming ? `，筹备 ${forming} 家` : ''}`,
  free: '空闲',
  free_text: (reserved: number, closed: number) => `已预定 ${reserved} 个，停用 ${closed} 个`,
  flow: '在孵规模与进出',
  flow_text: (first: number, last: number) => `近十二个月在孵组织由 ${first} 家到 ${last} 家`,
  moved_in: '入驻',
  moved_out: '退出',
  month: '月份',
  map: '各基地工位使用率',
  map_note: '示意图，非行政区划图',
  map_label: '各基地工位使用率示意图，非行政区划图',
  use: '使用率',
  base_col: '基地',
  todo: '今天要办',
  todo_none: '今天没有要办的事',
  todo_none_text: '到期、交接、缺联络员的组织会出现在这里。',
  todo_first: (day: string) => `最近 ${day}`,
  deal: '去办理',
  show_items: '展开',
  hide_items: '收起',
  kinds: {
    application_overdue: '已超过办理期限的入驻申请',
    application_to_decide: '等市级审定的申请',
    review_overdue: '评审已到期未结束',
    review_returned: '市级退回重评的评审',
    review_ready: '评分表已交齐，可以结束的评审',
    place_to_give: '有名额可以递补',
    notice_to_conclude: '公示期满待办结',
    agreement_to_issue: '等签发入驻协议的申请',
    agreement_overdue: '签约期限已过的协议',
    move_in_due: '已签约，等办理入驻',
    residency_ending: '协议即将到期的入驻',
    residency_over: '协议已到期的入驻',
    exit_to_settle: '等办结的退驻',
    application_waiting: '等基地办理的入驻申请',
    expiring: '工位即将到期',
    to_hand_over: '等待办理交接',
    overdue: '到期未办退出',
    organization_without_liaison: '还没有联络员的组织',
    import_open: '没有完成的导入',
  },
  kinds_text: {
    application_overdue: '期限按工作日计算，请先办',
    application_to_decide: '评审已结束的请审定，有人异议的请核查答复',
    review_returned: '请看退回的原因，请评审专家修改后重新提交',
    review_ready: '结束后由市级审定',
    place_to_give: '候补第 1 位可以递补',
    review_overdue: '请延长评审时间，或催交评分表',
    notice_to_conclude: '公示期已满，没有异议的可以办结',
    agreement_to_issue: '已同意入驻，请选好场地，签发协议',
    agreement_overdue: '请催促签约；不再签约的，记为视为放弃',
    move_in_due: '约好日子，当面清点，办理入驻交接',
    residency_ending: '请问清去留，早作安排',
    residency_over: '请办理到期退驻',
    exit_to_settle: '按退驻清单逐项办理，双方确认后办结',
    application_waiting: '从提交之日起按工作日计时',
    expiring: '确认续期，或办理退出',
    to_hand_over: '约好时间，清点设备并签字',
    overdue: '期限已过，请尽快处理',
    organization_without_liaison: '没有联络员就收不到通知',
    import_open: '核对后提交，或者撤销',
  },
  states: { occupied: '使用中', reserved: '已预定', free: '空闲', closed: '停用' },
  spaces: '工位与空间',
  open_plan: '打开平面图',
  blade: (name: string, months: number) => `${name}，入驻 ${months} 个月`,
  name: '名称',
  months_in: '入驻月数',
  stage: '阶段',
  assumed: '旗市区各基地的资料为演示假设，请核实后修改。',
  empty_city: '还没有基地资料',
  empty_city_text: '导入基地和空间之后，这里会长出一片草场。',
  plain: '孵化',
}
