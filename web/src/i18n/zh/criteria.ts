export default {
  /** Those that come with the program. */
  name: {
    registered: '依法登记', annual_check: '年检（年报）合格', governance: '治理机构正常运转', account: '独立账户、账目清楚', staff: '专职人员稳定',
    project: '至少完整做过一个项目', funding: '至少有两个资金来源', party: '党的工作有覆盖', place: '有自己的场地，或已落实去处', grade: '评估等级达到要求',
  },
  title: '条件',
  item: '条件名称',
  hint: '说明',
  hint_eg: '审查时看什么，例如：近两年的年检结论',
  nth: (n: number) => `第 ${n} 项`,
  count: (n: number) => `${n} 项`,
  add: '加一项',
  remove: (name: string) => `去掉${name}`,
  removed: (name: string) => `已去掉${name}`,
  earlier: (name: string) => `${name}往前移`,
  later: (name: string) => `${name}往后移`,
  moved: (name: string, n: number) => `${name}移到第 ${n} 项`,
  about: (hint: string) => `（${hint}）`,
  comma: '、',
}
