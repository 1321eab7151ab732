const zhProblems = {
  part_order_unknown: {
    title: '没有这张工单',
    detail: '扫到的不是本店的工单号、钥匙标签或在店车辆的车牌。请先扫工单。',
  },
  part_not_on_order: {
    title: '配件不符，不发',
    detail: '工单上没有扫到的配件。单上是：{expected}',
  },
  part_all_issued: { title: '已经发完', detail: '{part} 单上共 {approved}，已全部发出。' },
  part_too_many: { title: '超过可发数量', detail: '{part} 只能再动 {left}。' },
  part_old_needed: { title: '先收旧件', detail: '{part} 以坏换新：收到旧件才发新件。' },
  part_tag_twice: { title: '旧件标签用过了', detail: '这个标签已挂在另一件旧件上，请换一张。' },
  part_not_out: { title: '没有可退的', detail: '{part} 没有发出，或已经退完。' },
  part_waived: { title: '已经说明', detail: '这个配件已写明不领料的原因。' },
  part_not_yours: { title: '不是发给您的', detail: '只有领料的技师可以确认或提出疑问。' },
  part_confirmed: { title: '已经确认收到', detail: '要退回请到配件柜台扫码退料。' },
  part_not_asked: { title: '没有待答复的疑问', detail: '技师没有提问，或已经答复。' },
  part_employee_unknown: { title: '没有这位同事', detail: '请从本店同事里选。' },
  part_charge_reversed: { title: '已经冲销', detail: '一笔赔偿只冲销一次。' },
  part_barcode_taken: {
    title: '条码已对应别的配件',
    detail: '这个条码已对应 {number}，先解除再绑定。',
  },
  parts_not_issued: {
    title: '还有配件没有领料',
    detail: '{count} 项已同意的配件没有领料：{parts}。请领料，或由有权的人写明原因。',
  },
};

export const partProblems = {
  'zh-CN': zhProblems,
  en: {
    part_order_unknown: {
      title: 'No such order',
      detail:
        'What was scanned is no order number, key tag or plate of a car that is here. Scan the order first.',
    },
    part_not_on_order: {
      title: 'Not on the order: not issued',
      detail: 'What was scanned is not on the order. On it: {expected}',
    },
    part_all_issued: {
      title: 'All of it is out',
      detail: '{part}: {approved} on the order, all issued.',
    },
    part_too_many: { title: 'More than there may be', detail: '{part}: at most {left} now.' },
    part_old_needed: {
      title: 'The old part first',
      detail: '{part} is issued only against the old one.',
    },
    part_tag_twice: {
      title: 'That tag is in use',
      detail: 'This tag hangs on another old part: take another.',
    },
    part_not_out: { title: 'Nothing to take back', detail: '{part} was not issued, or is back.' },
    part_waived: { title: 'Said already', detail: 'Why this part is not issued is on record.' },
    part_not_yours: {
      title: 'Not issued to you',
      detail: 'Only who was given it confirms it or asks.',
    },
    part_confirmed: {
      title: 'Confirmed already',
      detail: 'To give it back, have it scanned at the counter.',
    },
    part_not_asked: {
      title: 'No question is open',
      detail: 'Nothing was asked, or it is answered.',
    },
    part_employee_unknown: { title: 'No such colleague', detail: 'Choose one of the shop.' },
    part_charge_reversed: {
      title: 'Taken back already',
      detail: 'A charge is taken back once.',
    },
    part_barcode_taken: {
      title: 'The barcode stands for another part',
      detail: 'It stands for {number}: unbind it first.',
    },
    parts_not_issued: {
      title: 'Parts were not issued',
      detail:
        '{count} agreed parts were not issued: {parts}. Issue them, or have somebody who may say why.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
