import { whyNotCalled } from '#modules/follow-ups/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { birthdaysOn } from '#shared/birthdays.ts';
import { addDays } from '#shared/dates.ts';
import type { Conditions, Preview } from '../contract.ts';

/** Every condition, `null` where it is not asked: one fixed statement answers all segments. */
export interface Asked {
  standings: readonly string[] | null;
  valueClasses: readonly string[] | null;
  seenBefore: string | null;
  seenSince: string | null;
  spendFrom: number | null;
  spendTo: number | null;
  models: readonly string[] | null;
  /** Birthdays without their years. */
  birthdays: readonly string[] | null;
  registeredBefore: string | null;
  registeredSince: string | null;
  dueKinds: readonly string[] | null;
  dueUntil: string | null;
  agrees: boolean | null;
  complains: boolean | null;
  orgUnitId: string | null;
}

/** The dates that the conditions mean on a day. */
export function askedBy(
  conditions: Conditions,
  today: string,
  monthsAgo: (months: number) => string,
  dueUntil: (days: number) => string,
): Asked {
  const ago = (months: number | undefined) => (months === undefined ? null : monthsAgo(months));
  const { dueKinds = null, dueWithinDays } = conditions;
  const isDueAsked = dueKinds !== null || dueWithinDays !== undefined;
  return {
    standings: conditions.standings ?? null,
    valueClasses: conditions.valueClasses ?? null,
    seenBefore: ago(conditions.notSeenForMonths),
    seenSince: ago(conditions.seenWithinMonths),
    spendFrom: conditions.spendFromFen ?? null,
    spendTo: conditions.spendToFen ?? null,
    models: conditions.models ?? null,
    birthdays: birthdaysAsked(conditions, today),
    registeredBefore: ago(conditions.carAgeFromMonths),
    registeredSince: ago(conditions.carAgeToMonths),
    dueKinds,
    dueUntil: isDueAsked ? dueUntil(dueWithinDays ?? 90) : null,
    agrees: conditions.agreesToOffers ?? null,
    complains: conditions.hasOpenComplaint ?? null,
    orgUnitId: conditions.orgUnitId ?? null,
  };
}

/** Every birthday that falls on one of the days that are asked for, solar or lunar; what both conditions ask, where both stand. */
function birthdaysAsked(
  { birthdayWithinDays, birthdayInMonth }: Conditions,
  today: string,
): string[] | null {
  if (birthdayWithinDays === undefined && birthdayInMonth === undefined) return null;
  const days = birthdayInMonth === undefined ? birthdayWithinDays! : 365;
  const month = birthdayInMonth && String(birthdayInMonth).padStart(2, '0');
  const wanted = Array.from({ length: days + 1 }, (_, ahead) => ahead).flatMap((ahead) => {
    const on = addDays(today, ahead);
    const isNear = birthdayWithinDays === undefined || ahead <= birthdayWithinDays;
    return isNear && (month === undefined || on.slice(5, 7) === month) ? birthdaysOn(on) : [];
  });
  return [...new Set(wanted)];
}

const cars = `exists (select from vehicles v where v.tenant_id = s.tenant_id and v.owner_id = s.customer_id
    and v.org_path ^@ any(:scopes)
    and (:models::text[] is null or v.model ^@ any(:models))
    and (:registeredBefore::date is null or v.first_registered_on <= :registeredBefore)
    and (:registeredSince::date is null or v.first_registered_on >= :registeredSince))`;
const due = `exists (select from service_proposals p where p.tenant_id = s.tenant_id and p.customer_id = s.customer_id
    and p.org_path ^@ any(:scopes) and p.dismissed_at is null and p.due_on <= :dueUntil::date
    and (:dueKinds::text[] is null or p.kind = any(:dueKinds)))`;
const agrees = `coalesce((select k.given from consents k where k.tenant_id = s.tenant_id
    and k.customer_id = s.customer_id and k.purpose = 'marketing' and k.channel in ('phone', 'any')
    order by k.at desc, k.id desc limit 1), false)`;
const complains = `exists (select from complaints k where k.tenant_id = s.tenant_id
    and k.customer_id = s.customer_id and k.org_path ^@ any(:scopes) and k.state not in ('closed', 'monitoring'))`;

const plain = `s.tenant_id = :tenant and s.org_path ^@ any(:scopes)
  and (:standings::text[] is null or s.standing = any(:standings))
  and (:valueClasses::text[] is null or s.value_class = any(:valueClasses))
  and (:seenBefore::date is null or s.last_visit_on is null or s.last_visit_on <= :seenBefore)
  and (:seenSince::date is null or s.last_visit_on >= :seenSince)
  and (:spendFrom::bigint is null or s.year_spend_fen >= :spendFrom)
  and (:spendTo::bigint is null or s.year_spend_fen <= :spendTo)
  and (:orgUnitId::uuid is null or s.org_unit_id = :orgUnitId)
  and (:birthdays::text[] is null or s.customer_id = any(array(select b.id from customers b
    where b.tenant_id = :tenant and b.birthday_key = any(:birthdays) and b.kind = 'person')))`;
const elsewhere = `((:models::text[] is null and :registeredBefore::date is null and :registeredSince::date is null) or ${cars})
  and (:dueUntil::date is null or ${due})
  and (:agrees::boolean is null or ${agrees} = :agrees)
  and (:complains::boolean is null or ${complains} = :complains)`;

/**
 * So many customers are looked at, the best first: what stands in other tables is asked of each of them, and an answer
 * has to come while somebody chooses conditions.
 */
const mostLookedAt = 20_000;
const mostCounted = mostLookedAt;
const mostShown = 20;
const isPlain = ({
  models,
  registeredBefore,
  registeredSince,
  dueUntil,
  agrees,
  complains,
}: Asked) =>
  [models, registeredBefore, registeredSince, dueUntil, agrees, complains].every(
    (one) => one === null,
  );
const looked = (asked: Asked, plainly: number) => (isPlain(asked) ? plainly : mostLookedAt + 1);

/** All that the index itself holds. */
const indexed = `s.tenant_id, s.standing, s.year_spend_fen, s.customer_id, s.org_path, s.org_unit_id, s.value_class,
      s.last_visit_on`;
/** Group by group, since the index holds each in this order: the best of a million are not found by sorting them all. */
const lookedAt = `(select s.* from (select distinct unnest(coalesce(:standings::text[], '{active,sleeping,lost,never}')) as standing) asked
    cross join lateral (select ${indexed} from customer_standings s where s.standing = asked.standing and ${plain}
      order by s.year_spend_fen desc, s.customer_id limit :looked) s
    order by s.year_spend_fen desc, s.customer_id limit :looked) s`;
const total = statement<{ total: number; seen: number }, Asked & { looked: number }>(
  'segments.count',
  `select count(*) filter (where ${elsewhere}) as total, count(*) as seen from ${lookedAt}
    where s.tenant_id = :tenant`,
);
/** Where no other table is asked, an index alone answers. */
const plainTotal = statement<{ total: number; seen: number }, Asked & { looked: number }>(
  'segments.countPlain',
  `select count(*) as total, count(*) as seen from (select from customer_standings s where ${plain} limit :looked) s`,
);
/** What stands in other tables is asked of so many first; of all that may be looked at only where few of these fit. */
const lookedAtFirst = 5000;
/** Calls for a week: how many more there are decides nothing while somebody chooses conditions. */
const manyEnough = 100;
/**
 * How many fit; `isMore` when there are customers that were not looked at.
 * @returns besides, how many were looked at: as many as a sample has to look at
 */
export async function countMembers(work: Work, asked: Asked) {
  if (isPlain(asked)) {
    const most = mostCounted + 1;
    const { total: all } = (await work.first(plainTotal, { ...asked, looked: most }))!;
    return { total: Math.min(all, mostCounted), isMore: all >= most, looked: mostShown };
  }
  const first = await counted(work, asked, lookedAtFirst + 1);
  const isEnough = !first.isMore || first.total >= manyEnough;
  return isEnough ? first : counted(work, asked, mostLookedAt + 1);
}

async function counted(work: Work, asked: Asked, most: number) {
  const { total: fitting, seen } = (await work.first(total, { ...asked, looked: most }))!;
  return { total: fitting, isMore: seen >= most, looked: most };
}

/** His car: the one seen last. */
const car = `left join lateral (select v.id, v.plate, v.model from vehicles v
    where v.tenant_id = s.tenant_id and v.owner_id = s.customer_id and v.org_path ^@ any(:scopes)
    order by v.last_visit_on desc nulls last, v.id desc limit 1) v on true`;
const sample = statement<Preview['sample'][number], Asked & { looked: number }>(
  'segments.sample',
  `select s.customer_id, c.name, coalesce(v.plate, '') as plate, coalesce(v.model, '') as model, s.standing,
      s.value_class, s.last_visit_on, s.year_spend_fen
     from (select s.* from ${lookedAt} where s.tenant_id = :tenant and ${elsewhere}
            order by s.year_spend_fen desc, s.customer_id limit ${mostShown}) s
     join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
     ${car}
    where s.tenant_id = :tenant
    order by s.year_spend_fen desc, s.customer_id`,
);
export const sampleOfMembers = (work: Work, asked: Asked & { looked: number }) =>
  work.rows(sample, asked);

/** So many members are asked whether they may be called, the best customers first. */
export const mostAsked = 5000;
interface CallsAsked extends Asked {
  isOffer: boolean;
  quietDays: number;
}
const candidates = `select s.*, ${whyNotCalled('c', { isCommercial: ':isOffer::boolean', remindedOf: "case when :isOffer::boolean then 'offer' end" })} as held
  from (select s.* from ${lookedAt} where s.tenant_id = :tenant and ${elsewhere}
         order by s.year_spend_fen desc, s.customer_id limit ${mostAsked}) s
  join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
 where s.tenant_id = :tenant`;
const reach = statement<
  { held: string | null; customers: number },
  CallsAsked & { looked: number }
>('segments.reach', `select m.held, count(*) as customers from (${candidates}) m group by m.held`);
/** How many may be called, and why the others may not. */
export const reachOf = (work: Work, asked: CallsAsked) =>
  work.rows(reach, { ...asked, looked: looked(asked, mostAsked) });

export interface ToCall {
  customerId: string;
  vehicleId: string | null;
  orgUnitId: string;
  orgPath: string;
}
const members = statement<ToCall, Asked & { looked: number }>(
  'segments.members',
  `select s.customer_id, v.id as vehicle_id, s.org_unit_id, s.org_path
     from (select s.* from ${lookedAt} where s.tenant_id = :tenant and ${elsewhere}
            order by s.year_spend_fen desc, s.customer_id limit ${mostAsked}) s
     ${car}
    where s.tenant_id = :tenant
    order by s.year_spend_fen desc, s.customer_id`,
);
/** Who fits, with the car seen last; the best customers where there are more than are asked. */
export const membersOf = (work: Work, asked: Asked) =>
  work.rows(members, { ...asked, looked: looked(asked, mostAsked) });

const toCall = statement<ToCall, CallsAsked & { budget: number; looked: number }>(
  'segments.toCall',
  `select s.customer_id, v.id as vehicle_id, s.org_unit_id, s.org_path
     from (select * from (${candidates}) m where m.held is null
            order by m.year_spend_fen desc, m.customer_id limit :budget) s
     ${car}
    order by s.year_spend_fen desc, s.customer_id`,
);
export const membersToCall = (work: Work, asked: CallsAsked & { budget: number }) =>
  work.rows(toCall, { ...asked, looked: looked(asked, mostAsked) });
