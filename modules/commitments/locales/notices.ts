/** What the bell says, by kind: a title and what stands below it, filled with the facts of the notice. */
export const noticeWords: Readonly<
  Record<'zh-CN' | 'en', Readonly<Record<string, readonly [title: string, detail: string]>>>
> = {
  'zh-CN': {
    'commitment.warned': ['快到期：{rule}', '{subject} 期限 {due}'],
    'commitment.broken': ['已逾期：{rule}', '{subject} 期限 {due}'],
    'commitment.climbed': ['逾期上报：{rule}', '{subject} 期限 {due}'],
    'message.failed': ['消息没有发出去', '{subject}'],
    'webhook.disabled': ['接口回调已停用', '{name}：三天投递不成功'],
    'people.newDevice': ['您的账号在新设备登录', '{device}，{address}。不是您本人请马上改密码'],
    'people.factorAdded': ['已添加二次验证', '{name}'],
    'people.factorRemoved': ['二次验证已移除', '{name}'],
    'people.factorsReset': ['您的二次验证已被重设', '下次登录请重新设置'],
    'people.recoveryCodeUsed': ['用了一个恢复码', '还剩 {left} 个。不是您本人请马上改密码'],
    'people.passkeyDoubted': ['通行密钥可能被复制', '“{name}”的登录已被拒绝，请移除它'],
    'people.rescued': ['在服务器上重置了一个登录', '{name}。请核实是谁在服务器上操作'],
    'people.handedOver': ['{name} 离职，工作移交给您', '共 {count} 项，请尽快接手'],
    'people.emergencyOpened': ['{name} 开启了紧急访问', '{unitName}：{reason}'],
    'genuineChecks.warned': [
      '防伪码被多次查询',
      '{product}（末四位 {ending}）查了 {checks} 次：{places}',
    ],
    'exports.nearlyUsed': ['今天的导出额度快用完', '{name} 已导出 {used} 条，每天 {rowsADay} 条'],
    'exports.unusual': [
      '导出数量异常',
      '{name} 导出了 {rows} 条，平时约 {usual} 条，编号 {number}',
    ],
    'exports.reading': ['翻看资料数量异常', '{name} 一小时内翻看了 {rows} 条'],
    'exports.refused': ['拒绝了一次超额导出', '{name} 想导出 {rows} 条，只剩 {left} 条'],
    'complaints.assigned': ['投诉交给你处理', '{number}，由 {by} 交办'],
    'serviceOrders.discountAsked': [
      '请您批优惠',
      '{number} 优惠 {yuan} 元（{percent}%），{by}：{reason}',
    ],
    'serviceOrders.discountGranted': ['优惠已批准', '{number} 优惠 {yuan} 元，{by} 批准'],
    'serviceOrders.discountRefused': ['优惠未批准', '{number} 优惠 {yuan} 元，{by}：{note}'],
    'complaints.major': ['重大投诉', '{number}，由 {by} 评定'],
    'stuckTasks.givenUp': ['系统有一件事没做成', '{name} 试了十次都不成，请到“卡住的任务”处理'],
    'members.unproved': ['会员账对不上', '{what}。请马上核对，先不要退款'],
    'jobClock.lateForeseen': [
      '要误点：{plate}',
      '{number} 约定 {due}，预计晚 {minutes} 分钟，请先告诉客户',
    ],
  },
  en: {
    'commitment.warned': ['Due soon: {rule}', '{subject} due {due}'],
    'commitment.broken': ['Overdue: {rule}', '{subject} due {due}'],
    'commitment.climbed': ['Overdue, reported to you: {rule}', '{subject} due {due}'],
    'message.failed': ['A message was not sent', '{subject}'],
    'webhook.disabled': ['A webhook was disabled', '{name}: nothing arrived for three days'],
    'people.newDevice': [
      'Your account was used on a new device',
      '{device}, {address}. If that was not you, change the password now',
    ],
    'people.factorAdded': ['A second factor was added', '{name}'],
    'people.factorRemoved': ['A second factor was removed', '{name}'],
    'people.factorsReset': [
      'Your second factors were reset',
      'Set up new ones at the next sign-in',
    ],
    'people.recoveryCodeUsed': [
      'A recovery code was used',
      '{left} left. If that was not you, change the password now',
    ],
    'people.passkeyDoubted': [
      'A passkey may have been copied',
      '“{name}” was refused at the sign-in; remove it',
    ],
    'people.rescued': [
      'A login was reset at the server',
      '{name}. Make sure that you know who did it',
    ],
    'people.handedOver': ['{name} left: the work is yours now', '{count} items'],
    'people.emergencyOpened': ['{name} opened an emergency access', '{unitName}: {reason}'],
    'genuineChecks.warned': [
      'A code was checked again and again',
      '{product} (ending {ending}), {checks} times: {places}',
    ],
    'exports.nearlyUsed': [
      'The day’s exports are nearly used up',
      '{name} took out {used} records of {rowsADay} a day',
    ],
    'exports.unusual': [
      'An unusually large export',
      '{name} took out {rows} records, usually about {usual}; number {number}',
    ],
    'exports.reading': ['Unusually many records read', '{name} read {rows} within an hour'],
    'exports.refused': [
      'An export beyond the allowance was refused',
      '{name} wanted {rows} records, {left} were left',
    ],
    'complaints.assigned': ['A complaint for you', '{number}, given by {by}'],
    'serviceOrders.discountAsked': [
      'A discount to decide',
      '{number}: ¥{yuan} ({percent} %), {by}: {reason}',
    ],
    'serviceOrders.discountGranted': ['Discount granted', '{number}: ¥{yuan}, by {by}'],
    'serviceOrders.discountRefused': ['Discount refused', '{number}: ¥{yuan}, {by}: {note}'],
    'complaints.major': ['A major complaint', '{number}, assessed by {by}'],
    'stuckTasks.givenUp': [
      'A task could not be done',
      '{name} failed ten times: see “Stuck tasks”',
    ],
    'members.unproved': [
      'Members’ sums do not add up',
      '{what}. Look into it before anything is paid back',
    ],
    'jobClock.lateForeseen': [
      'Will be late: {plate}',
      '{number} promised {due}, about {minutes} minutes late. Tell the customer first',
    ],
  },
};
