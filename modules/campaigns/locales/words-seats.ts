const zh = {
  seatTemplate: '候补递补通知',
  seatTemplateHint: '有空位时自动发给递补的客户；短信服务商要求报备模板的，请选一个',
  movedUp: '候补已递补',
  told_queued: '通知发送中',
  told_held: '通知未发出，请打电话',
  told_sent: '已通知',
  told_failed: '通知失败，请打电话',
  told_unknown: '通知结果不明',
  told_nobody: '没有可用方式，请打电话',
};

/** What is said of who moved up from a waiting list. */
export const seatWords = {
  'zh-CN': zh,
  en: {
    seatTemplate: 'Words for who moves up',
    seatTemplateHint:
      'Sent when a seat comes free; choose a registered one where the SMS provider asks for it',
    movedUp: 'Moved up',
    told_queued: 'being told',
    told_held: 'not told yet: please call',
    told_sent: 'told',
    told_failed: 'message failed: please call',
    told_unknown: 'not known whether told',
    told_nobody: 'no way to reach: please call',
  } satisfies Record<keyof typeof zh, string>,
};
