import { complaintPointProblems } from './problems-points.ts';
import { complaintWorkProblems } from './problems-work.ts';

const zhWork = complaintWorkProblems['zh-CN'];
const zhPoints = complaintPointProblems['zh-CN'];
const zhProblems = {
  not_your_case: { title: '不是您处理的', detail: '这件投诉由别人处理，请找处理人或主管。' },
  handler_unknown: { title: '不能选这个人', detail: '处理人须是有投诉处理权限的在岗同事。' },
  gate_open: {
    title: '还不能结案',
    detail: '原因、措施、反馈、满意度、总结都有记录才能结案；缺的已列出。',
  },
  needs_cause: '还有要点没有判定：请在调查或要点里写下结论和原因。',
  needs_measure: '缺措施：请记下采取了什么措施。',
  needs_tasks: '还有任务没有办结：请办结，或写明原因后取消。',
  needs_told: '还没有把结果反馈给客户。',
  needs_satisfaction: '还没有问到客户是否满意。',
  needs_lesson: '缺总结：请记下怎样改进。',
  in_future: { title: '时间还没到', detail: '请填已经过去的时间。' },
  customer_unknown: { title: '找不到客户', detail: '没有这位客户，或者您看不到。' },
  vehicle_unknown: { title: '找不到车辆', detail: '没有这辆车，或者您看不到。' },
  order_unknown: { title: '找不到工单', detail: '没有这张工单，或者您看不到。' },
  source_unknown: {
    title: '找不到来源',
    detail: '没有这次回访或这张工单，或者您看不到；来源的种类和编号要一起给。',
  },
  period_reversed: { title: '起止日期颠倒', detail: '结束日期不能早于开始日期。' },
  receipt_settled: {
    title: '不用再告知',
    detail: '已经告知过，或是匿名投诉、设定时限之前收到的投诉；请刷新。',
  },
  told_before_received: { title: '早于接到投诉', detail: '告知的时间不能早于接到投诉的时间。' },
  anonymous_known: { title: '不是匿名', detail: '匿名投诉没有电话，也不关联客户；请去掉一样。' },
  ...zhWork,
  ...zhPoints,
};

export const complaintProblems = {
  'zh-CN': zhProblems,
  en: {
    receipt_settled: {
      title: 'Nothing to tell any more',
      detail: 'It was told already, or it is anonymous or older than this term; refresh the page.',
    },
    told_before_received: {
      title: 'Before it was received',
      detail: 'It cannot have been told before the complaint was received.',
    },
    anonymous_known: {
      title: 'Not anonymous',
      detail: 'An anonymous complaint has no phone and no customer; take one of them away.',
    },
    not_your_case: {
      title: 'Not your case',
      detail: 'Someone else handles this complaint; ask the handler or a supervisor.',
    },
    handler_unknown: {
      title: 'Cannot be the handler',
      detail: 'Choose an active colleague who may handle complaints.',
    },
    gate_open: {
      title: 'It cannot be closed yet',
      detail:
        'Cause, measure, result told, satisfaction and lesson must be on record; what is missing is listed.',
    },
    needs_cause: 'A point is not judged: record its finding and cause.',
    needs_measure: 'The measure is missing: record what was done.',
    needs_tasks: 'A task is still open: end it, or drop it with a reason.',
    needs_told: 'The customer has not been told the result.',
    needs_satisfaction: 'The customer has not been asked whether he is satisfied.',
    needs_lesson: 'The lesson is missing: record what will be improved.',
    in_future: { title: 'Not yet', detail: 'Enter a time that has passed.' },
    customer_unknown: { title: 'No such customer', detail: 'Unknown, or not yours to see.' },
    vehicle_unknown: { title: 'No such vehicle', detail: 'Unknown, or not yours to see.' },
    order_unknown: { title: 'No such order', detail: 'Unknown, or not yours to see.' },
    source_unknown: {
      title: 'No such source',
      detail: 'No such call or order, or not yours to see; its kind and its id come together.',
    },
    period_reversed: {
      title: 'Dates reversed',
      detail: 'The last day cannot be before the first.',
    },
    ...complaintWorkProblems.en,
    ...complaintPointProblems.en,
  } satisfies Record<keyof typeof zhProblems, string | { title: string; detail: string }>,
};
