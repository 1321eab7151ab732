const zh = {
  phone_who: { title: '没有号码也没有客户', detail: '请输入来电号码，或先选客户。' },
  phone_result: { title: '结果不适用', detail: '请按来电、去电或到店选结果。' },
  phone_note_needed: { title: '请写下谈了什么', detail: '谈过话要写要点，才好存档。' },
  phone_no_talk: { title: '没有谈话', detail: '没谈成的电话不能带事项或投诉。' },
  phone_no_customer: {
    title: '还不知道是谁',
    detail: '事项要跟到客户：先认出来电人，或给他建档。',
  },
  phone_of_another: { title: '同事正在处理', detail: '已有同事领了这个来电，请让他放回或找主管。' },
  phone_number_withheld: { title: '没有号码', detail: '对方没有显示号码，无法回拨。' },
  phone_no_extension: {
    title: '您还没有分机',
    detail: '请让管理员在“电话系统”里登记您的分机。',
  },
  phone_recording_kept: { title: '已有录音', detail: '一个电话只存一份录音。' },
  phone_recording_kind: { title: '不是录音文件', detail: '请选 mp3、m4a、wav 或 mp4。' },
  telephony_address: { title: '地址不对', detail: '要 https 的公网地址，或运维放行的内网主机。' },
  telephony_not_set_up: {
    title: '电话系统还没接好',
    detail: '请在“电话系统”里填地址，并添加一个启用的接收地址。',
  },
  telephony_not_allowed: {
    title: '连不上电话系统',
    detail: '请检查地址、证书，或请运维放行该主机。',
  },
  telephony_refused: { title: '电话系统拒绝了', detail: '请核对密钥，并看电话系统的日志。' },
  extension_employee: { title: '没有这位在职同事', detail: '请另选一位。' },
};
export const phoneCallProblems = {
  'zh-CN': zh,
  en: {
    phone_who: {
      title: 'Neither a number nor a customer',
      detail: 'Enter the number that calls, or choose the customer.',
    },
    phone_result: {
      title: 'This result does not fit',
      detail: 'Choose one for a call in, a call out, or a visit.',
    },
    phone_note_needed: {
      title: 'Write what was said',
      detail: 'A talk is kept with its main points.',
    },
    phone_no_talk: {
      title: 'There was no talk',
      detail: 'Without a talk there are no matters and no complaint.',
    },
    phone_no_customer: {
      title: 'It is not known who it is',
      detail: 'Matters follow a customer: say who called, or put him on file.',
    },
    phone_of_another: {
      title: 'A colleague has it',
      detail: 'Ask him to put it back, or ask the supervisor.',
    },
    phone_number_withheld: {
      title: 'There is no number',
      detail: 'It was withheld: nobody can call back.',
    },
    phone_no_extension: {
      title: 'You have no extension',
      detail: 'Ask for it to be entered under Telephone system.',
    },
    phone_recording_kept: {
      title: 'There is a recording already',
      detail: 'One call keeps one recording.',
    },
    phone_recording_kind: {
      title: 'This is no recording',
      detail: 'Choose mp3, m4a, wav or mp4.',
    },
    telephony_address: {
      title: 'This address will not do',
      detail: 'A public https address, or an inside host that the operator vouches for.',
    },
    telephony_not_set_up: {
      title: 'The telephone system is not connected',
      detail: 'Enter its address under Telephone system and add an endpoint for its events.',
    },
    telephony_not_allowed: {
      title: 'The telephone system cannot be reached',
      detail: 'Check address and certificate, or have the operator vouch for the host.',
    },
    telephony_refused: {
      title: 'The telephone system refused',
      detail: 'Compare the secret, and look at its log.',
    },
    extension_employee: {
      title: 'Nobody of that name works here',
      detail: 'Choose somebody else.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
