export default {
  title: '考核自评',
  up: '回到我的组织',
  card: {
    title: '考核', self: (title: string, day: string, left: string) => `请在 ${day}（含当日）前提交“${title}”的自评${left}。`, self_late: (title: string, day: string) => `“${title}”的自评期限 ${day} 已过，请尽快提交。`,
    left: (n: number) => `，还有 ${n} 个工作日`, today: '，今天截止', go: '去自评', see: '看结果', result: (title: string, points: string, grade: string) => `“${title}”的结果：${points} 分，${grade}。`, appeal: (day: string) => `不同意的，可以在 ${day}（含当日）前申诉。`,
    waits: (title: string) => `“${title}”的自评已交，等基地评分。`, appealed: (title: string) => `“${title}”正在申诉，等市级答复。`, look: '看一看', past: (n: number) => `以前的考核 ${n} 次`,
  },
  lead: {
    self: (day: string, left: string) => `请在 ${day}（含当日）前提交自评${left}。`, self_late: (day: string) => `自评的期限 ${day} 已过，请尽快提交。基地可以不等自评继续，自评按 0 分计。`, scoring: '自评已经提交，等基地评分。评定后您会看到结果。', scoring_without: '基地没有等到自评，正在评分。自评按 0 分计。',
    concluded: (points: string, grade: string) => `考核结果：${points} 分，${grade}。`, appeal_until: (day: string) => `不同意的，可以在 ${day}（含当日）前申诉，只能申诉一次。`, appealed: '申诉已提交，等市级答复。', again: '市级要求重新评分，等基地再评定。', cancelled: '这次考核已取消，不用再做什么。',
  },
  returned: (text: string) => `基地退回了自评，请修改后再交：${text}`,
  form: { title: '逐项自评', text: '边填边保存，可以分几次填完。满分以外的，写明情况就好。', files: '佐证材料', files_text: '拍照或者选文件上传，一次可以选几份。', hand_in: '提交自评', confirm: '提交自评？', confirm_text: (total: string) => `自评合计 ${total} 分。提交后不能修改，除非基地退回。`, done: '自评已提交，等基地评分' },
  mine: '我们的自评', details: '各方逐项评分', facts: '这次考核', history: '变更记录',
}
