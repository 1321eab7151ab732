const zh = {
  request_open_already: {
    title: '已有同类请求未答复',
    detail: '请先办理 {number}，再登记新的。',
  },
  received_in_future: { title: '收到时间有误', detail: '收到时间不能晚于现在。' },
  request_to_be_done: {
    title: '这类请求要办完才算答复',
    detail: '请按请求办理（副本、删除、限制处理、撤回同意），办完自动答复。',
  },
  request_of_other_kind: {
    title: '与请求的类型不符',
    detail: '请按请求的类型办理，或登记一条新的请求。',
  },
  nothing_corrected: { title: '没有改动', detail: '请先填写要更正的内容。' },
  extended_already: { title: '已延长过一次', detail: '期限只能延长一次，请尽快答复客户。' },
  responsible_unfit: {
    title: '不能负责这条请求',
    detail: '请选择本店有权办理个人信息请求的同事。',
  },
};
export const rightsProblems = {
  'zh-CN': zh,
  en: {
    request_open_already: {
      title: 'Such a request is open already',
      detail: 'Answer {number} first, then put a new one on record.',
    },
    received_in_future: {
      title: 'The time is to come',
      detail: 'A request cannot have come in later than now.',
    },
    request_to_be_done: {
      title: 'Such a request is answered by doing it',
      detail: 'Do what it asks for (copy, erasure, restriction, withdrawal): that answers it.',
    },
    request_of_other_kind: {
      title: 'It asks for something else',
      detail: 'Do what the request asks for, or put a new one on record.',
    },
    nothing_corrected: { title: 'Nothing is changed', detail: 'Fill in what is to be corrected.' },
    extended_already: {
      title: 'Extended once already',
      detail: 'A term is extended once: answer the customer soon.',
    },
    responsible_unfit: {
      title: 'Cannot answer for it',
      detail: 'Choose a colleague who may decide on requests about personal data here.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
