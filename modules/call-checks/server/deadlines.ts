import { defineRule } from '#modules/commitments/server/index.ts';

const s2 = 'FUP-11《4S店客服部规章制度》四之〔五〕：主管负责督查检查售后服务工作';

/** What was drawn is checked in the working days that the house set; then its management hears of it. */
export const checkRule = defineRule({
  key: 'callChecks.check',
  source: `${s2}；期限由本店设定`,
  term: { kind: 'until' },
  warnBeforeMinutes: 24 * 60,
  ladder: [{ afterMinutes: 0, permission: 'organisation.manage' }],
});

/** Who disagrees is answered within three working days: practice, no source. */
export const decideRule = defineRule({
  key: 'callChecks.decide',
  source: `${s2}；三个工作日为惯例`,
  term: { kind: 'workingDays', days: 3 },
  warnBeforeMinutes: 8 * 60,
  ladder: [{ afterMinutes: 0, permission: 'organisation.manage' }],
});

/** What was agreed on in a coaching is looked at on its day. */
export const agreedRule = defineRule({
  key: 'callChecks.agreed',
  source: `${s2}；日期由辅导时约定`,
  term: { kind: 'until' },
  warnBeforeMinutes: 24 * 60,
  ladder: [],
});
