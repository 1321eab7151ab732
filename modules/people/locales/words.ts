const zh = {
  people: '员工',
  name: '姓名',
  post: '岗位',
  phone: '电话',
  username: '用户名',
  password: '密码',
  role: '角色',
  state: '状态',
  active: '在岗',
  away: '不在岗',
  left: '已离职',
  add: '添加员工',
  sessions: '登录设备',
  current: '本机',
  revoke: '下线',
  lastSeen: '最近使用',
  changePassword: '修改密码',
  currentPassword: '当前密码',
  nextPassword: '新密码',
  signOut: '退出登录',
  none: '还没有员工',
};

export const peopleWords = {
  'zh-CN': zh,
  en: {
    people: 'People',
    name: 'Name',
    post: 'Post',
    phone: 'Phone',
    username: 'User name',
    password: 'Password',
    role: 'Role',
    state: 'State',
    active: 'Active',
    away: 'Away',
    left: 'Left',
    add: 'Add a person',
    sessions: 'Signed-in devices',
    current: 'This device',
    revoke: 'Sign out',
    lastSeen: 'Last used',
    changePassword: 'Change password',
    currentPassword: 'Current password',
    nextPassword: 'New password',
    signOut: 'Sign out',
    none: 'Nobody yet',
  } satisfies Record<keyof typeof zh, string>,
};

const zhProblems = {
  setup_done: { title: '已经设置过', detail: '本系统已完成首次设置，请直接登录。' },
  password_weak: {
    title: '密码太弱',
    detail: '密码至少 8 位，不要用常见密码、重复的字符或用户名。一句话最好记也最安全。',
  },
  tenant_needed: {
    title: '请填写企业代码',
    detail: '这台服务器上有多家企业，请填写您企业的代码。',
  },
  username_taken: { title: '用户名已被使用', detail: '请换一个用户名。' },
  role_unknown: { title: '没有这个角色', detail: '请从列表中选择角色。' },
  role_above_own: { title: '不能授予', detail: '不能授予超出您自己权限的角色。' },
  date_past: { title: '日期已过', detail: '请填写将来的日期。' },
};
export const peopleProblems = {
  'zh-CN': zhProblems,
  en: {
    setup_done: { title: 'Already set up', detail: 'This system has been set up. Please sign in.' },
    password_weak: {
      title: 'Weak password',
      detail:
        'At least 8 characters; no common password, no repeated characters, not the user name. A sentence is best.',
    },
    tenant_needed: {
      title: 'Company code needed',
      detail: 'This server holds several companies. Enter the code of yours.',
    },
    username_taken: { title: 'User name taken', detail: 'Choose another user name.' },
    role_unknown: { title: 'No such role', detail: 'Choose a role from the list.' },
    role_above_own: {
      title: 'Not yours to give',
      detail: 'You cannot grant a role that may do more than you.',
    },
    date_past: { title: 'In the past', detail: 'Choose a date in the future.' },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
