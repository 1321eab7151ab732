import type { Question, QuestionnaireContent } from '../contract.ts';
import type { Occasion } from '../lifecycle.ts';

const noMore = { options: [], isRequired: true, isOverall: false, lowAtMost: null };
const overall = (zh: string, en: string): Question => ({
  ...noMore,
  key: 'overall',
  kind: 'scale5',
  text: { zh, en },
  isOverall: true,
  lowAtMost: 2,
});
const scale = (key: string, zh: string, en: string): Question => ({
  ...noMore,
  key,
  kind: 'scale5',
  text: { zh, en },
  isRequired: false,
  lowAtMost: 1,
});
const recommend: Question = {
  ...noMore,
  key: 'recommend',
  kind: 'nps',
  text: {
    zh: '您会把我们推荐给亲友吗？',
    en: 'How likely are you to recommend us to family and friends?',
  },
  isRequired: false,
};
const words = (zh: string, en: string): Question => ({
  ...noMore,
  key: 'words',
  kind: 'words',
  text: { zh, en },
  isRequired: false,
});
const thanks = {
  zh: '谢谢您。您的评价由总部封存，到期一并开封，门店不能修改。',
  en: 'Thank you. Your answers are sealed and opened together later; the shop cannot change them.',
};

interface Shipped {
  source: string;
  content: QuestionnaireContent;
}

/** What is asked until a house publishes its own (SUR-01). */
export const shippedQuestionnaires: Readonly<Record<Occasion, Shipped>> = {
  delivery: {
    source: '《4S店客服部规章制度》四：询问用车情况、维修质量、服务态度；CSAT 与 NPS 通行问法',
    content: {
      title: { zh: '这次维修，您满意吗？', en: 'How was this visit?' },
      lead: {
        zh: '几个小问题，约一分钟。您的回答不会影响保修与服务。',
        en: 'A few short questions, about a minute. Your answers do not affect warranty or service.',
      },
      thanks,
      questions: [
        overall(
          '总体来说，您对这次服务满意吗？',
          'Overall, how satisfied are you with this service?',
        ),
        scale('repair', '车的问题修好了吗，质量如何？', 'How good was the repair itself?'),
        scale('attitude', '服务顾问的态度和讲解如何？', 'How were you received and informed?'),
        scale('time', '交车准时吗？', 'Was the car ready on time?'),
        recommend,
        words('还有什么想对我们说？', 'Anything else you would like to tell us?'),
      ],
    },
  },
  complaintClosed: {
    source: 'CMP-09《客户投诉处理流程》：处理后调查对处理结果的满意程度，以及其他需求或建议',
    content: {
      title: { zh: '投诉处理，您满意吗？', en: 'How did we handle your complaint?' },
      lead: {
        zh: '您不满意，我们会重新处理。',
        en: 'If you are not satisfied, we take it up again.',
      },
      thanks,
      questions: [
        overall('您对处理结果满意吗？', 'How satisfied are you with the result?'),
        scale('speed', '处理得及时吗？', 'Was it handled quickly enough?'),
        words('还有什么需求或建议？', 'What else do you need or suggest?'),
      ],
    },
  },
  yearly: {
    source: 'SUR-01 年度调查；CSAT 与 NPS 通行问法（domain-rules §5.1）',
    content: {
      title: { zh: '这一年，我们做得怎样？', en: 'How did we do this year?' },
      lead: {
        zh: '请您为这一年的服务打分，约两分钟。',
        en: 'Please rate a year of service: about two minutes.',
      },
      thanks,
      questions: [
        overall('您对我们这一年的服务满意吗？', 'How satisfied are you with this year’s service?'),
        scale('price', '价格清楚、合理吗？', 'Were prices clear and fair?'),
        {
          ...noMore,
          key: 'reason',
          kind: 'choice',
          text: { zh: '您来我们店主要因为：', en: 'You come to us mainly because of:' },
          options: [
            { zh: '技术可靠', en: 'good work' },
            { zh: '离得近', en: 'the short way' },
            { zh: '价格', en: 'the price' },
            { zh: '服务态度', en: 'friendly service' },
          ],
          isRequired: false,
        },
        recommend,
        words('还有什么想对我们说？', 'Anything else you would like to tell us?'),
      ],
    },
  },
};
