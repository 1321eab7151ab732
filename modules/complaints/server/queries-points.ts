import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ComplaintPoint } from '../contract.ts';

export type PointRow = RowOf<'complaintPoints'>;
/** As JSON has it; the names of the house's own nodes come from its trees. */
export type PointShownRow = Omit<ComplaintPoint, 'classOfS1' | 'className' | 'causeName'>;

/** The points as the record of a complaint `c` shows them, as a column of its statement. */
export const pointColumns = `
          (select coalesce(json_agg(p order by p.position), '[]') from (
             select p.id, p.position, p.what, p.kind, p.class_key as "classKey", p.outcome, p.cause_kind as "causeKind",
                    p.cause_key as "causeKey", p.cause, p.responsibility, coalesce(b.name, '') as "judgedByName",
                    p.judged_at as "judgedAt"
               from complaint_points p
               left join employees b on b.tenant_id = p.tenant_id and b.id = p.judged_by
              where p.tenant_id = c.tenant_id and p.complaint_id = c.id
              order by p.position limit 20) p) as points`;

const points = statement<PointRow, { complaintId: string }>(
  'complaints.pointsOf',
  `select * from complaint_points where tenant_id = :tenant and complaint_id = :complaintId
    order by position limit 20`,
);
/** The points of a complaint in the order in which they were said. */
export const pointsOf = (work: Work, complaintId: string) => work.rows(points, { complaintId });
export const insertPoint = (work: Work, row: Fresh<'complaintPoints'>) =>
  work.insert('complaintPoints', row);
export const updatePoint = (work: Work, id: string, change: ChangeOf<'complaintPoints'>) =>
  work.update('complaintPoints', { id }, change);
