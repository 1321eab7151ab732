const zh = {
  till_person_needed: {
    title: '须由本人办理',
    detail: '收款和日结须由登录的员工办理，程序不能代办。',
  },
  till_empty: { title: '没有要日结的收款', detail: '上次日结之后还没有收款或付款。' },
  till_moved: {
    title: '刚刚又有收款',
    detail: '合计现在是 {total} 元。页面已刷新，请核对后再日结。',
  },
  till_difference_unexplained: {
    title: '现金对不上',
    detail: '实点与应有相差 {difference} 元，请再点一遍，或写明原因。',
  },
  till_counted_twice: { title: '面额重复', detail: '每种面额只填一次。' },
  till_corrected_already: {
    title: '已经更正过',
    detail: '这次日结已有更正，请更正最后的那一次。',
  },
  credit_not_granted: {
    title: '这位客户不能挂账',
    detail: '还没有给他挂账额度。请改用其他付款方式，或请负责人从“收付”打开他的账户给额度。',
  },
  credit_exceeded: {
    title: '超过挂账额度',
    detail: '额度 {limit} 元，还可挂账 {left} 元。请先收款，或请负责人调整额度。',
  },
  receipt_above_owed: {
    title: '多于欠款',
    detail: '您能看到的欠款一共 {owed} 元。多收的钱请作为下一张工单的定金。',
  },
  receipt_order_not_owed: {
    title: '这张工单没有这么多欠款',
    detail: '请核对工单和金额，同事可能刚收过款。',
  },
  receipt_does_not_add_up: { title: '分摊与收款不符', detail: '各工单的金额加起来要等于收款。' },
  settlement_too_early: {
    title: '还不能打印结算清单',
    detail: '出厂检验通过之后才有结算清单。',
  },
  refund_above_paid: { title: '超过可退金额', detail: '这一笔最多还能退 {most} 元。' },
  refund_not_money: {
    title: '这一笔不能退现',
    detail: '储值、积分、套餐在会员卡上撤回，挂账没有收到钱。',
  },
  refund_decided: { title: '已经处理', detail: '这笔退款同事已付或已驳回，请刷新。' },
  refund_same_person: {
    title: '须由另一人付款',
    detail: '超过限额的退款，申请人不能自己付，请换一位有权限的同事。',
  },
  statement_days: { title: '日期反了', detail: '开始的日期要在结束之前。' },
  statement_too_long: { title: '期间太长', detail: '一张对账单最多 {limit} 行，请按月打印。' },
  deposit_too_late: { title: '已经结算', detail: '定金在结算前收取。欠款请在应收账款里收。' },
  credit_code_invalid: { title: '统一社会信用代码不对', detail: '{hint}' },
  invoice_issued: {
    title: '发票已经开出',
    detail: '要改抬头，请联系门店：先红冲，再重开。',
  },
  invoice_no_order: { title: '这次没有可开票的费用', detail: '工单已取消或未维修离店。' },
  invoice_email_invalid: { title: '邮箱不完整', detail: '例如 name@example.cn；不需要就留空。' },
  invoice_above_settled: { title: '超过结算金额', detail: '最多 {most}。' },
  invoice_number_taken: { title: '这个发票号码已登记', detail: '请核对号码。' },
  invoice_not_settled: { title: '还没有结算', detail: '结算以后才能登记开票。' },
};

export const cashierProblems = {
  'zh-CN': zh,
  en: {
    till_person_needed: {
      title: 'A person does this',
      detail: 'Money is taken and the day closed by people who signed in, not by a program.',
    },
    till_empty: { title: 'Nothing to close', detail: 'Nothing was taken since the last close.' },
    till_moved: {
      title: 'Something was just taken',
      detail: 'The total is {total} now. The page is fresh: check it and close again.',
    },
    till_difference_unexplained: {
      title: 'The cash does not agree',
      detail: 'Counted and expected differ by {difference}; count again, or say why.',
    },
    till_counted_twice: { title: 'Counted twice', detail: 'Enter each note and coin once.' },
    till_corrected_already: {
      title: 'Corrected already',
      detail: 'This close has a correction; correct the last one.',
    },
    credit_not_granted: {
      title: 'This customer has no credit',
      detail: 'Choose another way to pay, or ask the manager to grant credit (Money, then Credit).',
    },
    credit_exceeded: {
      title: 'Above the credit limit',
      detail:
        'The limit is {limit}, {left} of it is free. Take a payment first, or ask to raise it.',
    },
    receipt_above_owed: {
      title: 'More than is owed',
      detail: 'You see {owed} owed. Take what is above it as a deposit on the next order.',
    },
    receipt_order_not_owed: {
      title: 'Not so much is owed on this order',
      detail: 'Check order and amount; a colleague may just have taken a payment.',
    },
    receipt_does_not_add_up: {
      title: 'The parts do not add up',
      detail: 'The amounts by order must add up to the payment.',
    },
    settlement_too_early: {
      title: 'Too early for a settlement list',
      detail: 'It is printed once the car passed the final inspection.',
    },
    refund_above_paid: {
      title: 'More than may go back',
      detail: 'At most {most} of this payment can still go back.',
    },
    refund_not_money: {
      title: 'No money to give back',
      detail: 'Balance, points and packages are taken back on the member’s card.',
    },
    refund_decided: {
      title: 'Decided already',
      detail: 'A colleague paid or declined it; reload.',
    },
    refund_same_person: {
      title: 'Another person pays it',
      detail: 'Above the limit who asked does not pay; ask a colleague who may.',
    },
    statement_days: { title: 'The days are reversed', detail: 'The first day comes first.' },
    statement_too_long: {
      title: 'Too long',
      detail: 'A statement has at most {limit} lines; print it month by month.',
    },
    deposit_too_late: {
      title: 'Settled already',
      detail: 'A deposit is taken before. Take what is owed under receivables.',
    },
    credit_code_invalid: { title: 'The credit code is wrong', detail: '{hintEn}' },
    invoice_issued: {
      title: 'The invoice is issued',
      detail: 'To change the title, ask the shop: it is voided first and issued again.',
    },
    invoice_no_order: {
      title: 'Nothing to be billed',
      detail: 'The order was cancelled or the car left unrepaired.',
    },
    invoice_email_invalid: {
      title: 'The e-mail address is incomplete',
      detail: 'Such as name@example.cn; leave it empty if it is not needed.',
    },
    invoice_above_settled: { title: 'Above what was settled', detail: 'At most {most}.' },
    invoice_number_taken: { title: 'This number is noted already', detail: 'Compare it.' },
    invoice_not_settled: {
      title: 'Not settled yet',
      detail: 'An invoice is noted after the settlement.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
