const zh = {
  hold_on_one: {
    title: '请选择一项保全对象',
    detail: '一次保全一项：客户、车辆、工单或投诉。与它有关的资料会一并保全。',
  },
  hold_unseen: { title: '找不到保全对象', detail: '没有这条记录，或者您看不到它。' },
  hold_until_past: { title: '日期已过', detail: '保全的最后一天不能早于今天。' },
  hold_file_not_legal: {
    title: '有案号的是法律事务保全',
    detail: '填写案号时请同时勾选“法院、机关或律师要求”。',
  },
  hold_complaint_open: {
    title: '投诉还没办结',
    detail: '投诉办结前证据一直保全。请先办结投诉，再解除。',
  },
  hold_second_person: {
    title: '需要另一个人解除',
    detail: '法院、机关或律师要求的保全，不能由登记人自己解除，请另一位负责人办理。',
  },
};
export const holdProblems = {
  'zh-CN': zh,
  en: {
    hold_on_one: {
      title: 'One thing is held at a time',
      detail: 'A customer, a car, an order or a complaint. What belongs to it is held with it.',
    },
    hold_unseen: { title: 'Not found', detail: 'There is no such record, or you cannot see it.' },
    hold_until_past: { title: 'That day is over', detail: 'The last day cannot be before today.' },
    hold_file_not_legal: {
      title: 'A file number belongs to a legal hold',
      detail: 'Say that a court, an authority or counsel asked for it.',
    },
    hold_complaint_open: {
      title: 'The complaint is still open',
      detail: 'Its evidence is held until it is closed. Close it first, then lift the hold.',
    },
    hold_second_person: {
      title: 'Somebody else has to lift it',
      detail: 'What a court, an authority or counsel asked for is not lifted by who placed it.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
