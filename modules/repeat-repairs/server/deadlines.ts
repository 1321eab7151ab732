import { defineRule, keep, promise } from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { RepeatRow } from './queries.ts';

/** Until then another cause than the repair may be proved; after it the repair stays free of charge. */
const proofRule = defineRule({
  key: 'repeatRepairs.proof',
  source: '机动车维修管理规定 第三十七条',
  term: { kind: 'until' },
  warnBeforeMinutes: 24 * 60,
  ladder: [{ afterMinutes: 0, permission: 'organisation.manage' }],
});

export const aboutRepeat = ({ id, orgPath }: Pick<RepeatRow, 'id' | 'orgPath'>) => ({
  type: 'repeatRepair',
  id,
  orgPath,
});

/** The clock stands on the order, where everybody sees it. */
const aboutOrderOf = ({ orderId, orgPath }: RepeatRow) => ({
  type: 'serviceOrder',
  id: orderId,
  orgPath,
});

/** Who decided that it is a repeat repair answers for its cause being judged in time. */
export const promiseProof = (work: Work, row: RepeatRow, plate: string) =>
  promise(work, {
    rule: proofRule,
    about: aboutOrderOf(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: row.decidedBy,
    dueAt: row.proofDueAt,
    subject: plate,
  });
export const isJudged = (work: Work, row: RepeatRow) => keep(work, proofRule, aboutOrderOf(row));
