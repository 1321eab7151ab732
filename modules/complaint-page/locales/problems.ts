const zh = {
  talks_enough: {
    title: '今天写得够多了',
    detail: '已经都在案，负责人会看到。着急请直接致电门店。',
  },
  talk_not_a_picture: { title: '这不是照片', detail: '请选一张照片（JPG、PNG），或只写文字。' },
  answer_reason_needed: {
    title: '请说明为什么不接受',
    detail: '写下哪里不合适，门店才知道怎样改方案。',
  },
  complaints_enough: {
    title: '这次维修已有投诉在处理',
    detail: '请在原来的投诉里补充，或致电门店。',
  },
};

/** Refusals of the customer's page of his complaint. */
export const complaintPageProblems = {
  'zh-CN': zh,
  en: {
    talks_enough: {
      title: 'Enough for today',
      detail: 'All of it is on record and will be read. If it is urgent, call the shop.',
    },
    talk_not_a_picture: {
      title: 'This is no picture',
      detail: 'Choose a photo (JPG, PNG), or send words alone.',
    },
    answer_reason_needed: {
      title: 'Please say why not',
      detail: 'With your reason the shop can make a better offer.',
    },
    complaints_enough: {
      title: 'Complaints about this visit are under way',
      detail: 'Add to one of them, or call the shop.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
