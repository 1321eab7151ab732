const zh = {
  title: '退订营销消息',
  lead: '以后不再通过任何方式给您发营销消息。维修进度、取车等服务通知不受影响。',
  button: '确认退订',
  done: '已处理，立即生效。需要重新接收时，请告诉门店。',
  line: '不想再收到营销邮件？点此退订：',
};

/** The page of whoever follows the way out in a mail, and the line that leads there. */
export const optOutWords = {
  'zh-CN': zh,
  en: {
    title: 'No more advertising',
    lead: 'You will get no more advertising from us in any way. Messages about your visits go on.',
    button: 'Confirm',
    done: 'Done, at once. Tell the shop if you would like to hear from it again.',
    line: 'No more advertising? Opt out here: ',
  } satisfies Record<keyof typeof zh, string>,
};
