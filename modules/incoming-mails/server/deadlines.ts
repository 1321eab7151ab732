import {
  calendarOf,
  cancelPromise,
  defineRule,
  keep,
  promise,
} from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingMinutes } from '#shared/business-calendar.ts';
import type { MailRow } from './queries.ts';

/** Who wrote to us is looked at soon: CMP-03 counts from the letter, not from whoever opens it. */
const decideRule = defineRule({
  key: 'incomingMails.decide',
  source: '《修理厂客户关系管理规定》：24 小时内响应投诉；来信先在约定的营业时间内判定（门店自定）',
  term: { kind: 'until' },
  warnBeforeMinutes: 60,
  ladder: [
    { afterMinutes: 0, permission: 'complaints.supervise' },
    { afterMinutes: 240, permission: 'organisation.manage' },
  ],
});

export const aboutMail = ({ id, orgPath }: Pick<MailRow, 'id' | 'orgPath'>) => ({
  type: 'incomingMail',
  id,
  orgPath,
});

/** By when somebody has to decide what a letter is, and how that comes about. */
export async function decideTerm(work: Work, orgPath: string, from: Date, minutes: number) {
  const due = addWorkingMinutes(await calendarOf(work, orgPath), from, minutes);
  if (due.kind === 'paused') throw new Error('nothing pauses a decision about mail');
  return due;
}

/** Starts the clock of a letter; nobody answers for it before somebody opens it. */
export const promiseDecision = (
  work: Work,
  row: MailRow,
  { dueAt, spans }: Awaited<ReturnType<typeof decideTerm>>,
) =>
  promise(work, {
    rule: decideRule,
    about: aboutMail(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: null,
    dueAt,
    sum: spans,
    subject: row.fromName || row.fromAddress || row.subject,
  });
export const decided = (work: Work, row: MailRow) => keep(work, decideRule, aboutMail(row));
/** It was no letter to anybody. */
export const nothingOwed = (work: Work, row: MailRow) =>
  cancelPromise(work, decideRule, aboutMail(row));
