const zh = {
  original_walled: {
    title: '还不能下载',
    detail: '上级单位接手投诉，或说明理由查看姓名电话后，才能下载原始邮件。',
  },
  mail_sender_unconfirmed: {
    title: '发件人有疑问',
    detail: '邮件服务器说这封信不是他发的。请先用电话等办法核实，再按“已核实”。',
  },
  mail_sender_not_in_doubt: { title: '不用核实', detail: '这封信的发件人没有疑问，或已有人核实。' },
  mail_complaint_unknown: { title: '没有这个投诉', detail: '请从列表里另选一个。' },
  mail_reason_needed: { title: '请写原因', detail: '为什么不是投诉，写一句话。' },
  mailbox_password_needed: {
    title: '请填密码',
    detail: '换了服务器或账号，密码要重新填。很多邮箱要用“授权码”。',
  },
  mailbox_inside: { title: '地址不对', detail: '要公网的邮件服务器，或运维放行的内网主机。' },
  mailbox_not_set_up: { title: '还没设邮箱', detail: '请先填好收信邮箱并启用。' },
  mailbox_login: {
    title: '账号或密码不对',
    detail: '请核对账号。QQ、163、腾讯企业邮等要开启 IMAP，并用“授权码”当密码。服务器说：{said}',
  },
  mailbox_folder: { title: '没有这个文件夹', detail: '收件箱一般是 INBOX。服务器说：{said}' },
  mailbox_notAllowed: {
    title: '不能连这台服务器',
    detail: '只能连公网地址的 993 或 143 端口；内网的请运维放行。',
  },
  mailbox_certificate: {
    title: '证书不对',
    detail: '服务器的证书和它的名字对不上，请核对服务器地址。',
  },
  mailbox_noTls: { title: '服务器不加密', detail: '请改用 993 端口并勾选“加密连接”。' },
  mailbox_unreachable: { title: '连不上服务器', detail: '请核对服务器地址和端口，看网络是否通。' },
  mailbox_tooSlow: { title: '服务器太慢', detail: '等了很久没有收完，过一会儿再试。' },
  mailbox_refused: { title: '服务器拒绝了', detail: '服务器说：{said}' },
};
export const incomingMailProblems = {
  'zh-CN': zh,
  en: {
    original_walled: {
      title: 'Not yet',
      detail: 'Take the complaint over, or say why you need name and phone; then it can be saved.',
    },
    mail_sender_unconfirmed: {
      title: 'The sender is in doubt',
      detail:
        'The mail server says that he did not write it. Ask him another way, then confirm him.',
    },
    mail_sender_not_in_doubt: {
      title: 'Nothing to confirm',
      detail: 'The sender of this letter is not in doubt, or somebody has confirmed him.',
    },
    mail_complaint_unknown: {
      title: 'No such complaint',
      detail: 'Choose another one from the list.',
    },
    mail_reason_needed: {
      title: 'Say why',
      detail: 'Write in a few words why it is no complaint.',
    },
    mailbox_password_needed: {
      title: 'Enter the password',
      detail: 'For another server or account it is needed again. Many want an app password.',
    },
    mailbox_inside: {
      title: 'This address cannot be used',
      detail: 'A public mail server, or a host inside that the operator vouches for.',
    },
    mailbox_not_set_up: {
      title: 'No mailbox yet',
      detail: 'Set up the mailbox and switch it on first.',
    },
    mailbox_login: {
      title: 'Account or password is wrong',
      detail: 'Many providers want IMAP switched on and an app password. The server said: {said}',
    },
    mailbox_folder: {
      title: 'No such folder',
      detail: 'As a rule it is INBOX. The server said: {said}',
    },
    mailbox_notAllowed: {
      title: 'This server may not be reached',
      detail: 'Public addresses by port 993 or 143; the operator vouches for others.',
    },
    mailbox_certificate: {
      title: 'The certificate is wrong',
      detail: 'It is not that of the server’s name: check the address.',
    },
    mailbox_noTls: {
      title: 'The server does not encrypt',
      detail: 'Use port 993 with encryption.',
    },
    mailbox_unreachable: {
      title: 'The server is not reached',
      detail: 'Check address, port and network.',
    },
    mailbox_tooSlow: {
      title: 'The server is too slow',
      detail: 'It took too long: try again later.',
    },
    mailbox_refused: { title: 'The server refused', detail: 'It said: {said}' },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
