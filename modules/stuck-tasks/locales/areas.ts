/** What may have been left undone, by the first part of a task's name. Chinese and English side by side. */
export const areas: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  appointments: ['有预约没有按时转为失约', 'An appointment missed may not be on the list'],
  archive: ['有客户的档案完整度没有更新', 'An archive’s completeness may be out of date'],
  audit: ['操作记录没有按时封存', 'The record of actions was not sealed in time'],
  commitments: [
    '有期限没有预警、升级，或有人没有收到通知',
    'A deadline may not warn or climb, a notice be missing',
  ],
  duplicates: ['查重或合并没有做完', 'A search for duplicates or a merge is unfinished'],
  exports: [
    '导出没有做好，或有异常没有上报',
    'An export is unfinished, or something unusual untold',
  ],
  files: ['有文件没有清理', 'A file was not cleared away'],
  followUps: [
    '有回访没有排进名单，或事项没有升级',
    'A call may not be planned, or a matter not passed up',
  ],
  imports: ['导入停在半路', 'An import stands half-way'],
  jobClock: ['工时或误点预测没有更新', 'Clocks or a forecast of lateness are out of date'],
  members: ['会员积分、到期或对账没有处理', 'Points, expiry or the proof of balances are undone'],
  messages: ['有消息没有发出', 'A message was not sent'],
  organisation: ['移动单位后有记录没有跟上', 'Records have not followed a unit that moved'],
  people: ['紧急访问没有按时结束', 'An emergency access was not ended in time'],
  privacy: ['有客户的资料还没有删除', 'A customer’s data is not erased yet'],
  reminders: ['有提醒没有更新', 'A reminder is out of date'],
  segments: ['客户状态没有更新', 'A customer’s standing is out of date'],
  server: ['夜间整理没有做', 'The nightly work was not done'],
  staffing: ['离职人员的岗位没有收回', 'A leaver still holds a post'],
  stuckTasks: ['有卡住的任务没有通知您', 'A stuck task was not told'],
  surveys: ['有满意度调查没有安排或发出', 'A survey was not planned or sent'],
  webhooks: ['有事件没有通知到别的系统', 'Another program was not told'],
};
