import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Handover } from '../contract.ts';
import type { Given, Held } from './open-work.ts';

const fit = statement<
  { id: string },
  { ids: readonly string[]; permission: string | null; orgPath: string }
>(
  'people.fitReceivers',
  `select e.id from employees e
    where e.tenant_id = :tenant and e.id = any(:ids::uuid[]) and e.state = 'active'
      and (e.org_path ^@ any(:scopes) or e.org_path = :orgPath)
      and (:permission::text is null or exists (
        select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
         where g.tenant_id = e.tenant_id and g.employee_id = e.id and :permission = any(r.permissions)
           and :orgPath ^@ g.scope_path))`,
);
/** Those of several who are at work, within the asker's scope, and may do the thing in that place. */
export const fitReceivers = (
  work: Work,
  asked: { ids: readonly string[]; permission: string | null; orgPath: string },
) => work.rows(fit, asked);

export const insertHandovers = (work: Work, rows: readonly Fresh<'handovers'>[]) =>
  work.insertAll('handovers', rows);

type Shown = Omit<Handover, 'at'> & { at: Date };
const ofRecord = statement<Shown, { aboutId: string }>(
  'people.handoversOfRecord',
  `select h.kind, f.name as from_name, t.name as to_name, 1 as count, h.created_at as at
     from handovers h
     join employees f on f.tenant_id = h.tenant_id and f.id = h.from_id
     join employees t on t.tenant_id = h.tenant_id and t.id = h.to_id
    where h.tenant_id = :tenant and h.about_id = :aboutId and h.org_path ^@ any(:scopes)
    order by h.id desc limit 20`,
);
/** Whose a record was, until when. */
export const handoversOfRecord = (work: Work, aboutId: string) => work.rows(ofRecord, { aboutId });

const ofLeaver = statement<Shown, { employeeId: string }>(
  'people.handoversOfLeaver',
  `select h.kind, f.name as from_name, t.name as to_name, count(*) as count, h.created_at as at
     from handovers h
     join employees f on f.tenant_id = h.tenant_id and f.id = h.from_id
     join employees t on t.tenant_id = h.tenant_id and t.id = h.to_id
    where h.tenant_id = :tenant and h.from_id = :employeeId and h.org_path ^@ any(:scopes)
    group by h.kind, f.name, t.name, h.created_at
    order by h.created_at desc, h.kind, t.name limit 200`,
);
/** What a person gave away, summed up by kind and receiver. */
export const handoversOfLeaver = (work: Work, employeeId: string) =>
  work.rows(ofLeaver, { employeeId });

const asStandIn = statement<Held, { employeeId: string }>(
  'people.standInsHeld',
  `select s.id, a.name as label, a.org_path
     from stand_ins s join employees a on a.tenant_id = s.tenant_id and a.id = s.absent_id
    where s.tenant_id = :tenant and s.stand_in_id = :employeeId and s.ended_at is null and s.until_at > :now
    order by s.from_at, s.id limit 10000`,
);
/** For whom a person acts, now or soon. */
export const standInsHeldBy = (work: Work, employeeId: string) =>
  work.rows(asStandIn, { employeeId });

const keysKept = statement<Held, { employeeId: string }>(
  'people.keysHeld',
  `select k.id, k.name as label, k.scope_path as org_path from api_keys k
    where k.tenant_id = :tenant and k.keeper_id = :employeeId and k.revoked_at is null and k.expires_at > :now
    order by k.created_at, k.id limit 10000`,
);
/** The keys of programs that a person answers for. */
export const keysHeldBy = (work: Work, employeeId: string) => work.rows(keysKept, { employeeId });

interface Gift {
  ids: readonly string[];
  toIds: readonly string[];
}
/** What was given, as two lists for `unnest`. */
export const giftOf = (given: readonly Given[]): Gift => ({
  ids: given.map(({ id }) => id),
  toIds: given.map(({ toId }) => toId),
});

const keysGiven = statement<never, Gift & { fromId: string }>(
  'people.giveKeys',
  `update api_keys k set keeper_id = g.to_id
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where k.tenant_id = :tenant and k.id = g.id and k.keeper_id = :fromId`,
);
export const giveKeys = (work: Work, fromId: string, given: readonly Given[]) =>
  work.run(keysGiven, { fromId, ...giftOf(given) });

const standInsGiven = statement<never, Gift & { newIds: readonly string[]; byId: string | null }>(
  'people.giveStandIns',
  `with over as (
     update stand_ins s set ended_at = :now
       from unnest(:ids::uuid[], :toIds::uuid[], :newIds::uuid[]) as g (id, to_id, new_id)
      where s.tenant_id = :tenant and s.id = g.id and s.ended_at is null
      returning g.new_id, s.absent_id, g.to_id, greatest(s.from_at, :now) as from_at, s.until_at, s.named_by)
   insert into stand_ins (tenant_id, id, absent_id, stand_in_id, from_at, until_at, named_by, created_at)
   select :tenant, new_id, absent_id, to_id, from_at, until_at, coalesce(:byId::uuid, named_by), :now
     from over where absent_id <> to_id`,
);
/** Who acts for the absent one from now on. He himself, when he receives it: then nobody has to. */
export const giveStandIns = (
  work: Work,
  given: readonly Given[],
  newIds: readonly string[],
  byId: string | null,
) => work.run(standInsGiven, { ...giftOf(given), newIds, byId });

const shut = statement<{ sessions: number; hasLogin: boolean }, { employeeId: string }>(
  'people.whatEnds',
  `select (select count(*) from sessions s where s.tenant_id = :tenant and s.employee_id = :employeeId
             and s.revoked_at is null and s.expires_at > :now) as sessions,
          exists (select 1 from logins l where l.tenant_id = :tenant and l.employee_id = :employeeId
             and l.is_enabled) as has_login`,
);
/** What of a person's way in ends when he leaves. */
export const whatEnds = async (work: Work, employeeId: string) =>
  (await work.first(shut, { employeeId }))!;
