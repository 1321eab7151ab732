const zh = {
  quiet_hours: {
    title: '现在不宜打电话',
    detail:
      '不在可致电的时间，{opensAtLocal} 起可以拨打。客户要求此时联系的，请选“客户要求此时联系”。',
  },
  locked_by_colleague: {
    title: '同事正在拨打',
    detail: '这位客户正由同事联系，请先拨打下一位。十分钟内没有记录会自动放开。',
  },
  reason_of_other_result: { title: '结果与原因不符', detail: '所选原因不属于这个通话结果。' },
  main_points_needed: { title: '缺少谈话要点', detail: '请写下客户谈话的要点，一句话也可以。' },
  no_talk: { title: '没有通话', detail: '没有接通的电话不能登记事项、投诉和满意度。' },
  next_try_past: { title: '下次时间已过', detail: '下次拨打的时间要在现在之后。' },
  agent_cannot_call: { title: '不能指派给此人', detail: '此人没有回访权限，请选择客服人员。' },
  latest_before_earliest: { title: '天数颠倒', detail: '最晚的天数不能小于最早的天数。' },
  one_caller: { title: '只能选一种', detail: '请只指定岗位或指定一个人。' },
  condition_not_here: { title: '条件不适用', detail: '这个时机没有这项条件，请去掉它。' },
  rule_always_on: { title: '不能停用', detail: '分组回访由人安排，规则只定天数和方式，不能停用。' },
  rule_changed_meanwhile: {
    title: '规则已被同事更改',
    detail: '您打开之后有人保存了新的一版。请重新打开，看过新内容再改。',
  },
  nothing_to_share: { title: '没有可分配的回访', detail: '这里没有可以分给所选人员的未办回访。' },
  rule_not_own: { title: '本单位没有自己的规则', detail: '这里用的是上级单位的规则或出厂规则。' },
};

export const followUpProblems = {
  'zh-CN': zh,
  en: {
    quiet_hours: {
      title: 'Not the time to call',
      detail:
        'Outside the calling hours; you may call from {opensAtLocal}. If the customer asked for this time, say so and call.',
    },
    locked_by_colleague: {
      title: 'A colleague is calling',
      detail:
        'A colleague is dialling this customer; take the next one. It is free again after ten minutes.',
    },
    reason_of_other_result: {
      title: 'Result and reason differ',
      detail: 'This reason does not belong to this result.',
    },
    main_points_needed: {
      title: 'Main points missing',
      detail: 'Write down what the customer said; one sentence will do.',
    },
    no_talk: {
      title: 'There was no talk',
      detail: 'A call that was not answered brings no matter, complaint or satisfaction.',
    },
    next_try_past: { title: 'In the past', detail: 'The next try must lie ahead.' },
    agent_cannot_call: {
      title: 'Cannot be given to this person',
      detail: 'This person may not make follow-up calls.',
    },
    latest_before_earliest: {
      title: 'Days the wrong way round',
      detail: 'The latest day must not come before the earliest.',
    },
    one_caller: { title: 'One of the two', detail: 'Name a post or one person, not both.' },
    condition_not_here: {
      title: 'Condition does not apply',
      detail: 'This occasion knows no such condition; take it out.',
    },
    rule_always_on: {
      title: 'Cannot be switched off',
      detail: 'Calls for a segment are planned by people; the rule only says when and how.',
    },
    rule_changed_meanwhile: {
      title: 'Changed by a colleague',
      detail: 'Somebody saved a new edition since you opened it. Open it again and look first.',
    },
    nothing_to_share: {
      title: 'Nothing to share',
      detail: 'There are no open calls here that could go to the people chosen.',
    },
    rule_not_own: {
      title: 'No rule of your own',
      detail: 'What holds here is the rule of a unit above, or as shipped.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
