import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addMonths, dateIn } from '#shared/dates.ts';
import type { LawChecklist } from '../contract.ts';
import { reviewEvents } from '../events.ts';
import { itemsFor, monthsOfProof } from './law-items.ts';
import { type CaseInLaw, caseInLaw, insertTick, ticksOf } from './queries-law.ts';

/** What the law asks in a complaint, and what of it was looked after (CMP-18). */
export async function lawOf(work: Work, complaintId: string): Promise<LawChecklist> {
  const row = await caseInLaw(work, complaintId);
  if (!row) throw notFound();
  const ticks = await ticksOf(work, complaintId);
  return {
    number: row.number,
    items: itemsFor(row.kind, row.channel).map(({ key, law, article, text, duty }) => {
      const tick = ticks.find(({ item }) => item === key);
      const shown = tick ? { byName: tick.byName, at: tick.at.toISOString() } : null;
      return { ...{ key, law, article, duty }, edition: text, tick: shown };
    }),
    proofUntil: proofUntil(row),
    mayTick: can(work.actor, 'complaints.handle', row.orgPath) && work.actor.kind === 'user',
  };
}

/** Once is enough: said again it changes nothing. */
export async function tickLaw(
  work: Work,
  complaintId: string,
  item: string,
): Promise<LawChecklist> {
  const row = await caseInLaw(work, complaintId);
  if (!row) throw notFound();
  const isAsked = itemsFor(row.kind, row.channel).some(({ key }) => key === item);
  if (!isAsked || work.actor.kind !== 'user') throw ruleBroken('/item', 'law_item_unknown');
  const ticks = await ticksOf(work, complaintId);
  if (!ticks.some((tick) => tick.item === item)) {
    await insertTick(work, { complaintId, item, doneBy: work.actor.id, at: work.now });
    const about = { type: 'complaint', id: complaintId, orgPath: row.orgPath };
    await work.emit(reviewEvents.lawTicked, { complaintId, item }, about);
  }
  return lawOf(work, complaintId);
}

/** Six months from when the car was handed over; only where the complaint came within them. */
function proofUntil({ receivedAt, handedOverAt }: CaseInLaw): string | null {
  if (!handedOverAt) return null;
  const until = addMonths(dateIn(zoneOfTenant, handedOverAt), monthsOfProof);
  return dateIn(zoneOfTenant, receivedAt) <= until ? until : null;
}
