import type { RedactionWords } from '../judge/redaction.ts';

/** The words with which a draft is put together. */
export const draftWords = {
  'zh-CN': {
    responsible: '责任：',
    task: '完成任务：',
    due: '期限',
    inTime: '按时',
    late: '超时',
    clock: '时限 · ',
    solution: '方案：',
    measure: '措施：',
    told: '告知客户：',
    satisfaction: '客户评价：',
    closed: '结案：',
    byException: '例外结案',
    reopened: '重新打开次数：',
    cost: '花费：',
    questions:
      '1. 哪一步本来可以避免这起投诉？\n2. 如果是你接待这位客户，第一句话怎么说？\n3. 我们现在的做法里，还有哪里会出同样的问题？',
  },
  en: {
    responsible: 'responsible: ',
    task: 'Task done: ',
    due: 'due ',
    inTime: 'in time',
    late: 'late',
    clock: 'Term · ',
    solution: 'Offer: ',
    measure: 'Measure: ',
    told: 'Customer told: ',
    satisfaction: 'The customer says: ',
    closed: 'Closed: ',
    byException: 'Closed by exception',
    reopened: 'Times reopened: ',
    cost: 'Cost: ',
    questions:
      '1. Which step could have spared us this complaint?\n2. Had you met this customer, what would your first sentence be?\n3. Where in our work could the same happen today?',
  },
} as const satisfies Record<'zh-CN' | 'en', Record<string, string>>;

/** What stands in place of persons. */
export const redactionWords: Record<'zh-CN' | 'en', RedactionWords> = {
  'zh-CN': {
    roles: {
      customer: '客户',
      sender: '送修人',
      contact: '客户的家人或同事',
      handler: '投诉处理人',
      advisor: '服务顾问',
      technician: '技师',
      employee: '员工',
    },
    letters: [...'甲乙丙丁戊己庚辛壬癸'],
    instead: {
      phone: '〔电话略〕',
      plate: '〔车牌略〕',
      vin: '〔车架号略〕',
      address: '〔地址略〕',
      number: '〔单号略〕',
    },
    day: (day) => `第 ${day} 天`,
    before: (days) => `投诉前 ${days} 天`,
  },
  en: {
    roles: {
      customer: 'the customer',
      sender: 'the driver',
      contact: 'a relation of the customer',
      handler: 'the complaint handler',
      advisor: 'the service advisor',
      technician: 'the technician',
      employee: 'a colleague',
    },
    letters: [...'ABCDEFGHIJ'].map((letter) => ` ${letter}`),
    instead: {
      phone: '(telephone)',
      plate: '(plate)',
      vin: '(VIN)',
      address: '(address)',
      number: '(number)',
    },
    day: (day) => `day ${day}`,
    before: (days) => `${days} days before the complaint`,
  },
};
