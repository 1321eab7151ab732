const zhProblems = {
  check_in_closed: {
    title: '这张接车单已经结束',
    detail: '已签字或已放弃的接车单不能再改；签过字的请在下面写更正。',
  },
  check_in_incomplete: { title: '还不能签字', detail: '请先补上标出的内容。' },
  lacks_words: '请记下客户的原话。',
  lacks_mileage: '请填进厂里程。',
  lacks_mileageReason: '里程小于上次进厂，请写明原因。',
  lacks_walkRound: '请绕车看一周：标出损伤，或按“外观无损伤”。',
  check_in_elsewhere: {
    title: '车在另一家店',
    detail: '这张接车单是另一家店开的，请由那家店的人签字接车。',
  },
  accessory_signature_needed: {
    title: '附件清单还没签字',
    detail: '有附件交接时，请客户在附件清单上另签一次。',
  },
  signature_needed: { title: '签字须是图片', detail: '请在屏幕上签字后再提交。' },
  mark_number_twice: { title: '损伤编号重复', detail: '每处损伤的编号须不同。' },
  photos_enough: { title: '照片已满', detail: '一张接车单最多 200 张照片。' },
  check_in_not_signed: { title: '还没有签字', detail: '签字以前直接改内容，不用写更正。' },
  corrections_enough: { title: '更正已满', detail: '一张接车单最多 100 条更正。' },
};

export const checkInProblems = {
  'zh-CN': zhProblems,
  en: {
    check_in_closed: {
      title: 'This check-in is over',
      detail:
        'What is signed or abandoned does not change; put a correction beside what is signed.',
    },
    check_in_incomplete: {
      title: 'It cannot be signed yet',
      detail: 'Please fill in what is marked.',
    },
    lacks_words: 'Write down the customer’s own words.',
    lacks_mileage: 'Enter the mileage.',
    lacks_mileageReason: 'The mileage is lower than last time; say why.',
    lacks_walkRound: 'Walk round the car: mark its damage, or say that there is none.',
    check_in_elsewhere: {
      title: 'The car stands in another shop',
      detail: 'That shop began this check-in; its people take the signature.',
    },
    accessory_signature_needed: {
      title: 'The list of accessories is not signed',
      detail: 'Where accessories are handed over, the customer signs their list, too.',
    },
    signature_needed: {
      title: 'A signature is a picture',
      detail: 'Have it signed on the screen first.',
    },
    mark_number_twice: { title: 'A number twice', detail: 'Each mark has a number of its own.' },
    photos_enough: { title: 'Enough photos', detail: 'A check-in holds 200 photos at most.' },
    check_in_not_signed: {
      title: 'Not signed yet',
      detail: 'Until it is signed, change what is written itself.',
    },
    corrections_enough: {
      title: 'Enough corrections',
      detail: 'A check-in holds 100 corrections at most.',
    },
  } satisfies Record<keyof typeof zhProblems, string | { title: string; detail: string }>,
};
