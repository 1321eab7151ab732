import {
  calendarOf,
  cancelPromise,
  defineRule,
  handOver,
  keep,
  promise,
} from '#modules/commitments/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingMinutes } from '#shared/business-calendar.ts';
import type { CallRow } from './queries.ts';
import { telephonyAt } from './setting.ts';

/** Who was not reached hears from us soon: as many working minutes as the shop has set (issue 7, the caller's desk). */
const callBackRule = defineRule({
  key: 'phoneCalls.callBack',
  source: '未接来电在约定的营业时间内回拨（门店自定，出厂值为惯例）',
  term: { kind: 'until' },
  warnBeforeMinutes: 10,
  ladder: [{ afterMinutes: 0, permission: 'followUps.supervise' }],
});

export const aboutCall = ({ id, orgPath }: Pick<CallRow, 'id' | 'orgPath'>) => ({
  type: 'phoneCall',
  id,
  orgPath,
});

/** Until when a call missed at that moment is called back, and how that comes about. */
export async function callBackTerm(work: Work, orgPath: string, missedAt: Date) {
  const { callBackMinutes } = await telephonyAt(work, orgPath);
  const calendar = await calendarOf(work, orgPath);
  const due = addWorkingMinutes(calendar, missedAt, callBackMinutes);
  if (due.kind === 'paused') throw new Error('nothing pauses a call back');
  return due;
}

/** Starts the clock of a missed call; nobody answers for it before somebody takes it. */
export const promiseCallBack = (
  work: Work,
  row: CallRow,
  { dueAt, spans }: Awaited<ReturnType<typeof callBackTerm>>,
) =>
  promise(work, {
    rule: callBackRule,
    about: aboutCall(row),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: row.ownerId,
    dueAt,
    sum: spans,
    subject: row.callerName || row.number.slice(-4),
  });
export const giveCallBack = (work: Work, row: CallRow) =>
  handOver(work, callBackRule, aboutCall(row), row.ownerId);
export const calledBack = (work: Work, row: CallRow) => keep(work, callBackRule, aboutCall(row));
export const owedNoMore = (work: Work, row: CallRow) =>
  cancelPromise(work, callBackRule, aboutCall(row));
