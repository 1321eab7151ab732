import { commitmentsAbout } from '#modules/commitments/server/index.ts';
import { can } from '#platform/actor.ts';
import { isShared, placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { maskName } from '#shared/names.ts';
import { maskPhone } from '#shared/phones.ts';
import type { ComplaintLevel, LevelEntry, LevelUnit, ListedLevel } from '../contract.ts';
import type { Tier } from '../lifecycle.ts';
import { stepsFor } from './policy.ts';
import { type EntryRow, entriesOf, seenCase } from './queries.ts';
import type { ListedRow } from './queries-list.ts';
import { placedCase, sharingWith, unitsBelow } from './standing.ts';

const unitShown = ({ id, name, tier }: { id: string; name: string; tier: string }): LevelUnit => ({
  ...{ id, name },
  tier: tier as Tier,
});

/**
 * Where a complaint stands, for the shop and for the levels above alike: the car, the matter and the shop. Name and phone
 * are masked for everybody; who needs them reveals them (ARC-10). @throws Problem 404
 */
export async function shownLevel(work: Work, complaintId: string): Promise<ComplaintLevel> {
  const row = await seenCase(work, complaintId);
  if (!row) throw notFound();
  const at = await placedCase(work, row);
  const entries = await entriesOf(work, complaintId);
  const clocks = await commitmentsAbout(work, 'complaintLevel', [complaintId]);
  const running = clocks.get(complaintId)?.find(({ settledAt }) => settledAt === null);
  const { number, content, plate, model, handlerName } = row;
  const { sinceAt, dueAt, receivedAt } = wire(row);
  const shown: ComplaintLevel = {
    ...{ complaintId, number, content, plate, model, handlerName, receivedAt, dueAt },
    kind: row.kind as ComplaintLevel['kind'],
    severity: row.severity as ComplaintLevel['severity'],
    complaintState: row.complaintState as ComplaintLevel['complaintState'],
    beginning: content.slice(0, 80),
    complainantName: maskName(row.complainantName),
    complainantPhone: maskPhone(row.complainantPhone),
    origin: unitShown(at.origin),
    level: unitShown(at.level),
    state: at.state,
    sinceAt: sinceAt ?? receivedAt,
    timesPassed: row.timesPassed ?? 0,
    chain: at.chain.map(unitShown),
    below: unitsBelow(at).map(unitShown),
    above: at.above ? unitShown(at.above) : null,
    sharing: await sharingWith(work, at, at.level),
    entries: entries.map(entryShown),
    clock: running ?? null,
    mayReveal:
      can(work.actor, 'customers.reveal', row.orgPath) && isShared(work.actor, row.orgPath),
    steps: stepsFor(work.actor, at),
    version: row.version,
  };
  return placed(shown, row.orgPath);
}

function entryShown(row: EntryRow): LevelEntry {
  const { id, step, words, facts, byName, byId } = row;
  return {
    ...{ id, step, words, byName },
    from: unitShown({ id: row.fromId, name: row.fromName, tier: row.fromTier }),
    to: unitShown({ id: row.toId, name: row.toName, tier: row.toTier }),
    passed: facts.passed ?? [],
    sharing: (facts.sharing ?? null) as LevelEntry['sharing'],
    dueAt: facts.dueAt ?? null,
    isAutomatic: step === 'passUp' && byId === null,
    at: row.at.toISOString(),
  };
}

export function shownInList(row: ListedRow): ListedLevel {
  const { complaintId, number, plate, model, beginning, handlerName, timesPassed } = row;
  const { sinceAt, dueAt } = wire(row);
  return {
    ...{ complaintId, number, plate, model, beginning, handlerName, timesPassed, sinceAt, dueAt },
    kind: row.kind as ListedLevel['kind'],
    severity: row.severity as ListedLevel['severity'],
    complaintState: row.complaintState as ListedLevel['complaintState'],
    state: row.state as ListedLevel['state'],
    origin: unitShown({ id: row.originId, name: row.originName, tier: row.originTier }),
    level: unitShown({ id: row.levelId, name: row.levelName, tier: row.levelTier }),
    reason: row.reason ?? '',
  };
}
