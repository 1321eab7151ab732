/** Refusals that every route can give, said so that the reader knows what to do next. */
const zh = {
  malformed: { title: '请求无法读取', detail: '请求内容格式有误，请检查后重试。' },
  invalid: { title: '填写有误', detail: '有内容不符合要求，请按下面的提示修改。' },
  duplicate_key: '同一字段出现了两次。',
  too_deep: '内容嵌套过深。',
  bad_character: '含有无法保存的字符，请删除后重试。',
  unauthenticated: {
    title: '请先登录',
    detail: '登录已失效或尚未登录，请登录后继续，已填写的内容会保留。',
  },
  wrong_login: {
    title: '用户名或密码不对',
    detail: '请检查大小写后再试。多次失败后需要等待一会儿。',
  },
  forbidden: { title: '没有权限', detail: '您的角色不能做这一步，请找有权限的同事或负责人。' },
  emergency_closed: {
    title: '紧急访问期间不能办理',
    detail:
      '权限、密钥、企业设置、导出和删除不在紧急访问之内。请结束紧急访问，或请对方的负责人办理。',
  },
  second_factor_needed: {
    title: '还差一步验证',
    detail: '请先完成第二步验证（验证码或通行密钥），再继续使用。',
  },
  whole_house_needed: {
    title: '这项设置管全公司',
    detail: '它对每一家门店都生效，请由总部的负责人修改。',
  },
  step_up_needed: {
    title: '请再确认一次身份',
    detail: '这一步比较重要，请输入密码或验证码确认是您本人。',
  },
  foreign_origin: { title: '来源不被允许', detail: '请在本系统的页面中操作。' },
  not_found: { title: '找不到', detail: '没有这条记录，或者您看不到它。' },
  method_not_allowed: { title: '不支持的操作', detail: '这个地址不支持该操作。' },
  step_not_allowed: {
    title: '现在不能做这一步',
    detail: '记录已处于另一状态，请刷新后查看可做的步骤。',
  },
  duplicate: { title: '已经存在', detail: '同样的记录已经存在，请先查找。' },
  overlap: { title: '时间冲突', detail: '该时间段已被占用。' },
  try_again: { title: '请再试一次', detail: '同事刚好在改同一条记录，请再试一次。' },
  ledger_short: { title: '余量不足', detail: '现有 {balance}{unit}，需要 {needed}{unit}。' },
  ledger_posted: { title: '已经记过账', detail: '这笔业务已经记过账，数量不同，请刷新后核对。' },
  ledger_nothing: { title: '没有可冲销的记录', detail: '这笔业务没有记过账，无需冲销。' },
  reference_unknown: { title: '引用的记录不存在', detail: '所选的记录不存在，请重新选择。' },
  rule_broken: { title: '不符合规则', detail: '内容违反了业务规则，请检查。' },
  too_large: { title: '内容太大', detail: '超过了允许的大小，请缩小后重试。' },
  media_type: { title: '格式不支持', detail: '请以 JSON 发送。' },
  under_hold: {
    title: '证据保全中，不能删除',
    detail:
      '这里的资料可能用作证据，已被保全。照片不合适请另拍一张，联系人有误请改正；确需删除，请主管先解除保全（管理 → 证据保全）。',
  },
  version_needed: { title: '缺少版本', detail: '修改前请先读取最新内容（If-Match）。' },
  version_stale: {
    title: '同事刚改过',
    detail: '您打开之后有人改过这条记录。您的内容还在，请对照最新内容后再保存。',
  },
  idempotency_key_reused: {
    title: '重复的提交编号',
    detail: '同一提交编号用于了不同内容，请刷新后重试。',
  },
  in_progress: { title: '正在处理', detail: '同样的提交正在处理，请稍候。' },
  read_budget: {
    title: '这一小时翻看的资料太多',
    detail: '已翻看 {rows} 条。请用搜索缩小范围，或等 {seconds} 秒后继续；需要整份名单请用导出。',
  },
  too_many: { title: '太频繁', detail: '请求太频繁，请等 {seconds} 秒后再试。' },
  busy: { title: '系统繁忙', detail: '请稍后再试，已填写的内容会保留。' },
  database_away: {
    title: '数据库暂时连不上',
    detail: '系统正在恢复，页面会自动重试；已填写的内容会保留，请稍后再提交一次。',
  },
  stopping: {
    title: '系统正在重启',
    detail: '服务正在停止或重启，请稍后再提交一次；已填写的内容会保留。',
  },
  too_slow: { title: '网络太慢', detail: '没有在规定时间内收到完整请求，请检查网络后重试。' },
  storage_full: {
    title: '磁盘已满',
    detail: '服务器磁盘已满，暂时不能保存。请联系管理员清理空间后重试。',
  },
  internal: {
    title: '系统出错',
    detail: '这是程序的问题，已记录。请稍后再试，或把时间告诉管理员。',
  },
  bad_cursor: '翻页位置无效，请从第一页重新开始。',
  required: '必填。',
  wrong_type: '类型不对。',
  not_in_list: '只能是：{allowed}。',
  wrong_format: '格式不对。',
  too_long: '太长，最多 {limit} 个字。',
  too_small: '不能小于 {limit}。',
  too_large_number: '不能大于 {limit}。',
  too_few: '至少 {limit} 项。',
  twice: '重复了。',
  unknown_field: '没有这个字段。',
  wrong: '不符合要求。',
};

export const problemWords = {
  'zh-CN': zh,
  en: {
    malformed: {
      title: 'Unreadable request',
      detail: 'The request could not be read. Check its form and send it again.',
    },
    invalid: { title: 'Please correct', detail: 'Some fields do not fit; see each of them below.' },
    duplicate_key: 'The same field stands there twice.',
    too_deep: 'Nested too deeply.',
    bad_character: 'Contains a character that cannot be stored. Remove it and try again.',
    unauthenticated: {
      title: 'Please sign in',
      detail: 'You are not signed in, or no longer. Sign in to go on; what you typed is kept.',
    },
    wrong_login: {
      title: 'Wrong user name or password',
      detail: 'Check upper and lower case. After several failures you have to wait a little.',
    },
    forbidden: {
      title: 'Not permitted',
      detail: 'Your role may not do this. Ask a colleague who may.',
    },
    emergency_closed: {
      title: 'Not during an emergency access',
      detail:
        'Rights, keys, settings, export and erasure are not part of it. End it first, or ask an owner there.',
    },
    second_factor_needed: {
      title: 'One step is missing',
      detail: 'Finish the second step (a code or a passkey) before you go on.',
    },
    whole_house_needed: {
      title: 'This holds for every shop',
      detail: 'The setting applies to the whole house; ask the owner at headquarters to change it.',
    },
    step_up_needed: {
      title: 'Please confirm that it is you',
      detail: 'This step matters; enter your password or a code first.',
    },
    foreign_origin: {
      title: 'Origin not allowed',
      detail: 'Please work on the pages of this system.',
    },
    not_found: { title: 'Not found', detail: 'There is no such record, or you may not see it.' },
    method_not_allowed: { title: 'Not supported', detail: 'This address does not support that.' },
    step_not_allowed: {
      title: 'Not possible now',
      detail: 'The record is in another state by now. Reload to see what can be done.',
    },
    duplicate: {
      title: 'Exists already',
      detail: 'There is such a record already. Search for it first.',
    },
    overlap: { title: 'Times overlap', detail: 'That time is taken.' },
    try_again: {
      title: 'Please try again',
      detail: 'A colleague changed the same record at that moment. Try once more.',
    },
    ledger_short: {
      title: 'Not enough left',
      detail: 'There are {balance}{unit}, {needed}{unit} are needed.',
    },
    ledger_posted: {
      title: 'Booked already',
      detail: 'This is booked already, with another amount. Reload and compare.',
    },
    ledger_nothing: { title: 'Nothing to take back', detail: 'Nothing was booked for this.' },
    reference_unknown: {
      title: 'Unknown reference',
      detail: 'The chosen record does not exist. Choose again.',
    },
    rule_broken: {
      title: 'Against a rule',
      detail: 'The content breaks a rule of the trade. Please check.',
    },
    too_large: {
      title: 'Too large',
      detail: 'This is larger than allowed. Make it smaller and try again.',
    },
    media_type: { title: 'Unsupported type', detail: 'Please send JSON.' },
    under_hold: {
      title: 'Held as evidence: it cannot be taken away',
      detail:
        'Take another photo, or correct the contact. If it has to go, a supervisor lifts the hold first (Management, Document holds).',
    },
    version_needed: {
      title: 'Version missing',
      detail: 'Read the record before you change it (If-Match).',
    },
    version_stale: {
      title: 'Changed by a colleague',
      detail:
        'Somebody changed this record after you opened it. Your text is kept; compare and save again.',
    },
    idempotency_key_reused: {
      title: 'Submission number used twice',
      detail: 'The same submission number came with another content. Reload and try again.',
    },
    in_progress: {
      title: 'Under way',
      detail: 'The same submission is being worked on. Wait a moment.',
    },
    read_budget: {
      title: 'Too many records within this hour',
      detail:
        '{rows} were read. Narrow the search, or go on in {seconds} seconds; for a whole list use the export.',
    },
    too_many: { title: 'Too often', detail: 'Too many requests. Wait {seconds} seconds.' },
    busy: { title: 'Busy', detail: 'Try again in a moment; what you typed is kept.' },
    database_away: {
      title: 'The database cannot be reached',
      detail:
        'The system is recovering and the page tries again by itself; what you typed is kept, submit again in a moment.',
    },
    stopping: {
      title: 'Restarting',
      detail: 'The service stops or restarts. Submit again in a moment; what you typed is kept.',
    },
    too_slow: {
      title: 'Too slow',
      detail: 'The whole request did not arrive in time. Check the network and try again.',
    },
    storage_full: {
      title: 'Disk full',
      detail:
        'The server’s disk is full; nothing can be saved. Ask the administrator to make room, then try again.',
    },
    internal: {
      title: 'Something went wrong',
      detail:
        'This is our fault and has been recorded. Try again later, or tell the administrator the time.',
    },
    bad_cursor: 'The page position is not valid. Start from the first page.',
    required: 'Required.',
    wrong_type: 'Of the wrong type.',
    not_in_list: 'Only: {allowed}.',
    wrong_format: 'In the wrong form.',
    too_long: 'Too long, at most {limit} characters.',
    too_small: 'Not less than {limit}.',
    too_large_number: 'Not more than {limit}.',
    too_few: 'At least {limit}.',
    twice: 'Twice.',
    unknown_field: 'There is no such field.',
    wrong: 'Does not fit.',
  } satisfies Record<keyof typeof zh, string | { title: string; detail: string }>,
};
