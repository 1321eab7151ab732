const zh = {
  advisor_needed: {
    title: '接车要有顾问',
    detail: '工单要有接车的服务顾问，程序的密钥不能接车，请由顾问本人登录后操作。',
  },
  vehicle_here_already: {
    title: '这辆车已在店里',
    detail: '它还有未结束的工单 {number}，请在那张工单上继续。',
  },
  owner_unknown: { title: '还不知道是谁的车', detail: '请先选定客户，或在车辆档案里登记车主。' },
  earlier_order_needed: { title: '请选原工单', detail: '返修要注明返修的是哪一张工单。' },
  earlier_order_unknown: { title: '原工单不对', detail: '所选的工单不是这辆车的，请重新选择。' },
  promise_past: { title: '约定时间已过', detail: '约定交车时间要晚于现在。' },
  order_closed: { title: '工单已结束', detail: '车辆已离店或工单已取消，不能再改。' },
  line_unknown: { title: '项目不在本单上', detail: '工单可能已被同事改动，请刷新后再试。' },
  package_not_current: {
    title: '套餐不适用',
    detail: '所选套餐在本店今天不适用于这辆车，可能已改价、到期，或其中的价目已停用，请重新选择。',
  },
  package_not_whole: {
    title: '套餐不完整',
    detail: '“{name}”须整套按套餐价报价。只做其中几项的，请按价目逐项报价。',
  },
  price_not_current: {
    title: '价目不适用',
    detail: '所选价目在本店今天不适用于这辆车，可能已改价或停用，请重新选择。',
  },
  inspection_not_now: {
    title: '现在不到这一步',
    detail:
      '进厂检验在接车后、报价前做，出厂检验在班组检验后做；检验发现在交车前的施工阶段报给前台。',
  },
  line_not_approved: {
    title: '客户还没有同意',
    detail: '客户同意的项目才能施工；请前台先征得客户答复。',
  },
  parts_do_not_add_up: {
    title: '材料费对不上',
    detail: '材料费应等于所列配件的合计，请核对数量和单价。',
  },
  total_too_large: {
    title: '金额过大',
    detail: '整张单的合计不能超过 1 亿元，请核对工时费、配件单价和数量。',
  },
  too_many_lines: { title: '项目过多', detail: '一张单最多 {limit} 个项目，请另开一张单。' },
  answer_missing: { title: '还有项目没有答复', detail: '“{description}”还没有记录客户的答复。' },
  answer_time: {
    title: '答复时间不对',
    detail: '答复时间应在接车之后、现在之前，请核对。',
  },
  signature_in_person: {
    title: '只有当面才能签字',
    detail: '电话、短信答复请写明谁、什么时候说的。',
  },
  signature_not_a_picture: { title: '签字不是图片', detail: '请在签字框里重新签字。' },
  signature_used: { title: '这个签字用过了', detail: '每次答复都要重新签字。' },
  nothing_approved: {
    title: '客户一项也没有同意',
    detail: '不维修离店请用“未修离店”，把诊断和报价交给客户。',
  },
  technician_unknown: { title: '没有这位技师', detail: '请从有施工权限的在岗人员中选择。' },
  nothing_to_answer: { title: '没有待答复的增项', detail: '车间没有报增项，或已经答复过了。' },
  additional_item_open: {
    title: '增项还没有答复',
    detail: '车间报的增项要先有客户的答复，才能自检完工。',
  },
  line_outside: {
    title: '有项目在外协',
    detail: '外协的项目取回并验收合格后，才能继续；不做了请先撤回外协。',
  },
  line_done: { title: '项目已经做完', detail: '做完的项目不用再交外协。' },
  jobs_not_done: { title: '项目还没有做完', detail: '请先把每个已同意的项目标为完成，再自检。' },
  reason_needed: { title: '请写明原因', detail: '检验不合格要写明原因，车间才知道返工什么。' },
  guarantee_grade_twice: { title: '同一级别写了两次', detail: '每个作业级别只写一行。' },
  guarantee_below_minimum: {
    title: '质量保证期太短',
    detail: '不得低于 {days} 日或 {km} 公里（{source}）。',
  },
  above_approved: {
    title: '超过客户确认的金额',
    detail: '结算不得超过客户已确认的 {approved} 元；增加费用要先征得客户同意。',
  },
  below_due: {
    title: '少收的超过您的权限',
    detail: '应收 {due} 元，您最多可优惠 {most} 元；再多请先申请优惠，批准后再结算。',
  },
  discount_not_now: {
    title: '现在不能优惠',
    detail: '报价之后、结算之前才能申请或批准优惠。',
  },
  discount_too_large: {
    title: '优惠超过应付金额',
    detail: '客户应付 {base} 元，优惠不能超过它。',
  },
  discount_nobody: {
    title: '没有人能批这么多',
    detail: '店里没有别人的优惠权限够批这个金额，请减少金额，或由负责人设定优惠权限。',
  },
  discount_decided: { title: '已经有结果了', detail: '这个优惠已批准、拒绝或撤回，请刷新。' },
  discount_own: { title: '不能批自己的申请', detail: '超出本人权限的优惠要由另一个人批准。' },
  discount_above_limit: {
    title: '超过您的优惠权限',
    detail: '这一单您最多可批 {most} 元，请交给权限更高的人。',
  },
  discount_person: {
    title: '须由本人办理',
    detail: '优惠要由登录的员工申请和批准，程序不能代办。',
  },
  discount_role_twice: { title: '角色重复', detail: '每个角色只设一行。' },
  payments_do_not_add_up: {
    title: '收款对不上',
    detail: '各种方式合计 {paid} 元，应等于结算金额 {total} 元。',
  },
  certificate_missing: {
    title: '没有合格证',
    detail: '没有竣工出厂合格证的车辆不得交付（机动车维修管理规定第三十二条）。',
  },
};

export const serviceOrderProblems = {
  'zh-CN': zh,
  en: {
    advisor_needed: {
      title: 'An advisor receives',
      detail:
        'An order needs the advisor who received it; a program’s key cannot. Sign in as the advisor.',
    },
    vehicle_here_already: {
      title: 'This vehicle is in the shop already',
      detail: 'Its order {number} is not finished; go on with that one.',
    },
    owner_unknown: {
      title: 'Whose vehicle is it?',
      detail: 'Choose the customer, or put the owner on the vehicle’s file.',
    },
    earlier_order_needed: {
      title: 'Earlier order needed',
      detail: 'A repeat repair names the order that it repeats.',
    },
    earlier_order_unknown: {
      title: 'Not an order of this vehicle',
      detail: 'Choose an earlier order of the same vehicle.',
    },
    promise_past: { title: 'In the past', detail: 'The promised time must lie ahead.' },
    order_closed: {
      title: 'The order is closed',
      detail: 'The vehicle has left or the order was cancelled; nothing can be changed.',
    },
    line_unknown: {
      title: 'Not a line of this order',
      detail: 'A colleague may have changed the order. Reload and try again.',
    },
    package_not_current: {
      title: 'Package not on the list today',
      detail:
        'The package does not hold at this shop today for this vehicle; it may have been changed, have ended, or miss an item. Choose it anew.',
    },
    package_not_whole: {
      title: 'Package not whole',
      detail: '“{name}” is quoted as a whole at its own price. Quote single items from the list.',
    },
    price_not_current: {
      title: 'Not on the list today',
      detail:
        'The item does not hold at this shop today for this vehicle; it may have been changed or taken off. Choose it anew.',
    },
    inspection_not_now: {
      title: 'Not at this step',
      detail:
        'The intake inspection comes after reception, the final one after the team check; findings go to the desk before the car is ready.',
    },
    line_not_approved: {
      title: 'Not agreed to yet',
      detail: 'Only what the customer agreed to is worked on; the front desk asks first.',
    },
    parts_do_not_add_up: {
      title: 'Parts do not add up',
      detail: 'The amount must be the sum of the parts listed; check quantities and prices.',
    },
    total_too_large: {
      title: 'Amount too large',
      detail: 'An order comes to 100 million yuan at most; check labour, prices and quantities.',
    },
    too_many_lines: {
      title: 'Too many items',
      detail: 'An order has {limit} items at most; open another one.',
    },
    answer_missing: {
      title: 'An answer is missing',
      detail: 'The customer’s answer to “{description}” is not on record.',
    },
    answer_time: {
      title: 'That time cannot be',
      detail: 'The answer was given after the car came and before now; please check.',
    },
    signature_in_person: {
      title: 'Signed only in person',
      detail: 'Of a call or a message write down who said it and when.',
    },
    signature_not_a_picture: {
      title: 'Not a picture',
      detail: 'Please sign again in the field.',
    },
    signature_used: {
      title: 'This signature was used',
      detail: 'Every answer is signed anew.',
    },
    nothing_approved: {
      title: 'Nothing was agreed to',
      detail: 'If the customer leaves without a repair, use “Left unrepaired”.',
    },
    technician_unknown: {
      title: 'No such technician',
      detail: 'Choose a person on duty who works on vehicles.',
    },
    nothing_to_answer: {
      title: 'Nothing to answer',
      detail: 'No additional item waits for an answer.',
    },
    additional_item_open: {
      title: 'An additional item is open',
      detail: 'It needs the customer’s answer before the work can be called finished.',
    },
    line_outside: {
      title: 'A job is with another firm',
      detail: 'Take it back and check it first, or call it off.',
    },
    line_done: { title: 'The job is done', detail: 'What is done is not given out.' },
    jobs_not_done: {
      title: 'Jobs are not done',
      detail: 'Mark every agreed job as done before the self-check.',
    },
    reason_needed: {
      title: 'Say why',
      detail: 'A check that is not passed needs its reason, so that the workshop knows what to do.',
    },
    guarantee_grade_twice: { title: 'The same grade twice', detail: 'One line for each grade.' },
    guarantee_below_minimum: {
      title: 'Guarantee too short',
      detail: 'At least {days} days or {km} km ({source}).',
    },
    above_approved: {
      title: 'More than was agreed to',
      detail: 'The customer agreed to {approved} yuan; ask before charging more.',
    },
    below_due: {
      title: 'More is let off than you may',
      detail:
        '¥{due} are due and you may let off ¥{most}; for more, ask for a discount first and settle once it is granted.',
    },
    discount_not_now: {
      title: 'No discount now',
      detail: 'A discount is asked and granted after the quotation and before the settlement.',
    },
    discount_too_large: {
      title: 'More than is due',
      detail: 'The customer owes ¥{base}; a discount cannot be more.',
    },
    discount_nobody: {
      title: 'Nobody may grant as much',
      detail:
        'Nobody else in the shop has a limit that is enough; ask for less, or have the limits set.',
    },
    discount_decided: {
      title: 'Decided already',
      detail: 'This discount was granted, refused or withdrawn; please refresh.',
    },
    discount_own: {
      title: 'Not one’s own request',
      detail: 'What is above one’s own limit is granted by another person.',
    },
    discount_above_limit: {
      title: 'Above your limit',
      detail: 'Of this order you may grant ¥{most}; hand it to somebody with a higher limit.',
    },
    discount_person: {
      title: 'A person is needed',
      detail: 'A discount is asked and granted by employees who are signed in, not by a program.',
    },
    discount_role_twice: { title: 'A role twice', detail: 'One line for each role.' },
    payments_do_not_add_up: {
      title: 'Payments do not add up',
      detail: 'They come to {paid} yuan; the total is {total} yuan.',
    },
    certificate_missing: {
      title: 'No certificate',
      detail: 'Without the release certificate no vehicle is delivered (art. 32).',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
