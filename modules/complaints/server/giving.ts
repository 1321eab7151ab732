import type { Work } from '#platform/work.ts';
import { complaintEvents } from '../events.ts';
import { type ComplaintState, openStates } from '../lifecycle.ts';
import { handClockOver } from './deadlines.ts';
import { handlesThere, lockComplaint } from './queries.ts';
import { aboutComplaint, concerned, noted } from './taking.ts';

/**
 * Another level of the tree takes the case over, or gives it back (CMP-16): the caller has judged who may. Nobody (`null`)
 * means that whoever handles complaints there may go on. Nothing happens to a closed one, nor where that person does not
 * handle complaints there.
 * @returns whether the case is that person's now
 */
export async function giveCase(
  work: Work,
  complaintId: string,
  handlerId: string | null,
  reason: string,
): Promise<boolean> {
  const before = await lockComplaint(work, complaintId);
  if (!before || !openStates.includes(before.state as ComplaintState)) return false;
  if (before.handlerId === handlerId) return true;
  if (handlerId !== null && !(await handlesThere(work, handlerId, before.orgPath))) return false;
  const after = await noted(work, before, 'assign', {
    change: { handlerId },
    entry: { words: reason, facts: { handlerId, from: before.handlerId } },
  });
  await handClockOver(work, after);
  if (handlerId === null) {
    await work.emit(complaintEvents.noted, concerned(after), aboutComplaint(after));
  } else {
    const data = { ...concerned(after), handlerId };
    await work.emit(complaintEvents.assigned, data, aboutComplaint(after));
  }
  return true;
}
