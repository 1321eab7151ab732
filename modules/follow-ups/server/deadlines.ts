import { defineRule } from '#modules/commitments/server/index.ts';

/** The window's last calling hour (FUP-01, FUP-02); then the supervisor hears of it. */
export const contactRule = defineRule({
  key: 'followUps.contact',
  source: 'FUP-01、FUP-02《4S店客服部规章制度》四之4、5：在规定的日子内联系客户',
  term: { kind: 'until' },
  warnBeforeMinutes: 180,
  ladder: [{ afterMinutes: 0, permission: 'followUps.supervise' }],
});

/** 仍不能解决的，要在两日内报告业务主管 (FUP-05). */
export const matterRule = defineRule({
  key: 'followUps.matter',
  source: 'FUP-05《4S店客服部规章制度》四之4：仍不能解决的，要在两日内报告业务主管',
  term: { kind: 'workingDays', days: 2 },
  warnBeforeMinutes: 240,
  ladder: [{ afterMinutes: 0, permission: 'followUps.supervise' }],
});

/** 在获取解决方法的当日告知客户 (FUP-05). */
export const tellRule = defineRule({
  key: 'followUps.tell',
  source: 'FUP-05《4S店客服部规章制度》四之4：在获取解决方法的当日告知客户',
  term: { kind: 'until' },
  warnBeforeMinutes: 60,
  ladder: [{ afterMinutes: 0, permission: 'followUps.supervise' }],
});

export const aboutFollowUp = (row: { id: string; orgPath: string }) => ({
  type: 'followUp',
  id: row.id,
  orgPath: row.orgPath,
});
export const aboutMatter = (row: { id: string; orgPath: string }) => ({
  type: 'matter',
  id: row.id,
  orgPath: row.orgPath,
});
