import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { budget } from './budget.ts';

export interface ExportRow extends RowOf<'listExports'> {
  employeeName: string;
}
const withName = `select x.*, e.name as employee_name from list_exports x
  join employees e on e.tenant_id = x.tenant_id and e.id = x.employee_id`;

const page = statement<
  ExportRow,
  { employeeId: string | null; list: string | null; beforeId: string; size: number }
>(
  'exports.page',
  `${withName}
    where x.tenant_id = :tenant and x.org_path ^@ any(:scopes) and x.id < :beforeId::uuid
      and (:employeeId::uuid is null or x.employee_id = :employeeId)
      and (:list::text is null or x.list = :list)
    order by x.id desc limit :size`,
);
export const pageOfExports = (
  work: Work,
  asked: { employeeId?: string; list?: string },
  beforeId: unknown,
  size: number,
) =>
  work.rows(page, {
    employeeId: asked.employeeId ?? null,
    list: asked.list ?? null,
    beforeId: String(beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const mine = statement<ExportRow, { exportId: string }>(
  'exports.mine',
  `${withName} where x.tenant_id = :tenant and x.id = :exportId and x.employee_id = :me
     for update of x`,
);
/** The one that the caller himself asked for. */
export const lockOwnExport = (work: Work, exportId: string) => work.first(mine, { exportId });

export const insertExport = (work: Work, row: Fresh<'listExports'>) =>
  work.insert('listExports', row);
export const updateExport = (work: Work, id: string, change: ChangeOf<'listExports'>) =>
  work.update('listExports', { id }, change);

interface Allowance {
  rowsADay: number;
  used: number;
  /** The median of his last files; null before he took any. */
  usual: number | null;
}
const allowance = statement<
  Allowance,
  { usually: number; byRole: string; day: string; looksBackOn: number }
>(
  'exports.allowance',
  `select coalesce((
       select max(coalesce(b.rows_a_day, (:byRole::jsonb ->> r.key)::int, :usually::int))
         from role_grants g
         join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
         left join export_budgets b on b.tenant_id = g.tenant_id and b.role_id = g.role_id
        where g.tenant_id = :tenant and g.employee_id = :me
          and 'customers.export' = any(r.permissions)), :usually::int) as rows_a_day,
     coalesce((select d.rows from export_days d
                where d.tenant_id = :tenant and d.employee_id = :me and d.on_day = :day::date), 0) as used,
     (select percentile_disc(0.5) within group (order by p.rows_planned)
        from (select x.rows_planned from list_exports x
               where x.tenant_id = :tenant and x.employee_id = :me
               order by x.id desc limit :looksBackOn) p) as usual`,
);
export const allowanceOn = async (work: Work, day: string): Promise<Allowance> =>
  (await work.first(allowance, {
    usually: budget.usualRowsADay,
    byRole: JSON.stringify(budget.rowsADayByRole),
    day,
    looksBackOn: budget.looksBackOn,
  }))!;

const taken = statement<{ rows: number }, { day: string; rows: number; most: number }>(
  'exports.rowsTaken',
  `insert into export_days (tenant_id, employee_id, on_day, rows)
   select :tenant, :me, :day::date, :rows::int where :rows::int <= :most::int
   on conflict (tenant_id, employee_id, on_day) do update set rows = export_days.rows + excluded.rows
     where export_days.rows + excluded.rows <= :most::int
   returning rows`,
);
/** Counts rows towards the day in one statement; `undefined` where they are more than is left. */
export const takeRows = (work: Work, day: string, rows: number, most: number) =>
  work.first(taken, { day, rows, most });

const house = statement<{ house: string; place: string }, { unitId: string }>(
  'exports.house',
  `select (select r.name from org_units r where r.tenant_id = :tenant and r.path = '1.') as house,
          (select u.name from org_units u where u.tenant_id = :tenant and u.id = :unitId) as place`,
);
export const houseOf = async (work: Work, unitId: string) => (await work.first(house, { unitId }))!;

export interface BudgetRow {
  roleId: string;
  roleName: string;
  roleKey: string;
  rowsADay: number | null;
}
const budgets = statement<BudgetRow, { roleId: string | null }>(
  'exports.budgets',
  `select r.id as role_id, r.name as role_name, r.key as role_key, b.rows_a_day
     from roles r left join export_budgets b on b.tenant_id = r.tenant_id and b.role_id = r.id
    where r.tenant_id = :tenant and (:roleId::uuid is null or r.id = :roleId)
      and (:roleId::uuid is not null or 'customers.export' = any(r.permissions))
    order by r.created_at, r.id limit 200`,
);
export const budgetsOf = (work: Work, roleId: string | null = null) =>
  work.rows(budgets, { roleId });

const setBudget = statement<never, { roleId: string; rowsADay: number }>(
  'exports.setBudget',
  `insert into export_budgets (tenant_id, role_id, rows_a_day, created_at, updated_at)
   values (:tenant, :roleId, :rowsADay, :now, :now)
   on conflict (tenant_id, role_id) do update
     set rows_a_day = excluded.rows_a_day, updated_at = excluded.updated_at,
         version = export_budgets.version + 1`,
);
export const saveBudget = (work: Work, roleId: string, rowsADay: number) =>
  work.run(setBudget, { roleId, rowsADay });
