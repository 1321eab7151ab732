import { defineRule } from '#modules/commitments/server/index.ts';

/** The file is complete two working days after somebody was put on it or came in (ARC-02). */
export const archiveRule = defineRule({
  key: 'customers.archive',
  source: 'ARC-02 客户档案两日内完善',
  term: { kind: 'workingDays', days: 2 },
  warnBeforeMinutes: 240,
  ladder: [{ afterMinutes: 0, permission: 'followUps.supervise' }],
});
