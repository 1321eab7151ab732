const zhProblems = {
  period_ahead: { title: '还没到这个时段', detail: '请选已经开始的月、季度或年。' },
  day_too_far: { title: '日期太远', detail: '请填日历上近处的日期。' },
  employee_unknown: { title: '找不到同事', detail: '只能邀请您看得到的在岗同事。' },
  minutes_missing: { title: '还没有纪要', detail: '请先写下会议纪要，再结束会议。' },
  owner_unknown: { title: '不能选这个人', detail: '责任人须是那里有投诉处理权限的在岗同事。' },
  risk_needed: { title: '缺风险点', detail: '预防计划要写明针对哪个风险。' },
  in_past: { title: '日期已过', detail: '请填今天或以后的日期。' },
  law_item_unknown: { title: '没有这一项', detail: '这类投诉的核对表里没有这一项。' },
  not_your_measure: { title: '不是您负责的', detail: '这项措施由别人负责，请找责任人或主管。' },
};

export const reviewProblems = {
  'zh-CN': zhProblems,
  en: {
    period_ahead: {
      title: 'Not begun yet',
      detail: 'Choose a month, quarter or year that has begun.',
    },
    day_too_far: { title: 'Too far away', detail: 'Enter a nearer day.' },
    employee_unknown: {
      title: 'No such colleague',
      detail: 'Only active colleagues whom you see can be invited.',
    },
    minutes_missing: { title: 'No minutes yet', detail: 'Write the minutes before you end it.' },
    owner_unknown: {
      title: 'Cannot be the owner',
      detail: 'Choose an active colleague who handles complaints there.',
    },
    risk_needed: { title: 'No risk named', detail: 'A prevention plan says against which risk.' },
    in_past: { title: 'That day is over', detail: 'Enter today or a later day.' },
    law_item_unknown: {
      title: 'No such item',
      detail: 'The checklist of this kind has no such item.',
    },
    not_your_measure: {
      title: 'Not yours',
      detail: 'Somebody else answers for this measure; ask the owner or a supervisor.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
