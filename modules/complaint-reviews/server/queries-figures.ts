import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Dimension } from '../lifecycle.ts';

/** Which complaints are looked at: those received in a span, at a place of the tree and below it. */
export interface Looked {
  since: Date;
  until: Date;
  /** Path of the unit. */
  place: string;
}
export const received = `c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ :place
  and c.received_at >= :since and c.received_at < :until`;

/** What a figure counts among the received ones; the records behind it are listed by the same words. */
export const figureWords = {
  receiptInTime: 'c.receipt_told_at <= c.receipt_due_at',
  lateReceipt: 'c.receipt_due_at < coalesce(c.receipt_told_at, c.closed_at, :now)',
  resolved: `(c.closed_at is not null and c.exception_reason = '')`,
  reopened: 'c.times_reopened > 0',
  recurred: 'c.repeat_of_id is not null',
  satisfied: `c.satisfaction in ('satisfied', 'acceptable')`,
  withCost: 'c.cost_fen is not null',
};

/** With what a complaint is laid beside others; '' where it is not on record. */
const values: Record<Dimension, string> = {
  kind: 'coalesce(p.kind, c.kind)',
  cause: `coalesce(p.cause_kind, c.cause_kind, '')`,
  shop: 'c.org_unit_id::text',
  advisor: `coalesce(o.advisor_id::text, '')`,
  technician: `coalesce(o.technician_id::text, '')`,
  model: `coalesce(left(v.model, 200), '')`,
};
const withVisit = `complaints c
     left join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id and o.org_path ^@ any(:scopes)
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id and v.org_path ^@ any(:scopes)`;
const late = (clock: string) => `exists (select from commitments k where k.tenant_id = c.tenant_id
  and k.about_type = 'complaint' and k.about_id = c.id and k.rule = 'complaints.${clock}' and k.state = 'broken')`;
const behind = {
  ...figureWords,
  lateAnswer: late('answer'),
  lateSolve: late('solve'),
  lateTell: late('tell'),
  lateClose: late('close'),
};
export interface RecordRow {
  id: string;
  orgPath: string;
  number: string;
  kind: string;
  causeKind: string | null;
  severity: string;
  state: string;
  receivedAt: Date;
  unitName: string;
  plate: string | null;
  beginning: string;
}
interface RecordsAsked extends Looked {
  by: string | null;
  key: string | null;
  figure: string | null;
  before: string;
  beforeId: string;
  size: number;
}
const cases = (by: Record<string, string>, test: (value: string) => string) =>
  Object.entries(by)
    .map(([name, value]) => `when '${name}' then ${test(value)}`)
    .join(' ');
const records = statement<RecordRow, RecordsAsked>(
  'complaintReviews.records',
  `select c.id, c.org_path, c.number, c.kind, c.cause_kind, c.severity, c.state, c.received_at,
          coalesce(u.name, '') as unit_name, v.plate, left(c.content, 160) as beginning
     from ${withVisit}
     left join org_units u on u.tenant_id = c.tenant_id and u.id = c.org_unit_id
    where ${received}
      and (:by::text is null or exists (
        select from (select) one
          left join complaint_points p on p.tenant_id = c.tenant_id and p.complaint_id = c.id
         where case :by ${cases(values, (value) => `${value} = coalesce(:key::text, '')`)} end))
      and (:figure::text is null or case :figure ${cases(behind, (value) => value)} else true end)
      and (c.received_at, c.id) < (:before::timestamptz, :beforeId::uuid)
    order by c.received_at desc, c.id desc limit :size`,
);
/** The complaints behind a figure, a bar or a point, the latest first. */
export const recordsBehind = (
  work: Work,
  asked: Omit<RecordsAsked, 'before' | 'beforeId'>,
  after: unknown[] | null,
) =>
  work.rows(records, {
    ...asked,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });

export interface UnitRow {
  id: string;
  name: string;
  path: string;
  depth: number;
}
const units = statement<UnitRow, object>(
  'complaintReviews.units',
  `select id, name, path, (length(path) - length(replace(path, '.', '')))::integer as depth from org_units
    where tenant_id = :tenant and path ^@ any(:scopes) order by path limit 300`,
);
/** The units that the caller may look at, as the tree has them. */
export const unitsSeen = (work: Work) => work.rows(units, {});

const namesOf = statement<{ id: string; name: string }, { ids: readonly string[] }>(
  'complaintReviews.names',
  `select id, name from employees where tenant_id = :tenant and id = any(:ids::uuid[]) limit 200`,
);
/** Names of colleagues whom a frozen pack knows by their ids. */
export const namesOfPeople = async (work: Work, ids: readonly string[]) =>
  new Map(
    (ids.length === 0 ? [] : await work.rows(namesOf, { ids })).map(({ id, name }) => [id, name]),
  );
