const zhProblems = {
  repeat_job_unknown: { title: '原工单没有这个项目', detail: '请从原工单做过的项目里选。' },
  repeat_not_free: {
    title: '返修项目要免费',
    detail: '质量保证期内的返修不收客户的钱：至少一个项目的付款方选“内部”。',
  },
  repeat_settled: { title: '已经结算', detail: '这张工单已收过款，请先退款或向主管说明。' },
  repeat_evidence_needed: { title: '缺依据', detail: '请写明凭什么说不是维修的原因。' },
  repeat_proof_late: {
    title: '举证期已过',
    detail: '三日内（到 {until}）没有证明另有原因，这次返修免费。可以记录本店的原因。',
  },
};

export const repeatProblems = {
  'zh-CN': zhProblems,
  en: {
    repeat_job_unknown: {
      title: 'Not a job of the earlier order',
      detail: 'Choose one of the jobs that were done then.',
    },
    repeat_not_free: {
      title: 'A repeat repair is free of charge',
      detail: 'Within the guarantee the customer does not pay: let at least one line be internal.',
    },
    repeat_settled: {
      title: 'Settled already',
      detail: 'Money was taken for this order: refund it first, or ask the manager.',
    },
    repeat_evidence_needed: {
      title: 'No evidence',
      detail: 'Say how it is known that the repair is not the cause.',
    },
    repeat_proof_late: {
      title: 'Too late to prove another cause',
      detail:
        'The three days ended at {until}: it stays free of charge. Causes of the house can be recorded.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
