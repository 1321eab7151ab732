const zh = {
  clock_line_unknown: { title: '找不到这个项目', detail: '项目可能已经撤下，请刷新后再试。' },
  clock_person_needed: {
    title: '只有员工本人能打卡',
    detail: '请用技师自己的登录打卡，接口密钥不能打卡。',
  },
  clock_device_time: {
    title: '手机时间不对',
    detail: '请校准手机的日期和时间。超过 31 天的打卡不再补发，请找组长补记。',
  },
  clock_line_needed: { title: '没有说明是哪个项目', detail: '开工、暂停和完工要选一个项目。' },
  clock_line_closed: {
    title: '这个项目现在不在施工',
    detail: '项目还没开工、已完工，或工单已进入检验，请刷新后再看。',
  },
  clock_shares_wrong: {
    title: '工时分配不对',
    detail: '要么都不填比例，要么每人都填，合计为 100%，同一人只出现一次。',
  },
  clock_certificate_missing: {
    title: '该技师缺少这个项目要求的有效证书',
    detail: '项目要求的证书写在项目旁边。请改派持证技师，或先在人员档案登记证书。',
  },
  clock_times_wrong: {
    title: '时间不对',
    detail: '结束要晚于开始，不能晚于现在，一段最长 24 小时。',
  },
  clock_overlaps: {
    title: '和另一段时间重叠',
    detail: '同一个人同一种计时不能重叠，请先核对当天的记录。',
  },
  clock_corrected_already: { title: '这一段已经更正过', detail: '请刷新，更正最新的那一段。' },
  clock_settled_already: { title: '这条打卡已经处理过', detail: '请刷新页面查看处理结果。' },
  clock_nothing_to_count: {
    title: '这条打卡已经计时',
    detail: '时间已经算进去了。要改时间，请更正当天的那一段。',
  },
  job_guide_taken: { title: '这个关键词已有作业要求', detail: '请直接修改原来那一条。' },
  job_guides_full: { title: '作业要求太多', detail: '最多 200 条，请合并相近的项目。' },
};
const en: typeof zh = {
  clock_line_unknown: {
    title: 'This job cannot be found',
    detail: 'It may have been taken off the order. Reload and try again.',
  },
  clock_person_needed: {
    title: 'Only people clock in',
    detail: 'Use the technician’s own login; a program’s key has no clock.',
  },
  clock_device_time: {
    title: 'The device’s time is wrong',
    detail:
      'Set its date and time. After 31 days a stamp is not sent any more; ask the team leader.',
  },
  clock_line_needed: {
    title: 'It is not said which job',
    detail: 'Choose a job to start, pause or finish.',
  },
  clock_line_closed: {
    title: 'This job is not in work now',
    detail: 'It has not begun, is done, or its order is being inspected. Reload the page.',
  },
  clock_shares_wrong: {
    title: 'The shares are not right',
    detail: 'Give nobody a share, or everybody: 100 % in all, and each person once.',
  },
  clock_certificate_missing: {
    title: 'This technician lacks a certificate that the job needs',
    detail: 'The certificate stands beside the job. Choose another, or put it on file first.',
  },
  clock_times_wrong: {
    title: 'The times are not right',
    detail: 'It ends after it starts, not later than now, and lasts 24 hours at most.',
  },
  clock_overlaps: {
    title: 'It overlaps another stretch',
    detail: 'A clock of one person does not run twice at a time. Look at his day first.',
  },
  clock_corrected_already: {
    title: 'This stretch was corrected already',
    detail: 'Reload, and correct the latest one.',
  },
  clock_settled_already: { title: 'This stamp was settled already', detail: 'Reload the page.' },
  clock_nothing_to_count: {
    title: 'This stamp counts already',
    detail: 'To change its times, correct the stretch in the day.',
  },
  job_guide_taken: {
    title: 'These words have a guide already',
    detail: 'Change that one.',
  },
  job_guides_full: {
    title: 'Too many guides',
    detail: '200 at most. Bring similar jobs together.',
  },
};
export const jobClockProblems = { 'zh-CN': zh, en };
