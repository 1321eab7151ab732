import { Problem } from '../problem.ts';
import { statement } from '../sql.ts';
import type { Work } from '../work.ts';

/** On what a hold can be asked after. */
export type HeldKind = 'customer' | 'vehicle' | 'serviceOrder' | 'complaint';

/** Since when evidence is held, and until when: null where nobody can say. */
export interface Held {
  since: Date | null;
  until: Date | null;
}

const held = statement<Held & { isHeld: boolean }, { kind: HeldKind; subject: string }>(
  'personal.held',
  `select count(*) > 0 or (:kind = 'customer' and customer_is_held(:subject::uuid)) as is_held,
          min(h.placed_at) as since,
          case when bool_and(h.until_at is not null) then max(h.until_at) end as until
     from holds_on(:kind::text, :subject::uuid) h where h.tenant_id = :tenant`,
);

/**
 * The one question of everything that destroys (CMP-18, PIPL 47): whether a hold reaches this record, whoever placed it
 * and wherever it stands in the tree. The database refuses the erasure of a person by the same rule.
 * @returns since and until when, or undefined where nothing is held
 */
export async function heldOn(
  work: Work,
  kind: HeldKind,
  subject: string,
): Promise<Held | undefined> {
  const { isHeld, since, until } = (await work.first(held, { kind, subject }))!;
  return isHeld ? { since, until } : undefined;
}

/** @throws Problem 409 `under_hold` where what is to be taken away is held as evidence */
export async function refuseUnderHold(work: Work, kind: HeldKind, subject: string): Promise<void> {
  if (await heldOn(work, kind, subject)) throw new Problem(409, 'under_hold');
}

const waits = statement<{ isWaiting: boolean }, { subject: string }>(
  'personal.erasureWaits',
  `select count(*) > 0 as is_waiting from erasures
    where tenant_id = :tenant and customer_id = :subject::uuid and held_since is not null`,
);
/** Whether the erasure of a customer waits for evidence: until it is done he is stored and protected, nothing else. */
export const erasureWaits = async (work: Work, customerId: string): Promise<boolean> =>
  (await work.first(waits, { subject: customerId }))!.isWaiting;
