import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { FaultCode, Finding, TidiedCode, TidyValues, WarningCode } from '../judge/verdict.ts';
import type { StoredRow } from './queries.ts';

/** What was found in a row, as it is kept beside it. */
interface StoredFindings {
  faults?: Finding<FaultCode>[];
  warnings?: Finding<WarningCode>[];
  tidied?: Finding<TidiedCode>[];
  newer?: 'this' | 'other';
}
export type ShownRow = StoredRow & {
  tidied: Partial<TidyValues>;
  findings: StoredFindings;
  codes: string[];
  customerId: string | null;
  vehicleId: string | null;
  employeeId: string | null;
  otherValues: Partial<TidyValues> | null;
};

/** The record on file beside a row, in the fields of the list. */
const onFile = `jsonb_strip_nulls(jsonb_build_object(
        'customerName', c.name, 'phone', nullif(c.phone, ''), 'address', nullif(c.address, ''),
        'birthday', nullif(c.birthday, ''),
        'plate', nullif(v.plate, ''), 'vin', nullif(v.vin, ''), 'model', nullif(v.model, ''),
        'vehicleType', nullif(v.vehicle_type, ''), 'lastVisitOn', coalesce(v.last_visit_on, c.last_visit_on),
        'nextMaintenanceOn', v.next_due_on, 'mileageKm', v.mileage_km,
        'maintenanceItems', nullif(v.maintenance_items, ''), 'intervalMonths', v.interval_months,
        'intervalKm', v.interval_km, 'wishes', nullif(c.wishes, ''), 'remark', nullif(v.remark, ''),
        'firstRegisteredOn', v.first_registered_on, 'insuranceUntil', v.insurance_until))`;

/** The person on file beside a row of a list of employees. */
const onStaff = `jsonb_strip_nulls(jsonb_build_object(
        'employeeName', e.name, 'phone', nullif(e.phone, ''), 'post', nullif(e.post, ''), 'shop', u.name))`;

const shown = `select r.row_no, r.cells, r.fixes, r.verdict, r.status, r.decision, r.other_row, r.other_customer_id,
        r.other_vehicle_id, r.other_employee_id, r.version, r.tidied, r.findings, r.codes, r.customer_id,
        r.vehicle_id, r.employee_id,
        case when o.row_no is not null then jsonb_strip_nulls(o.tidied)
             when c.id is not null then ${onFile} when e.id is not null then ${onStaff} end as other_values
   from import_rows r
   left join import_rows o on o.tenant_id = r.tenant_id and o.batch_id = r.batch_id and o.row_no = r.other_row
   left join customers c on c.tenant_id = r.tenant_id and c.id = r.other_customer_id
   left join vehicles v on v.tenant_id = r.tenant_id and v.id = r.other_vehicle_id
   left join employees e on e.tenant_id = r.tenant_id and e.id = r.other_employee_id
   left join org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
  where r.tenant_id = :tenant and r.batch_id = :batchId`;

const rowsPage = statement<
  ShownRow,
  { batchId: string; status: string | null; code: string | null; after: number; size: number }
>(
  'imports.rowsShown',
  `${shown} and r.row_no > :after
      and (:status::text is null and r.status <> 'aside' or r.status = :status)
      and (:code::text is null or :code = any(r.codes))
    order by r.row_no limit :size`,
);
export const pageOfRows = (
  work: Work,
  batchId: string,
  filter: { status?: string; code?: string },
  after: number,
  size: number,
) =>
  work.rows(rowsPage, {
    batchId,
    status: filter.status ?? null,
    code: filter.code ?? null,
    after,
    size,
  });

const rowShown = statement<ShownRow, { batchId: string; rowNo: number }>(
  'imports.rowShown',
  `${shown} and r.row_no = :rowNo`,
);
export const shownRow = (work: Work, batchId: string, rowNo: number) =>
  work.first(rowShown, { batchId, rowNo });

const waiting = statement<ShownRow, { batchId: string; all: boolean; after: number; size: number }>(
  'imports.rowsToHandBack',
  `${shown} and r.row_no > :after and r.status <> 'aside'
      and (:all::boolean or r.status in ('held', 'question'))
    order by r.row_no limit :size`,
);
/** The rows of the workbook that is handed back, page by page. */
export const rowsToHandBack = (
  work: Work,
  batchId: string,
  all: boolean,
  after: number,
  size: number,
) => work.rows(waiting, { batchId, all, after, size });
