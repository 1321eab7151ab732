const zhProblems = {
  wrong_factor: {
    title: '验证没有通过',
    detail: '验证码不对、已用过或已过期。请等下一个验证码，或换一种方式。',
  },
  factor_missing: {
    title: '缺少验证',
    detail: '请输入验证码，或使用通行密钥；如果已完成，请刷新页面。',
  },
  factor_needed: {
    title: '这是最后一种二次验证',
    detail: '您的角色必须有二次验证。请先添加另一种，再移除这一种。',
  },
  passkey_refused: {
    title: '通行密钥没有添加成功',
    detail: '等待时间过长，或设备的回应不符。请再试一次。',
  },
  too_many_passkeys: { title: '通行密钥太多', detail: '最多 10 个。请先移除不再使用的。' },
  sensitive_unsaid: {
    title: '请说明是否包含敏感权限',
    detail: '这个角色有敏感权限（如导出、管理员工）。请选择这把密钥要不要这些权限。',
  },
};

export const securityProblems = {
  'zh-CN': zhProblems,
  en: {
    wrong_factor: {
      title: 'Not accepted',
      detail:
        'The code is wrong, was used, or is too old. Wait for the next one, or take another way.',
    },
    factor_missing: {
      title: 'Nothing to check',
      detail: 'Enter a code or use a passkey; if you have done so, reload the page.',
    },
    factor_needed: {
      title: 'The last second factor',
      detail: 'Your role must have one. Add another first, then remove this one.',
    },
    passkey_refused: {
      title: 'The passkey was not added',
      detail: 'It took too long, or the answer of the device does not fit. Try once more.',
    },
    too_many_passkeys: { title: 'Too many passkeys', detail: 'Ten at most. Remove unused ones.' },
    sensitive_unsaid: {
      title: 'Say whether it holds sensitive rights',
      detail:
        'This role may do sensitive things (export, manage people). Choose whether the key may, too.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
