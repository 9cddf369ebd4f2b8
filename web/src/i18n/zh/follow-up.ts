export default {
  title: '跟踪服务',
  until: (day: string) => `跟踪到 ${day}`,
  next: {
    late: (day: string) => `应在 ${day}（含当日）前回访，已经逾期。`,
    due: (day: string) => `下一次回访应在 ${day}（含当日）前。`,
    done: '跟踪期的回访已经完成。有新情况的，仍可以登记。',
    own_due: (day: string) => `出壳以后，基地会继续回访，下一次在 ${day}（含当日）前。有需要帮助的，请告诉基地。`,
    own_done: '跟踪期的回访已经完成。',
  },
  contacts: '回访记录',
  none: '还没有回访。',
  note: '登记回访',
  noted: '回访已登记',
  way: { visit: '上门走访', call: '电话', meeting: '面谈', online: '线上' },
  active: { yes: '正常运作', no: '已停止运作' },
  need: '需要的帮助',
  by: (name: string, day: string) => (day ? `${name}，${day} 登记` : name),
  dialog: {
    title: '登记回访', text: '问一问组织出壳以后运作得怎样、还需要什么帮助。登记后不能修改。', on: '回访日期', way: '方式', active: '是否仍在运作', how: '运作情况', how_hint: '例如：人员、项目、场地、资金', need: '需要的帮助', need_hint: '没有就留空', submit: '登记回访',
    needed: '请写明。', choose: '请选择一项。', day: '请填写日期。',
  },
}
