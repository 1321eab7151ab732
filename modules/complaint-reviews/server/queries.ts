import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface ReviewRow extends RowOf<'complaintReviews'> {
  unitName: string;
  createdByName: string;
}
const withNames = `select r.*, coalesce(u.name, '') as unit_name, coalesce(e.name, '') as created_by_name
     from complaint_reviews r
     left join org_units u on u.tenant_id = r.tenant_id and u.id = r.org_unit_id
     left join employees e on e.tenant_id = r.tenant_id and e.id = r.created_by`;
const review = statement<ReviewRow, { reviewId: string }>(
  'complaintReviews.one',
  `${withNames} where r.tenant_id = :tenant and r.id = :reviewId and r.org_path ^@ any(:scopes)`,
);
export const reviewById = (work: Work, reviewId: string) => work.first(review, { reviewId });
const locked = statement<ReviewRow, { reviewId: string }>(
  'complaintReviews.lock',
  `${withNames} where r.tenant_id = :tenant and r.id = :reviewId and r.org_path ^@ any(:scopes) for update of r`,
);
export const lockReview = (work: Work, reviewId: string) => work.first(locked, { reviewId });
export const insertReview = (work: Work, row: Fresh<'complaintReviews'>) =>
  work.insert('complaintReviews', row);
export const updateReview = (work: Work, id: string, change: ChangeOf<'complaintReviews'>) =>
  work.update('complaintReviews', { id }, change);

export interface ListedReviewRow extends Omit<ReviewRow, 'pack' | 'minutes'> {
  measures: number;
  measuresOpen: number;
}
const reviews = statement<ListedReviewRow, { beforeOn: string; beforeId: string; size: number }>(
  'complaintReviews.page',
  `select r.id, r.org_path, r.grain, r.from_on, r.until_on, r.state, r.held_at, r.created_at, r.version,
          coalesce(u.name, '') as unit_name, coalesce(e.name, '') as created_by_name,
          m.measures, m.measures_open
     from complaint_reviews r
     left join org_units u on u.tenant_id = r.tenant_id and u.id = r.org_unit_id
     left join employees e on e.tenant_id = r.tenant_id and e.id = r.created_by
    cross join lateral (
      select count(*) as measures, count(*) filter (where m.state = 'agreed') as measures_open
        from complaint_measures m where m.tenant_id = r.tenant_id and m.review_id = r.id) m
    where r.tenant_id = :tenant and r.org_path ^@ any(:scopes)
      and (r.from_on, r.id) < (:beforeOn::date, :beforeId::uuid)
    order by r.from_on desc, r.id desc limit :size`,
);
export const pageOfReviews = (work: Work, after: unknown[] | null, size: number) =>
  work.rows(reviews, {
    beforeOn: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const people = statement<{ id: string; name: string }, { reviewId: string }>(
  'complaintReviews.people',
  `select e.id, e.name from complaint_review_people p
     join employees e on e.tenant_id = p.tenant_id and e.id = p.employee_id
    where p.tenant_id = :tenant and p.review_id = :reviewId order by p.id limit 100`,
);
export const invitedTo = (work: Work, reviewId: string) => work.rows(people, { reviewId });
export const insertPeople = (work: Work, rows: readonly Fresh<'complaintReviewPeople'>[]) =>
  work.insertAll('complaintReviewPeople', rows);

const colleagues = statement<{ id: string }, { ids: readonly string[] }>(
  'complaintReviews.colleagues',
  `select id from employees
    where tenant_id = :tenant and id = any(:ids::uuid[]) and state = 'active' and org_path ^@ any(:scopes)
    limit 100`,
);
/** Those of the ids that are active colleagues within the caller’s scope. */
export const colleaguesAmong = async (work: Work, ids: readonly string[]) =>
  (await work.rows(colleagues, { ids })).map(({ id }) => id);

export interface CaseRow {
  reason: string;
  id: string;
  number: string;
  kind: string;
}
interface Span {
  since: Date;
  until: Date;
  place: string;
}
const inSpan = `c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ :place
  and c.received_at >= :since and c.received_at < :until`;
/** In the order of `caseReasons`: what is looked for, and which comes first. */
const searches = [
  ['gravest', `c.severity in ('major', 'raised')`, `c.severity, c.cost_fen desc nulls last`],
  ['cameBack', '(c.times_reopened > 0 or c.repeat_of_id is not null)', 'c.times_reopened desc'],
  ['longestOpen', 'c.closed_at is null', 'c.received_at'],
  ['dearest', 'c.cost_fen > 0', 'c.cost_fen desc'],
  ['latest', 'true', 'c.received_at desc'],
] as const;
const cases = statement<CaseRow, Span>(
  'complaintReviews.cases',
  searches
    .map(
      ([reason, where, order]) =>
        `(select '${reason}' as reason, c.id, c.number, c.kind from complaints c
           where ${inSpan} and ${where} order by ${order}, c.id limit 3)`,
    )
    .join('\nunion all\n'),
);
/** Three for each reason: whichever are the same complaint, three different ones are left. */
export const casesToDiscuss = (work: Work, span: Span) => work.rows(cases, span);

export interface MentionRow {
  list: 'overdue' | 'exceptions';
  id: string;
  number: string;
  kind: string;
  total: number;
}
/** In order of an index, and no more than a thousand: a house with more of them knows it without a number. */
const mentionsSql = (list: string, where: string, order: string) =>
  `(select '${list}' as list, c.id, c.number, c.kind, count(*) over () as total
      from (select c.id, c.number, c.kind from complaints c where ${where} order by ${order} limit 1000) c limit 20)`;
const mentions = statement<MentionRow, Span>(
  'complaintReviews.mentions',
  `${mentionsSql(
    'overdue',
    `c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ :place
       and c.due_at is not null and c.due_at < :now and c.received_at < :until`,
    'c.due_at, c.id',
  )} union all ${mentionsSql(
    'exceptions',
    `${inSpan} and c.exception_reason <> ''`,
    'c.received_at desc, c.id desc',
  )}`,
);
/** What is overdue now, and what was closed by a signed exception. */
export const mentionsOf = (work: Work, span: Span) => work.rows(mentions, span);

const beginnings = statement<{ id: string; beginning: string }, { ids: readonly string[] }>(
  'complaintReviews.beginnings',
  `select id, left(content, 160) as beginning from complaints
    where tenant_id = :tenant and id = any(:ids::uuid[]) and org_path ^@ any(:scopes) limit 20`,
);
/** The first words of complaints as they read now. */
export const beginningsOf = async (work: Work, ids: readonly string[]) =>
  new Map(
    (ids.length === 0 ? [] : await work.rows(beginnings, { ids })).map(({ id, beginning }) => [
      id,
      beginning,
    ]),
  );
