export default {
  title: '登记备案辅导',
  offer: { title: '登记备案辅导', text: '想登记成社会组织，或者在街道（苏木乡镇）备案？基地帮您列出材料、核查材料，再报送机关。', recorded: '已备案的组织条件成熟了，可以转为登记。基地帮您列出材料、核查材料，再报送机关。' },
  card: {
    title: '登记备案辅导', go: '去办', look: '看一看', past: (n: number) => `以前的登记备案 ${n} 件`,
    asked: (day: string) => `已提出申请，基地在 ${day}（含当日）前受理。`, preparing: (n: number) => `还有 ${n} 份材料要准备。`, complete: '材料都备齐了，请提交基地初审。', reviewing: (day: string) => `基地在初审材料，${day}（含当日）前有结果。`,
    filed: (day: string) => `已报送机关，${day}（含当日）前应有结果。`, supplement: '机关要求补正，请尽快补齐。', supplement_by: (day: string) => `机关要求补正，请在 ${day}（含当日）前补齐。`, granted: '已经准予，请把后续事项办完。', refused: '机关没有准予，请与基地商量下一步。',
  },
  lead: {
    asked: (day: string) => `申请已收到，基地在 ${day}（含当日）前受理，受理以后给出材料清单。`, asked_late: '申请已收到，基地还没有受理，可以打电话问一问。',
    preparing: (n: number) => `请准备下面的材料，还差 ${n} 份。拍照或上传文件，都备齐以后提交基地初审。`, returned: (n: number) => `基地退回了材料，请补好标出的 ${n} 份再提交。`, complete: '材料都备齐了，请提交基地初审。',
    reviewing: (day: string) => `材料已提交，基地在 ${day}（含当日）前初审完。`, reviewing_late: '材料已提交，基地还没有初审完，可以打电话问一问。', filed: (who: string, day: string) => `基地已把材料报送${who}，${day}（含当日）前应有结果。`, filed_late: (who: string) => `材料已报送${who}，还没有结果，基地会去询问。`,
    supplement: '机关要求补正，请补好标出的材料，再提交基地初审。', supplement_by: (day: string) => `机关要求补正，请在 ${day}（含当日）前补好标出的材料，再提交基地初审。`,
    granted: (n: number) => `祝贺，已经准予！后面还有 ${n} 件事要办，办好一件勾一件。`, granted_all: '祝贺，已经准予！后续事项也都办完了。', refused: '机关没有准予，原因在下面。请与基地商量下一步。', closed: '这一件已经办结。', withdrawn: '这一件已经撤回，需要时可以重新申请。', dropped: '基地终止了办理，原因在下面。需要时可以重新申请。',
  },
  bar: { left: (names: string) => `还差：${names}`, comma: '、', complete: '可以提交了' },
}
