const zh = {
  letter_needs_approval: { title: '这封信要先审批', detail: '内容不是模板原文，请送审。' },
  letter_person: { title: '要由员工本人办理', detail: '接口密钥不能送审或审批信函。' },
  letter_own: { title: '自己写的信要由别人审批', detail: '请另一位主管或负责人审批。' },
  letter_not_printed: { title: '还没有打印', detail: '请先打印，再登记寄出或面交。' },
  letter_not_posted: { title: '这封信不是邮寄的', detail: '只有邮寄的信会被退回。' },
  letter_no_address: { title: '没有地址', detail: '邮寄要有收信地址，邮件要有邮箱。' },
  letter_no_sheets: { title: '没有要打印的信函', detail: '没有符合条件的待寄信函。' },
  letter_too_many: {
    title: '一次打印的信函太多',
    detail: '一次最多 {most} 封：请按登记日期或类别分几次打印。',
  },
  letter_no_labels: { title: '没有要打的标签', detail: '待寄的邮寄信函里没有带地址的。' },
  letter_days_reversed: { title: '结束日期早于开始日期', detail: '请调换两个日期。' },
  letter_restricted: { title: '客户要求停止处理其信息', detail: '解除之前不能给他发信。' },
  letter_wishes_none: { title: '客户不愿被联系', detail: '营销信函不能发给他。' },
  letter_reminder_off: {
    title: '客户关闭了这类提醒',
    detail: '他的意愿在档案的“提醒开关”里，信不能寄。',
  },
  letter_no_consent: { title: '没有客户同意营销的记录', detail: '先征得同意并记在档案里。' },
  letter_too_often: { title: '最近发得太多', detail: '已到频次上限，过些天再发。' },
};
export const letterProblems = {
  'zh-CN': zh,
  en: {
    letter_needs_approval: {
      title: 'This letter needs approval',
      detail: 'Its words are not the template’s own: hand it in.',
    },
    letter_person: {
      title: 'A person has to do this',
      detail: 'An API key neither hands in nor approves letters.',
    },
    letter_own: {
      title: 'Somebody else approves what you wrote',
      detail: 'Ask another supervisor or the owner.',
    },
    letter_not_printed: {
      title: 'It is not on paper yet',
      detail: 'Print it, then note that it was posted or handed over.',
    },
    letter_not_posted: {
      title: 'It did not go by post',
      detail: 'Only what was posted comes back.',
    },
    letter_no_address: {
      title: 'There is no address',
      detail: 'The post needs an address, e-mail a mail address.',
    },
    letter_no_sheets: {
      title: 'There are no letters to print',
      detail: 'No letter that waits for the post fits.',
    },
    letter_too_many: {
      title: 'Too many letters for one print',
      detail: 'At most {most} at once: choose days or a kind and print in several goes.',
    },
    letter_no_labels: {
      title: 'There are no labels to print',
      detail: 'No letter that waits for the post has an address.',
    },
    letter_days_reversed: {
      title: 'The last day is before the first',
      detail: 'Exchange the two days.',
    },
    letter_restricted: {
      title: 'The customer has the use of his data restricted',
      detail: 'No letter goes to him until that is lifted.',
    },
    letter_wishes_none: {
      title: 'The customer wishes not to be contacted',
      detail: 'No advertising goes to him.',
    },
    letter_reminder_off: {
      title: 'The customer switched this kind of reminder off',
      detail: 'It stands in his file under reminders; the letter may not go.',
    },
    letter_no_consent: {
      title: 'There is no consent to advertising on record',
      detail: 'Ask him first and record it in his file.',
    },
    letter_too_often: {
      title: 'Too much went to him lately',
      detail: 'The cap is reached: wait some days.',
    },
  },
} satisfies Record<string, typeof zh>;
