const zhProblems = {
  delivery_unsigned: {
    title: '交车单还没签字',
    detail: '先逐项核对、请客户在交车单上签字，签字后自动交车。',
  },
  delivery_not_now: { title: '现在还不能核对交车', detail: '出厂检验合格以后才能开始。' },
  delivery_signed: { title: '交车单已签字', detail: '签过字的交车单不能再改。' },
  delivery_checked: {
    title: '核对已经完成',
    detail: '车又动过就按“重新核对”，再逐项核对一遍。',
  },
  delivery_not_checked: {
    title: '还没有核对完',
    detail: '先把外观和随车物品逐项核对完，再通知客户、请客户签字。',
  },
  delivery_incomplete: { title: '还有没填完的', detail: '请补上标出的内容。' },
  delivery_lacks_result: '请选一致或有差异。',
  delivery_lacks_note: '请写明是什么。',
  delivery_lacks_photo: '有差异的请拍照。',
  delivery_lacks_oldParts: '请选旧件怎么处理。',
  delivery_lacks_settlement: '请先结算。',
  delivery_lacks_certificate: '没有竣工出厂合格证，不得交车。',
  delivery_item_unknown: { title: '没有这一项', detail: '请刷新后再填。' },
  delivery_photos_enough: { title: '照片已满', detail: '一张交车单最多 100 张照片。' },
  delivery_signature_needed: { title: '签字须是图片', detail: '请在屏幕上签字后再提交。' },
  delivery_person_needed: {
    title: '须由员工交车',
    detail: '客户的签字由在场的员工收取，程序不能代收。',
  },
  delivery_words_twice: { title: '有重复的一条', detail: '同样的话只写一次。' },
};

export const deliveryProblems = {
  'zh-CN': zhProblems,
  en: {
    delivery_unsigned: {
      title: 'The delivery sheet is not signed',
      detail: 'Check item by item and have the customer sign; the signature delivers the car.',
    },
    delivery_not_now: {
      title: 'Not to be delivered yet',
      detail: 'It begins once the final inspection is passed.',
    },
    delivery_signed: {
      title: 'The delivery sheet is signed',
      detail: 'What is signed does not change.',
    },
    delivery_checked: {
      title: 'The check is complete',
      detail: 'If the car was moved, press “check again” and go through it once more.',
    },
    delivery_not_checked: {
      title: 'Not checked yet',
      detail: 'Check outside and belongings first; then tell the customer and have him sign.',
    },
    delivery_incomplete: {
      title: 'Something is missing',
      detail: 'Please fill in what is marked.',
    },
    delivery_lacks_result: 'Say whether it is as noted.',
    delivery_lacks_note: 'Say what it is.',
    delivery_lacks_photo: 'Take a photo of the difference.',
    delivery_lacks_oldParts: 'Say what becomes of the old parts.',
    delivery_lacks_settlement: 'The settlement comes first.',
    delivery_lacks_certificate: 'Without the release certificate no car is delivered.',
    delivery_item_unknown: { title: 'No such item', detail: 'Reload the page and go on.' },
    delivery_photos_enough: {
      title: 'Enough photos',
      detail: 'A delivery holds 100 photos at most.',
    },
    delivery_signature_needed: {
      title: 'A signature is a picture',
      detail: 'Have it signed on the screen first.',
    },
    delivery_person_needed: {
      title: 'An employee delivers',
      detail: 'A signature is taken by who stands there, not by a program.',
    },
    delivery_words_twice: { title: 'The same twice', detail: 'Each line is written once.' },
  } satisfies Record<keyof typeof zhProblems, string | { title: string; detail: string }>,
};
