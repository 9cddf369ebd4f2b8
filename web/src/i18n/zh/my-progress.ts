export default {
  title: '定期报告',
  card: {
    title: '定期报告', go: '去填报', mend: '去补正', look: '看一看', past: (n: number) => `以前的报告 ${n} 份`,
    open: (name: string, day: string, left: string) => `请在 ${day}（含当日）前提交${name}的报告${left}。`, open_late: (name: string, day: string) => `${name}的报告期限 ${day} 已过，请尽快提交。`,
    returned: (name: string, day: string, left: string) => `${name}的报告被退回，请在 ${day}（含当日）前补正再交${left}。`, returned_late: (name: string, day: string) => `${name}的报告补正期限 ${day} 已过，请尽快再交。`,
    correcting: (name: string, day: string, left: string) => `基地请您更正${name}的报告，请在 ${day}（含当日）前再交${left}。`, correcting_late: (name: string, day: string) => `${name}的报告更正期限 ${day} 已过，请尽快再交。`,
    submitted: (name: string) => `${name}的报告已提交，等基地审核。`, left: (n: number) => `，还有 ${n} 个工作日`, today: '，今天截止',
  },
  lead: {
    open: (day: string, left: string) => `请在 ${day}（含当日）前提交${left}。边填边保存，可以分几次填完。`, open_late: (day: string) => `期限 ${day} 已过，请尽快提交。迟交的会记录迟交天数。`,
    returned: (day: string, left: string) => `基地退回了报告，请按下面的要求补正，在 ${day}（含当日）前再交${left}。`, returned_late: (day: string) => `补正的期限 ${day} 已过，请尽快改好再交。`,
    correcting: (day: string, left: string) => `基地请您更正这份报告，请在 ${day}（含当日）前改好再交${left}。`, correcting_late: (day: string) => `更正的期限 ${day} 已过，请尽快改好再交。`,
    submitted: '报告已提交，等基地审核。', accepted: '报告已通过，不用再做什么。', waived: '这一期基地同意免报，不用再填。',
  },
  mine: '我们的报告', earlier: '以前通过的版本', history: '变更记录',
}
