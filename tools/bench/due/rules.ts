import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import { addDays } from '#shared/dates.ts';

/** One of the rules that make somebody due; those that a house writes itself stand at a place of its tree. */
export interface DueRule {
  kind: 'maintenance' | 'inspection' | 'insurance' | 'guarantee' | 'offer' | Written;
  /** Which place of the tree, the house itself first. */
  place: number;
  at: number;
}
type Written = 'firstService' | 'longUnseen' | 'reminder';

const shipped = ['maintenance', 'inspection', 'insurance', 'guarantee'] as const;
const written = ['firstService', 'longUnseen', 'firstService', 'longUnseen', 'reminder'] as const;

/** So many rules: the four that are shipped, what the places wrote for themselves, and offers for the rest. */
export function rulesOf(count: number, places: number): DueRule[] {
  const rules: DueRule[] = shipped.map((kind) => ({ kind, place: 0, at: 0 }));
  const taken = new Map<Written, number>();
  for (let at = 0; rules.length < count; at++) {
    const kind = written[at % written.length]!;
    const place = taken.get(kind) ?? 0;
    const isOffer = at % 6 === 5 || place >= places;
    if (!isOffer) taken.set(kind, place + 1);
    rules.push(isOffer ? { kind: 'offer', place: 0, at } : { kind, place, at });
  }
  return rules;
}

interface Place {
  id: string;
  path: string;
}

/** What a car or an owner has that the archive does not draw: how the car is used, its insurance, guarantees given. */
const furnished = `
  update vehicles set use_kind = case hashtext(id::text) & 15 when 0 then 'forHire' when 1 then 'van' else 'privateSmall' end,
         is_relief_lost = hashtext(id::text) & 127 = 0,
         insurance_until = case when hashtext(id::text) & 3 > 0 then current_date - 200 + (hashtext(id::text) & 511) end
   where tenant_id = $1 and use_kind = ''`;
const guaranteed = `
  insert into release_certificates (tenant_id, id, org_unit_id, order_id, number, inspector_id, guarantee_km, guarantee_days, issued_at)
  select o.tenant_id, o.id, o.org_unit_id, o.id, 'JG' || o.id, o.org_unit_id, 20000, 100 + (hashtext(o.id::text) & 127), o.delivered_at
    from service_orders o
   where o.tenant_id = $1 and o.state = 'delivered' and o.delivered_at > now() - interval '220 days'
     and hashtext(o.id::text) & 3 = 0
  on conflict do nothing`;

const offerKinds = ['event', 'offer', 'freeCheck'] as const;

/** Each offer is for other cars. */
const conditionsOf = (at: number) => ({
  ...(at % 2 === 0 && { ageFromMonths: 12 + at, ageToMonths: 40 + at }),
  ...(at % 3 === 0 && { notSeenForMonths: 6 + (at % 12) }),
  ...(at % 2 === 1 && at % 3 !== 0 && { ageFromMonths: 60 + at }),
});

/** The days of a rule that a place wrote; the house's own is for everybody, every third place asks for persons. */
const termsOf = ({ kind, place }: DueRule) => {
  const [earliest, latest] = { firstService: [90, 180], longUnseen: [180, 210], reminder: [0, 6] }[
    kind as Written
  ] as [number, number];
  const later = kind === 'reminder' ? 0 : place % 7;
  return {
    earliestDays: earliest + later,
    latestDays: latest + later,
    conditions: kind !== 'reminder' && place % 3 === 2 ? { customerKinds: ['person'] } : {},
  };
};

/** Stands the rules up in a house, as of a day; those of a run before are gone. */
export async function standUp(
  owner: pg.Client,
  tenantId: string,
  rules: readonly DueRule[],
  on: string,
): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query(furnished, [tenantId]);
  await owner.query(guaranteed, [tenantId]);
  await owner.query('delete from service_offers where tenant_id = $1', [tenantId]);
  await owner.query('delete from settings where tenant_id = $1 and key = $2', [
    tenantId,
    'reminders.settings',
  ]);
  const { rows: places } = await owner.query<Place>(
    'select id, path from org_units where tenant_id = $1 and closed_at is null order by path',
    [tenantId],
  );
  await settle(owner, tenantId, places);
  const now = new Date();
  for (const rule of rules) {
    if (rule.kind === 'offer')
      await announce(owner, { tenantId, place: places[0]!, rule, on, now });
    else if (rule.kind === 'firstService' || rule.kind === 'longUnseen' || rule.kind === 'reminder')
      await write(owner, { tenantId, place: places[rule.place]!, rule, on, now });
  }
}

/** How many a morning, and two places that are told earlier than the others. */
async function settle(owner: pg.Client, tenantId: string, places: readonly Place[]) {
  const leadDays = { maintenance: 14, insurance: 45, guarantee: 14 };
  const values = [
    { leadDays, quietDays: 30, perDay: 100 },
    { leadDays: { ...leadDays, maintenance: 30 }, quietDays: 30, perDay: 50 },
    { leadDays: { ...leadDays, insurance: 60 }, quietDays: 60, perDay: 200 },
  ];
  for (const [at, value] of values.entries())
    await owner.query(
      "insert into settings (tenant_id, org_path, key, value, updated_at) values ($1, $2, 'reminders.settings', $3, now())",
      [tenantId, places[at]!.path, value],
    );
}

interface Standing {
  tenantId: string;
  place: Place;
  rule: DueRule;
  on: string;
  now: Date;
}

const announce = (owner: pg.Client, { tenantId, place, rule: { at }, on, now }: Standing) =>
  owner.query(
    `insert into service_offers (tenant_id, id, org_unit_id, org_path, kind, name, from_on, until_on, conditions, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), now())`,
    [
      ...[tenantId, newId(now), place.id, place.path, offerKinds[at % 3], `活动${at}`],
      ...[addDays(on, (at % 20) - 5), addDays(on, 30 + at), conditionsOf(at)],
    ],
  );

async function write(owner: pg.Client, { tenantId, place, rule, on, now }: Standing) {
  const { earliestDays, latestDays, conditions } = termsOf(rule);
  await owner.query(
    `insert into follow_up_rule_editions (tenant_id, id, org_unit_id, org_path, occasion, edition, is_withdrawn, is_on,
       earliest_days, latest_days, conditions, channel, script, most_tries, spacing_minutes, expires_days, counts_as_done,
       starts_on, created_by, created_at)
     select $1, $2, $3, $4, $5, 1 + coalesce(max(e.edition), 0), false, true, $6, $7, $8, 'phone', '', 5, 240, 14, 'reached',
       $9::date, $3, now()
       from follow_up_rule_editions e where e.tenant_id = $1 and e.occasion = $5 and e.org_path = $4`,
    [
      ...[tenantId, newId(now), place.id, place.path, rule.kind],
      ...[earliestDays, latestDays, conditions, addDays(on, -400)],
    ],
  );
}

/** Takes away the rules of a run and what they made, so that it is the evening before once more. */
export async function eveningBefore(owner: pg.Client, tenantId: string): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query(
    "delete from follow_ups where tenant_id = $1 and rule in ('firstService', 'longUnseen', 'reminder')",
    [tenantId],
  );
  await owner.query('delete from follow_up_rule_editions where tenant_id = $1', [tenantId]);
  await owner.query('truncate service_proposals');
  await owner.query('vacuum analyze follow_ups');
}
