const zh = {
  personalData: '个人信息',
  lead: '客户有权查阅、复制、要求删除他的个人信息（个人信息保护法第四十五、四十七条）。',
  restricted: '限制处理中',
  restrictedSince:
    '{at} 起由 {by} 限制：{reason}。不主动致电、发消息或推介，在修的车和投诉照常办理。',
  liftReason: '解除原因',
  liftHint: '例如：客户到店要求恢复联系',
  lift: '解除限制',
  kept: '现有记录',
  keptNone: '没有留存他的记录',
  readings: '谁看过完整信息',
  readingsNone: '近期没有人查看过',
  seenTimes: '{by} {how} {times} 次',
  'data.read': '导出或打印',
  'customer.revealed': '查看完整联系方式',
  'customer.printed': '打印档案',
  'privacy.copyFetched': '下载副本',
  copy: '给客户一份副本',
  purpose: '用途',
  purposeHint: '例如：客户本人到店申请复制',
  ask: '申请副本',
  copyReady: '副本可下载一次，{at} 前有效',
  download: '下载副本',
  erase: '删除个人信息',
  eraseLead: '姓名、电话、地址、通话、消息和文字记录会被清空，不能恢复。',
  eraseKept: '维修档案依法保存到 {at}：不带姓名的车牌、车架号和维修记录到期后自动删除。',
  reason: '原因',
  reasonHint: '例如：客户书面要求删除',
  eraseYes: '确认删除',
  eraseNot: '只有企业负责人可以删除',
  erased: '个人信息已删除',
  erasing: '正在删除',
  erasureHeld: '证据保全中，删除暂缓',
  erasureHeldLead:
    '{at} 起除存储和保护外停止处理（个人信息保护法第四十七条）。保全解除后由系统自动删除，不用再办。',
  erasureHeldUntil: '预计 {at} 解除。',
  erasedKept: '依法保存的维修记录将在 {at} 删除',
};
export type PrivacyWord = keyof typeof zh;
export const privacyWords = {
  'zh-CN': zh,
  en: {
    personalData: 'Personal data',
    lead: 'A customer may see, copy and have erased what is held of him (PIPL art. 45, 47).',
    restricted: 'Processing is restricted',
    restrictedSince:
      'Since {at}, by {by}: {reason}. No call, message or offer unasked; open orders and complaints go on.',
    liftReason: 'Why it is lifted',
    liftHint: 'For instance: he asked in person to hear from us again',
    lift: 'Lift',
    kept: 'What is held',
    keptNone: 'Nothing is held of him',
    readings: 'Who saw it in full',
    readingsNone: 'Nobody of late',
    seenTimes: '{by}: {how}, {times} times',
    'data.read': 'Exported or printed',
    'customer.revealed': 'Saw his contact data whole',
    'customer.printed': 'Printed the file',
    'privacy.copyFetched': 'Fetched the copy',
    copy: 'A copy for the customer',
    purpose: 'What for',
    purposeHint: 'For instance: asked for in person',
    ask: 'Ask for the copy',
    copyReady: 'The copy can be fetched once, until {at}',
    download: 'Fetch the copy',
    erase: 'Erase personal data',
    eraseLead: 'Name, telephone, address, calls, messages and words are emptied for good.',
    eraseKept:
      'The law has the repair record kept until {at}: plate, VIN and work without a name. Then it goes by itself.',
    reason: 'Reason',
    reasonHint: 'For instance: asked for in writing',
    eraseYes: 'Erase',
    eraseNot: 'Only who manages the organisation may erase',
    erased: 'Erased',
    erasing: 'Being erased',
    erasureHeld: 'It waits: evidence is held',
    erasureHeldLead:
      'Since {at} his data are stored and protected, nothing else (PIPL art. 47). It is done by itself once the hold is lifted.',
    erasureHeldUntil: 'Expected on {at}.',
    erasedKept: 'The repair record that the law has kept goes on {at}',
  } satisfies Record<PrivacyWord, string>,
};

const zhProblems = {
  already_erased: { title: '个人信息已删除', detail: '这位客户的个人信息已经删除或正在删除。' },
  still_in_house: {
    title: '客户还有在店工单',
    detail: '请先交车或取消工单，再删除个人信息。',
  },
  requests_open: {
    title: '还有未答复的请求',
    detail: '请先答复客户的其他个人信息请求，再删除。',
  },
  no_copy: {
    title: '没有可下载的副本',
    detail: '副本只能由申请人在七天内下载一次。需要时请重新申请。',
  },
};
export const privacyProblems = {
  'zh-CN': zhProblems,
  en: {
    already_erased: { title: 'Already erased', detail: 'This customer is erased or being erased.' },
    still_in_house: {
      title: 'An order is still open',
      detail: 'Hand the car over or cancel the order first.',
    },
    requests_open: {
      title: 'A request has no answer yet',
      detail: 'Answer what else he asked for first, then erase.',
    },
    no_copy: {
      title: 'There is no copy to fetch',
      detail: 'A copy is fetched once, within seven days, by who asked for it. Ask again.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
