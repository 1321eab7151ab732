import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type ErasureRow = RowOf<'erasures'>;

interface Standing {
  id: string;
  orgPath: string;
  keptUntil: Date | null;
  isInHouse: boolean;
  copyUntil: Date | null;
}
/** Two years from the last visit: 机动车维修管理规定 on the records of repair. */
const standing = statement<Standing, { customerId: string }>(
  'privacy.standing',
  `select c.id, c.org_path,
      (select max(coalesce(o.delivered_at, o.received_at)) + interval '2 years' from service_orders o
        where o.tenant_id = :tenant and o.customer_id = c.id and o.state <> 'cancelled') as kept_until,
      exists (select from service_orders o where o.tenant_id = :tenant and o.customer_id = c.id
        and o.state not in ('delivered', 'leftUnrepaired', 'cancelled')) as is_in_house,
      (select max(d.expires_at) from data_exports d where d.tenant_id = :tenant and d.customer_id = c.id
          and d.asked_by = :me and d.fetched_at is null and d.expires_at > :now) as copy_until
     from customers c
    where c.tenant_id = :tenant and c.id = :customerId and c.org_path ^@ any(:scopes)`,
);
/** A customer in the caller's sight, and how he stands. */
export const standingOf = (work: Work, customerId: string) => work.first(standing, { customerId });

const erasure = statement<ErasureRow, { customerId: string }>(
  'privacy.erasure',
  'select * from erasures where tenant_id = :tenant and customer_id = :customerId',
);
export const erasureOf = (work: Work, customerId: string) => work.first(erasure, { customerId });
export const insertErasure = (work: Work, row: Fresh<'erasures'>) => work.insert('erasures', row);
export const updateErasure = (work: Work, customerId: string, change: ChangeOf<'erasures'>) =>
  work.update('erasures', { customerId }, change);

export const insertExport = (work: Work, row: Fresh<'dataExports'>) =>
  work.insert('dataExports', row);
const taken = statement<{ id: string }, { customerId: string }>(
  'privacy.takeExport',
  `update data_exports set fetched_at = :now
    where tenant_id = :tenant and customer_id = :customerId and asked_by = :me
      and fetched_at is null and expires_at > :now returning id`,
);
/** The caller's copy, taken: nobody gets it a second time. */
export const takeExport = (work: Work, customerId: string) => work.first(taken, { customerId });

/** What shows somebody a customer in full, as the audit calls it. */
const inFull = `'data.read', 'customer.revealed', 'customer.printed', 'privacy.copyFetched'`;

export interface ReadingCount {
  month: string;
  event: string;
  actorName: string;
  times: number;
}
const counted = statement<ReadingCount, { customerId: string }>(
  'privacy.readingsByMonth',
  `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, event, actor_name, count(*) as times
     from audit_entries
    where tenant_id = :tenant and about_type = 'customer' and about_id = :customerId
      and event in (${inFull}) and at > :now::timestamptz - interval '12 months'
    group by 1, 2, 3 order by 1 desc, 4 desc, 2, 3 limit 200`,
);
/** Who saw him in full within a year, how and how often, month by month (ARC-10). */
export const readingsByMonth = (work: Work, customerId: string) =>
  work.rows(counted, { customerId });

export interface ReadingRow {
  at: Date;
  event: string;
  actorName: string;
  /** What for, where it was asked; a word of `revealReasons`. */
  reason: string;
}
const readings = statement<ReadingRow, { customerId: string }>(
  'privacy.readings',
  `select at, event, actor_name, coalesce(data->>'reason', '') as reason from audit_entries
    where tenant_id = :tenant and about_type = 'customer' and about_id = :customerId
      and event in (${inFull})
    order by at desc, id desc limit 20`,
);
export const readingsOf = (work: Work, customerId: string) => work.rows(readings, { customerId });

const subjects = statement<{ type: string; id: string }, { ids: readonly string[] }>(
  'privacy.subjects',
  `select subject_type as type, subject_id as id from subject_keys
    where tenant_id = :tenant and subject_id = any(:ids)`,
);
/** Under whose keys the audit holds values of these records. */
export const auditSubjectsOf = (work: Work, ids: readonly string[]) => work.rows(subjects, { ids });
