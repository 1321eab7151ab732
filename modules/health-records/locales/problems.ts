const zhProblems = {
  health_off: {
    title: '还没有接通健康档案平台',
    detail: '请负责人在“设置 › 健康档案平台”里填好地址和密码并启用。',
  },
  health_not_settled: { title: '还没有结算', detail: '健康档案在结算之后上传。' },
  health_address: { title: '地址不能用', detail: '请填平台给的网址（https 开头）。' },
  health_not_allowed: {
    title: '连不上平台',
    detail: '没有得到回答（{reason}），请核对地址或稍后再试。',
  },
  health_refused: { title: '平台拒绝了', detail: '平台说：{said}' },
};

export const healthProblems = {
  'zh-CN': zhProblems,
  en: {
    health_off: {
      title: 'The platform is not set up',
      detail: 'The manager enters its address and password in the settings, and turns it on.',
    },
    health_not_settled: {
      title: 'Not settled yet',
      detail: 'The health archive is told after the settlement.',
    },
    health_address: {
      title: 'Not an address that can be used',
      detail: 'Enter the address that the platform gave, beginning with https.',
    },
    health_not_allowed: {
      title: 'The platform cannot be reached',
      detail: 'No answer came ({reason}): check the address, or try again later.',
    },
    health_refused: { title: 'The platform refused', detail: 'It says: {said}' },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
