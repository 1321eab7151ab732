const zh = {
  campaign_own: { title: '自己拟的活动要由别人批准', detail: '请另一位主管或负责人批准。' },
  campaign_person: { title: '要由员工本人办理', detail: '接口密钥不能批准活动。' },
  campaign_not_examined: {
    title: '客户名单还没有核对完',
    detail: '请先“核对名单”，等每位客户都判定后再批准。',
  },
  campaign_needs_words: {
    title: '要选一个已批准的模板',
    detail: '发消息、寄信函都用已批准的模板。',
  },
  campaign_needs_event: {
    title: '活动的时间、地点和名额不全',
    detail: '联谊活动要写时间、地点和名额；其他活动不用。',
  },
  campaign_past: { title: '活动时间已过', detail: '请改到以后的时间。' },
  campaign_words_not_commercial: {
    title: '这个模板不是营销模板',
    detail: '优惠和活动属于营销，请选按“营销”批准的模板，不能走服务通道。',
  },
  campaign_answer_by: {
    title: '答复截止晚于活动开始',
    detail: '请改到活动开始之前，或留空。',
  },
  invitation_shut: { title: '现在不能在网上答复', detail: '请打电话给门店。' },
  campaign_no_event: { title: '这个活动没有名额', detail: '只有联谊活动登记报名和签到。' },
  campaign_not_open: { title: '现在不能报名', detail: '活动还没有批准，或已经结束、停止。' },
  campaign_full: { title: '名额不够了', detail: '请减少人数，或等有人退出。' },
  standing_season: {
    title: '季节提示要写日期',
    detail: '用车提示写每年哪一天发；节日问候不用写。',
  },
  standing_segment_own: {
    title: '这个分组只有您自己看得到',
    detail: '常设问候由系统每年自动取名单，请选一个共用的分组。',
  },
  standing_too_many: { title: '常设问候太多了', detail: '最多 {most} 条：请先停用、改用已有的。' },
  campaign_not_started: { title: '活动还没有开始', detail: '开始以后才有结果可看。' },
  campaign_not_today: { title: '不是活动当天', detail: '只能在活动当天签到。' },
};
export const campaignProblems = {
  'zh-CN': zh,
  en: {
    campaign_own: {
      title: 'Somebody else approves what you drew up',
      detail: 'Ask another supervisor or the owner.',
    },
    campaign_person: { title: 'A person has to do this', detail: 'An API key approves nothing.' },
    campaign_not_examined: {
      title: 'Its customers are not all examined',
      detail: 'Examine the list and wait until everyone is judged.',
    },
    campaign_needs_words: {
      title: 'Choose an approved template',
      detail: 'Messages and letters use approved words only.',
    },
    campaign_needs_event: {
      title: 'Time, place and seats are incomplete',
      detail: 'An event has all three; other campaigns have none of them.',
    },
    campaign_past: { title: 'Its time has passed', detail: 'Choose a later time.' },
    campaign_words_not_commercial: {
      title: 'These words were not approved for advertising',
      detail: 'Offers and events are advertising: choose a template of that purpose.',
    },
    campaign_answer_by: {
      title: 'Answers would be taken after it begins',
      detail: 'Choose a day before it begins, or leave it open.',
    },
    invitation_shut: { title: 'No answers are taken here now', detail: 'Please call the shop.' },
    campaign_no_event: { title: 'It has no seats', detail: 'Only an event takes answers.' },
    campaign_not_open: {
      title: 'No answers are taken now',
      detail: 'It is not approved yet, or over, or stopped.',
    },
    campaign_full: { title: 'Not enough seats', detail: 'Fewer people, or wait for a seat.' },
    standing_season: {
      title: 'A tip of a season needs its day',
      detail: 'Say on which day of each year it goes out; a holiday has its own.',
    },
    standing_segment_own: {
      title: 'Nobody but you sees this segment',
      detail: 'The house takes its customers each year: choose a shared segment.',
    },
    standing_too_many: {
      title: 'Too many standing greetings',
      detail: 'At most {most}: change one that is there.',
    },
    campaign_not_started: {
      title: 'It has not begun',
      detail: 'What came of it is counted from its start on.',
    },
    campaign_not_today: { title: 'The event is not today', detail: 'The door opens on its day.' },
  },
} satisfies Record<string, typeof zh>;
