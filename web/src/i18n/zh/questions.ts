export default {
  /** Those that come with the program. */
  name: {
    activities: '本期开展的主要活动', sessions: '活动场次', beneficiaries: '受益人次', services: '新增服务项目（项）', funds: '获得资金（元）',
    volunteers: '志愿者人数', workdays: '在基地工作天数', difficulties: '存在的困难和需要的帮助', plan: '下期计划',
  },
  title: '要填报的内容',
  item: '问题',
  hint: '说明',
  hint_eg: '例如：以签到表为准',
  kind: '怎么答',
  kinds: { text: '文字', number: '数字（自动汇总）' },
  needed: '必填',
  nth: (n: number) => `第 ${n} 项`,
  add: '加一个问题',
  remove: (name: string) => `去掉${name}`,
  removed: (name: string) => `已去掉${name}`,
  earlier: (name: string) => `${name}往前移`,
  later: (name: string) => `${name}往后移`,
  moved: (name: string, n: number) => `${name}移到第 ${n} 项`,
  about: (hint: string) => `（${hint}）`,
  comma: '、',
}
