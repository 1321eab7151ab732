import { cancelPromise, defineRule, keep, promise } from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { SubletRow } from './queries.ts';

/** The other firm has it back by then; whoever gave it out answers for it (WSH-11). */
const backRule = defineRule({
  key: 'sublets.back',
  source: 'WSH-11',
  term: { kind: 'until' },
  warnBeforeMinutes: 60,
  ladder: [{ afterMinutes: 60, permission: 'organisation.manage' }],
});

export const aboutSublet = ({ id, orgPath }: Pick<SubletRow, 'id' | 'orgPath'>) => ({
  type: 'sublet',
  id,
  orgPath,
});

/** Starts the clock of a job that is out, or moves it. @param plate for lists and notices */
export const promiseBack = (work: Work, row: SubletRow, plate: string) =>
  promise(work, {
    rule: backRule,
    about: aboutSublet(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: row.givenBy,
    dueAt: row.dueAt,
    subject: plate,
  });
export const cameBack = (work: Work, row: SubletRow) => keep(work, backRule, aboutSublet(row));
export const comesNoMore = (work: Work, row: SubletRow) =>
  cancelPromise(work, backRule, aboutSublet(row));
