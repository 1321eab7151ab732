import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { openLoads } from './queries.ts';
import { holdersOf } from './queries-rules.ts';
import type { FollowUpRule } from './rules.ts';

export interface Caller {
  id: string;
  name: string;
}

/**
 * Who may be given calls by a rule, the one with the fewest open calls first: whom it names, else who holds the post that it
 * names, else whoever may call; a supervisor only where there is no other. Never who served (the customer is to speak
 * freely); where only he is left, nobody: it stands on everyone's list.
 */
export async function callersFor(
  work: Work,
  rule: Pick<FollowUpRule, 'agentId' | 'postKey'>,
  orgPath: string,
  advisorId: string | null = null,
): Promise<Caller[]> {
  const all = await employeesWith(work, 'followUps.call', orgPath);
  const others = all.filter(({ id }) => id !== advisorId);
  const named = others.filter(({ id }) => id === rule.agentId);
  if (named.length > 0) return named;
  const pool = await heldBy(work, rule.postKey, others);
  const supervisors = new Set(
    (await employeesWith(work, 'followUps.supervise', orgPath)).map(({ id }) => id),
  );
  const callers = pool.filter(({ id }) => !supervisors.has(id));
  const candidates = callers.length > 0 ? callers : pool;
  const ids = candidates.map(({ id }) => id);
  const open = await openLoads(work, ids);
  return candidates.toSorted((one, other) => (open.get(one.id) ?? 0) - (open.get(other.id) ?? 0));
}

/** Of these people those who hold the post; all of them where none does, or none is named. */
async function heldBy(work: Work, postKey: string | null, people: readonly Caller[]) {
  if (postKey === null) return people;
  const ids = people.map(({ id }) => id);
  const today = dateIn(zoneOfTenant, work.now);
  const holders = await holdersOf(work, { ids, postKey, today });
  const held = people.filter(({ id }) => holders.has(id));
  return held.length > 0 ? held : people;
}
