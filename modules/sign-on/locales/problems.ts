const zh = {
  sign_on_over: {
    title: '这次登录已经失效',
    detail: '可能等得太久，或换了浏览器。请从登录页重新开始。',
  },
  sign_on_declined: {
    title: '认证平台没有放行',
    detail: '您在认证平台取消了登录，或没有使用本系统的权限。可以重试，或联系平台管理员。',
  },
  sign_on_unreachable: {
    title: '认证平台暂时连不上',
    detail: '请稍后再试；有用户名和密码的可以先用密码登录。',
  },
  sign_on_invalid: {
    title: '认证平台的答复没有通过核验',
    detail: '为了安全没有登录。请重试一次；仍不行请让负责人在“单点登录”里点“测试”。',
  },
  sign_on_unknown: {
    title: '没有对应的员工账号',
    detail: '请先用用户名和密码登录，在“我的账号”里绑定；或请店长为您开通。',
  },
  sign_on_taken: {
    title: '这个账号已经绑定过',
    detail: '同一个外部账号只能绑定一位员工，每位员工在同一平台只能绑定一个账号。',
  },
  sign_on_needed: {
    title: '请用单点登录',
    detail: '您的岗位须用“{label}”登录，密码和通行密钥不再适用。',
  },
  sign_on_issuer: {
    title: '发行方网址不能用',
    detail:
      '须是平台自己的 https 网址，不带参数，不含 /.well-known/。内网平台请系统管理员用 EGRESS_ALLOW 放行。',
  },
  sign_on_role: {
    title: '不能选负责人角色',
    detail: '负责人始终保留自己的密码登录，也不能由外部平台授予。',
  },
  sign_on_too_many: { title: '认证平台太多', detail: '最多 {most} 个。请先删除不再使用的。' },
  last_way_in: {
    title: '这是您唯一的登录方式',
    detail: '解绑后您将无法登录。请先让店长为您设置用户名和密码。',
  },
};

export const signOnProblems = {
  'zh-CN': zh,
  en: {
    sign_on_over: {
      title: 'This sign-in is over',
      detail: 'It took too long, or began in another browser. Begin again at the sign-in page.',
    },
    sign_on_declined: {
      title: 'The provider did not let you pass',
      detail:
        'You cancelled there, or may not use this system. Try again, or ask its administrator.',
    },
    sign_on_unreachable: {
      title: 'The provider cannot be reached',
      detail: 'Try again later; who has a user name and password can sign in with them.',
    },
    sign_on_invalid: {
      title: 'The provider’s answer did not hold',
      detail:
        'Nobody was signed in. Try once more; else the owner can press “Test” under single sign-on.',
    },
    sign_on_unknown: {
      title: 'No account here belongs to it',
      detail: 'Sign in with your password and link it under “My account”, or ask your manager.',
    },
    sign_on_taken: {
      title: 'Already linked',
      detail:
        'An account elsewhere belongs to one person, and each person links one of a provider.',
    },
    sign_on_needed: {
      title: 'Use single sign-on',
      detail: 'Your post signs in by “{label}”; password and passkey do not open any more.',
    },
    sign_on_issuer: {
      title: 'This issuer cannot be used',
      detail:
        'It must be the provider’s own https address without a query and without /.well-known/. For one inside, the operator names it in EGRESS_ALLOW.',
    },
    sign_on_role: {
      title: 'Not the owner’s role',
      detail: 'Owners keep their own way in, and no provider makes an owner.',
    },
    sign_on_too_many: {
      title: 'Too many providers',
      detail: 'At most {most}. Remove those that are no longer used.',
    },
    last_way_in: {
      title: 'Your only way in',
      detail: 'Without it you cannot sign in. Ask your manager for a user name and password first.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
