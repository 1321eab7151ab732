/** The usual occasions, to begin from (S1 10.8, S2 5): who uses one still has it approved by a second person. */
export const samples = [
  {
    key: 'appointmentReminder',
    name: '预约提醒',
    purpose: 'service',
    channel: 'sms',
    body: '{称呼}，您的{车牌}预约{预约时间}到{门店}，如需改期请致电{门店电话}。',
  },
  {
    key: 'carReady',
    name: '车辆完工',
    purpose: 'service',
    channel: 'sms',
    body: '{称呼}，您的{车牌}已完工，请到{门店}取车。服务顾问{服务顾问}，电话{门店电话}。',
  },
  {
    key: 'promiseLate',
    name: '交车推迟',
    purpose: 'service',
    channel: 'sms',
    body: '{称呼}，很抱歉，您的{车牌}不能按时交车，现约定{约定交车时间}。如有不便请致电{门店电话}。',
  },
  {
    key: 'complaintReceived',
    name: '已收到投诉',
    purpose: 'service',
    channel: 'sms',
    body: '{称呼}，您反映的问题已收到，24小时内与您联系。{门店}，电话{门店电话}。',
  },
  {
    key: 'survey',
    name: '满意度调查',
    purpose: 'service',
    channel: 'sms',
    body: '{称呼}，{门店}想听听您对这次服务的意见，只需一分钟：{链接}',
  },
  {
    key: 'eventInvitation',
    name: '活动邀请',
    purpose: 'marketing',
    remindsOf: 'event',
    channel: 'sms',
    body: '{称呼}，{门店}邀您参加客户活动，时间地点和报名请看：{链接}，拒收请回复R',
  },
  {
    key: 'serviceDue',
    name: '保养到期',
    purpose: 'service',
    remindsOf: 'maintenance',
    channel: 'sms',
    body: '{称呼}，您的{车牌}下次保养在{下次保养}，预约请致电{门店}{门店电话}。',
  },
] as const;
