const zh = {
  reference_of_nobody: {
    title: '不是转办的',
    detail: '只有社交平台或 12315 等转来的投诉才有转办编号和期限，请改渠道或清空。',
  },
  owner_unknown: { title: '不能选这个人', detail: '负责人须是在这里工作的在岗同事。' },
  due_past: { title: '期限已过', detail: '请填以后的时间。' },
  tasks_too_many: { title: '任务太多', detail: '一件投诉最多 150 项任务，请先办结再加。' },
  task_ended: { title: '不在进行中', detail: '这项任务已经办结，或还没有开始。' },
  not_a_statement: { title: '不能拒绝', detail: '只有要求说明情况才可以拒绝；任务请办结或取消。' },
  statement_outstanding: {
    title: '先听本人说明',
    detail: '已要求当事人说明情况，还没有答复也没有到期；答复、拒绝或到期后再定责任。',
  },
  solution_person: { title: '须由本人操作', detail: '方案由人起草和审批，接口密钥不能。' },
  solution_agreed: {
    title: '客户已接受',
    detail: '客户已接受上一版方案；要改请先重新打开投诉。',
  },
  solution_nobody: {
    title: '没有人能批',
    detail: '超出权限，也没有别的同事权限够；请降低金额，或让负责人调整补救权限。',
  },
  solution_own: { title: '不能自己批', detail: '方案由您起草，请权限够的另一位同事审批。' },
  solution_above_limit: {
    title: '超出您的权限',
    detail: '方案金额超过您的补救权限，请更高一级审批。',
  },
  cost_above_limit: {
    title: '超出您的权限',
    detail: '费用超过您的补救权限，请用“起草方案”列出各项，由权限够的人批准。',
  },
  solution_not_asked: { title: '不在待批', detail: '这一版方案不在待批状态，请刷新。' },
  solution_not_offered: {
    title: '不能记答复',
    detail: '这一版方案还没有批准，或已有答复、已被替换。',
  },
  solution_not_approved: {
    title: '还不能打印',
    detail: '只有已批准、给客户的方案才有协议；请先审批。',
  },
  evidence_enough: { title: '证据太多', detail: '一件投诉最多归入 100 份证据。' },
  decision_reason_needed: { title: '请写明原因', detail: '不批准要写原因，起草人才知道怎么改。' },
  remedy_role_twice: { title: '角色重复', detail: '同一角色同一种补救只能有一个上限。' },
};

/** What stands against the work on a complaint, and what to do about it. */
export const complaintWorkProblems = {
  'zh-CN': zh,
  en: {
    reference_of_nobody: {
      title: 'Nobody passed it on',
      detail: 'Only a complaint from a platform or an authority has a number and a term of theirs.',
    },
    owner_unknown: {
      title: 'Cannot be chosen',
      detail: 'Choose an active colleague who works here.',
    },
    due_past: { title: 'Already past', detail: 'Enter a time to come.' },
    tasks_too_many: {
      title: 'Too many tasks',
      detail: 'A complaint has at most 150 tasks; end some first.',
    },
    task_ended: { title: 'Not under way', detail: 'The task has ended, or has not begun.' },
    not_a_statement: {
      title: 'Cannot be refused',
      detail: 'Only a statement can be refused; end the task, or drop it.',
    },
    statement_outstanding: {
      title: 'Hear the person first',
      detail:
        'A statement was asked for and is still awaited; decide when it is given, refused, or its time is over.',
    },
    solution_person: {
      title: 'A person is needed',
      detail: 'Solutions are drafted and approved by people, not by a key.',
    },
    solution_agreed: {
      title: 'Agreed already',
      detail: 'The customer accepted the last version; open the complaint again to change it.',
    },
    solution_nobody: {
      title: 'Nobody can approve it',
      detail:
        'It is above your limit and above everybody else’s; offer less, or have the limits changed.',
    },
    solution_own: {
      title: 'Not by yourself',
      detail: 'You drafted it; another colleague with the limit approves it.',
    },
    solution_above_limit: {
      title: 'Above your limit',
      detail: 'It is above your limit; ask the level above.',
    },
    cost_above_limit: {
      title: 'Above your limit',
      detail: 'The cost is above your limit; draft a solution with its remedies, to be approved.',
    },
    solution_not_asked: {
      title: 'Does not wait',
      detail: 'This version does not wait for approval; refresh the page.',
    },
    solution_not_offered: {
      title: 'No answer possible',
      detail: 'This version is not approved yet, or answered or replaced already.',
    },
    solution_not_approved: {
      title: 'Nothing to sign yet',
      detail: 'Only a version that is approved and offered becomes an agreement.',
    },
    evidence_enough: {
      title: 'Too much evidence',
      detail: 'A complaint has at most 100 files as evidence.',
    },
    decision_reason_needed: {
      title: 'Say why',
      detail: 'A refusal needs its reason, so that the drafter knows what to change.',
    },
    remedy_role_twice: {
      title: 'Role twice',
      detail: 'A role has one limit for each kind of remedy.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
