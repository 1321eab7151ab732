const zh = {
  slug_taken: { title: '网址名已有', detail: '别的门店已经用了这个网址名，请换一个。' },
  shop_page_closed: { title: '门店主页还没有公开', detail: '请先公开主页，再印海报。' },
  bookings_not_taken: { title: '本店暂不接受网上预约', detail: '请打电话预约。' },
  fetching_not_offered: { title: '本店不提供上门取车', detail: '请自己把车开来，或打电话商量。' },
  enough_booked: {
    title: '这个电话已有 {most} 个预约',
    detail: '请先来店，或取消一个；需要更多请打电话。',
  },
  phone_needed: { title: '电话不完整', detail: '请填能联系到您的手机号。' },
  call_hours_order: { title: '时间不对', detail: '两个时间都填，前面的早于后面的；或都留空。' },
  too_late_to_change: {
    title: '离预约时间太近了',
    detail: '到店前 {hours} 小时内不能在网上改，请打电话给门店。',
  },
};
export const shopPageProblems = {
  'zh-CN': zh,
  en: {
    slug_taken: { title: 'Name taken', detail: 'Another shop has this name in its address.' },
    shop_page_closed: {
      title: 'The page is not open',
      detail: 'Open it to everybody first, then print the poster.',
    },
    bookings_not_taken: { title: 'No bookings here', detail: 'Please book by telephone.' },
    fetching_not_offered: {
      title: 'Cars are not fetched',
      detail: 'Please bring the car, or call the shop.',
    },
    enough_booked: {
      title: 'This telephone has {most} bookings already',
      detail: 'Come first, or cancel one; for more call the shop.',
    },
    phone_needed: { title: 'Not a whole number', detail: 'Enter a telephone that reaches you.' },
    call_hours_order: {
      title: 'The hours do not fit',
      detail: 'Give both, the first before the second, or none.',
    },
    too_late_to_change: {
      title: 'Too close to the appointment',
      detail: 'Within {hours} hours before it please call the shop.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
