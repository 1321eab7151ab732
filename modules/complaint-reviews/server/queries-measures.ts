import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { visitsBetween } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface MeasureRow extends RowOf<'complaintMeasures'> {
  unitName: string;
  ownerName: string;
}
const withNames = `select m.*, coalesce(u.name, '') as unit_name, coalesce(e.name, '') as owner_name
     from complaint_measures m
     left join org_units u on u.tenant_id = m.tenant_id and u.id = m.org_unit_id
     left join employees e on e.tenant_id = m.tenant_id and e.id = m.owner_id`;
const measure = statement<MeasureRow, { measureId: string }>(
  'complaintReviews.measure',
  `${withNames} where m.tenant_id = :tenant and m.id = :measureId and m.org_path ^@ any(:scopes)`,
);
export const measureById = (work: Work, measureId: string) => work.first(measure, { measureId });
const locked = statement<MeasureRow, { measureId: string }>(
  'complaintReviews.lockMeasure',
  `${withNames} where m.tenant_id = :tenant and m.id = :measureId and m.org_path ^@ any(:scopes) for update of m`,
);
export const lockMeasure = (work: Work, measureId: string) => work.first(locked, { measureId });
export const insertMeasure = (work: Work, row: Fresh<'complaintMeasures'>) =>
  work.insert('complaintMeasures', row);
export const updateMeasure = (work: Work, id: string, change: ChangeOf<'complaintMeasures'>) =>
  work.update('complaintMeasures', { id }, change);

const ofReview = statement<MeasureRow, { reviewId: string }>(
  'complaintReviews.measuresOfReview',
  `${withNames} where m.tenant_id = :tenant and m.review_id = :reviewId and m.org_path ^@ any(:scopes)
    order by m.id limit 100`,
);
export const measuresOfReview = (work: Work, reviewId: string) => work.rows(ofReview, { reviewId });

const atWork = statement<MeasureRow, { orgPath: string; doneSince: string }>(
  'complaintReviews.measuresAtWork',
  `${withNames} where m.tenant_id = :tenant and m.org_path ^@ any(:scopes) and m.org_path = :orgPath
      and (m.state = 'agreed' or m.done_on >= :doneSince::date)
    order by m.due_on, m.id limit 50`,
);
/** The measures that a unit itself has under way, and those that it finished since a day: their effect is still looked at. */
export const measuresAtWork = (work: Work, asked: { orgPath: string; doneSince: string }) =>
  work.rows(atWork, asked);

interface ListAsked {
  state: string | null;
  purpose: string | null;
  ownerId: string | null;
  size: number;
}
const page = statement<MeasureRow, ListAsked & { afterOn: string; afterId: string }>(
  'complaintReviews.measures',
  `${withNames} where m.tenant_id = :tenant and m.org_path ^@ any(:scopes)
      and (:state::text is null or m.state = :state)
      and (:purpose::text is null or m.purpose = :purpose)
      and (:ownerId::uuid is null or m.owner_id = :ownerId)
      and (m.due_on, m.id) > (:afterOn::date, :afterId::uuid)
    order by m.due_on, m.id limit :size`,
);
export const pageOfMeasures = (work: Work, asked: ListAsked, after: unknown[] | null) =>
  work.rows(page, {
    ...asked,
    afterOn: String(after?.[0] ?? '-infinity'),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
  });

const mayOwn = statement<{ id: string }, { employeeId: string; orgPath: string }>(
  'complaintReviews.mayOwn',
  `select e.id from employees e
     join role_grants g on g.tenant_id = e.tenant_id and g.employee_id = e.id
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where e.tenant_id = :tenant and e.id = :employeeId and e.state = 'active'
      and 'complaints.handle' = any(r.permissions) and :orgPath ^@ g.scope_path
    limit 1`,
);
/** Whether an employee handles complaints in that place of the tree: only such a one can be held to a measure. */
export const mayOwnThere = async (work: Work, employeeId: string, orgPath: string) =>
  (await work.first(mayOwn, { employeeId, orgPath })) !== undefined;

export interface EffectAsked {
  ids: readonly string[];
  places: readonly string[];
  kinds: readonly (string | null)[];
  causes: readonly (string | null)[];
  begins: readonly Date[];
  ends: readonly Date[];
}
export interface EffectCount {
  id: string;
  position: number;
  complaints: number;
  visits: number;
}
const effects = statement<EffectCount, EffectAsked>(
  'complaintReviews.effects',
  `select s.id, s.position,
          (select count(*) from complaints c
            where c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ s.place
              and c.received_at >= s.since and c.received_at < s.until
              and (s.kind is null and s.cause is null or exists (
                select from (select) one
                  left join complaint_points p on p.tenant_id = c.tenant_id and p.complaint_id = c.id
                 where (s.kind is null or coalesce(p.kind, c.kind) = s.kind)
                   and (s.cause is null or coalesce(p.cause_kind, c.cause_kind) = s.cause)))) as complaints,
          ${visitsBetween('s.since', 's.until', 's.place')} as visits
     from unnest(:ids::uuid[], :places::text[], :kinds::text[], :causes::text[], :begins::timestamptz[],
                 :ends::timestamptz[]) with ordinality as s (id, place, kind, cause, since, until, position)
    order by s.position`,
);
/** What was counted in each of the stretches: complaints of that kind, and visits. */
export const countedInStretches = (work: Work, asked: EffectAsked) => work.rows(effects, asked);
