const zhProblems = {
  webhook_url_refused: {
    title: '不能投递到这个网址',
    detail:
      '网址须是公网的 https 地址，端口 443 或 8443，不带用户名和密码。内网地址请系统管理员用 EGRESS_ALLOW 放行。',
  },
  webhooks_too_many: {
    title: '接口太多',
    detail: '最多 {most} 个。请先删除或合并不再使用的。',
  },
  signature_wrong: {
    title: '签名不对',
    detail: '请核对地址、密钥、时间（相差不超过五分钟）和签名的内容。',
  },
};
export const webhookProblems = {
  'zh-CN': zhProblems,
  en: {
    webhook_url_refused: {
      title: 'This address is not delivered to',
      detail:
        'It must be a public https address, port 443 or 8443, without user name and password. For one inside, the operator names it in EGRESS_ALLOW.',
    },
    webhooks_too_many: {
      title: 'Too many',
      detail: 'At most {most}. Remove or merge what is no longer used.',
    },
    signature_wrong: {
      title: 'Wrong signature',
      detail: 'Check address, secret, time (within five minutes) and what was signed.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
