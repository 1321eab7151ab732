const zh = {
  link: '客户链接',
  linkLead: '客户在手机上打开，不用登录；核对手机尾号后看进度、签字答复报价，只能看这一张工单。',
  preview: '客户看到的页面',
  previewLead: '与客户手机上一样；预览里不能提交。',
  make: '生成链接',
  copy: '复制',
  copied: '已复制，发给客户即可',
  withdraw: '撤回',
  withdrawn: '已撤回',
  expired: '已过期',
  usedUp: '次数用完',
  open: '可用',
  until: '有效至 {at}',
  opened: '客户已打开 {times} 次，最近 {at}',
  notOpened: '还没有打开过',
  madeBy: '{name} 生成于 {at}',
  shownOnce: '网址只显示这一次，请现在复制或让客户扫码。',
  scan: '客户扫码打开',
  none: '还没有发过链接',
};
export type LinkWord = keyof typeof zh;
export const linkWords = {
  'zh-CN': zh,
  en: {
    link: 'Customer link',
    linkLead:
      'Opens on the customer’s phone without a login: progress, answers to the quotation, papers after the last digits of the number; this order only.',
    preview: 'What the customer sees',
    previewLead: 'As on his telephone; nothing can be sent from here.',
    make: 'Make a link',
    copy: 'Copy',
    copied: 'Copied: send it to the customer',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    usedUp: 'Used up',
    open: 'Open',
    until: 'Until {at}',
    opened: 'Opened {times} times, last {at}',
    notOpened: 'Not opened yet',
    madeBy: '{name}, {at}',
    shownOnce: 'The address is shown this once: copy it now, or let the customer scan it.',
    scan: 'Scan to open',
    none: 'No link was sent yet',
  } satisfies Record<LinkWord, string>,
};

const zhProblems = {
  link_unknown: {
    title: '打不开这个链接',
    detail: '网址不完整或不是本店发出的，请从原消息里重新打开，或向门店再要一个。',
  },
  link_over: {
    title: '链接已失效',
    detail: '链接已过期、用完或被门店撤回，请向门店再要一个。',
  },
  link_code_wrong: { title: '尾号不对', detail: '请输入送修时登记的手机号最后四位。' },
  link_code_needed: { title: '请先核对手机尾号', detail: '核对后才能看单据。' },
  link_message_needed: {
    title: '请先用短信验证码核对',
    detail: '签字和查看个人资料前，请点“发送验证码”，输入手机收到的六位数字。',
  },
  link_message_wrong: { title: '验证码不对', detail: '请输入最近一条短信里的六位数字。' },
  code_over: { title: '验证码已失效', detail: '超过时间或输错次数太多，请重新发送一个。' },
  code_not_offered: {
    title: '这里不能发送验证码',
    detail: '门店没有开通短信验证码，或登记的不是手机号。请核对手机尾号，或致电门店。',
  },
  code_too_soon: { title: '刚刚发过', detail: '请等 {seconds} 秒再发送。' },
  code_not_sent: {
    title: '验证码没有发出去',
    detail: '短信通道暂时不通，请稍后再试，或致电门店。',
  },
  link_needs_phone: {
    title: '客户没有登记手机号',
    detail: '链接要用手机尾号核对身份，请先在客户档案里补上手机号。',
  },
};
export const linkProblems = {
  'zh-CN': zhProblems,
  en: {
    link_unknown: {
      title: 'This link does not open',
      detail:
        'The address is cut off or not ours. Open it from the message again, or ask the shop.',
    },
    link_over: {
      title: 'This link is over',
      detail: 'It has expired, was used up or withdrawn. Ask the shop for another.',
    },
    link_code_wrong: {
      title: 'Not these digits',
      detail: 'Enter the last four digits of the telephone that the shop knows.',
    },
    link_code_needed: {
      title: 'First the last four digits',
      detail: 'Papers are shown after the digits of the telephone.',
    },
    link_message_needed: {
      title: 'A code by text message first',
      detail:
        'Before you sign or see what is held of you: send the code, then enter its six digits.',
    },
    link_message_wrong: {
      title: 'Not this code',
      detail: 'Enter the six digits of the latest message.',
    },
    code_over: {
      title: 'This code is over',
      detail: 'Too late, or wrong too often: send another.',
    },
    code_not_offered: {
      title: 'No code can be sent here',
      detail:
        'The shop sends none, or the number on file is no mobile one. Use its last digits, or call the shop.',
    },
    code_too_soon: { title: 'One was just sent', detail: 'Wait {seconds} seconds for the next.' },
    code_not_sent: {
      title: 'The code did not leave',
      detail: 'Text messages do not go out now. Try again later, or call the shop.',
    },
    link_needs_phone: {
      title: 'The customer has no telephone on file',
      detail: 'A link is opened by its last four digits: add it to the customer first.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
