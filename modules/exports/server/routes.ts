import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { exportRoutes, type ListExport, type RoleBudget } from '../contract.ts';
import { exportEvents } from '../events.ts';
import { askForExport, outlookOf } from './asking.ts';
import { budget } from './budget.ts';
import { type BudgetRow, budgetsOf, type ExportRow, pageOfExports, saveBudget } from './queries.ts';
import { sendExport } from './workbook.ts';

export function exportsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, exportRoutes, {
    list: async (work, { query }) => {
      const after = host.cursors.open('exports', query.cursor);
      const rows = await pageOfExports(work, query, after?.[0], sizeOf(query) + 1);
      return pageOf(host.cursors, 'exports', query, rows, ({ id }) => [id], shown);
    },
    outlook: (work, { query }, call) => outlookOf(work, query, call),
    ask: async (work, { body }, call) => shown(await askForExport(work, body, call)),
    fetch: (work, { params }, call) => sendExport(work, params.exportId, call),
    budgets: async (work) => ({ items: (await budgetsOf(work)).map(shownBudget) }),
    setBudget: async (work, { params, body }) => setBudget(work, params.roleId, body.rowsADay),
  });
}

async function setBudget(work: Work, roleId: string, rowsADay: number): Promise<RoleBudget> {
  const [known] = await budgetsOf(work, roleId);
  if (!known) throw notFound();
  await saveBudget(work, roleId, rowsADay);
  await work.emit(exportEvents.budgetSet, { roleId, rowsADay }, { type: 'role', id: roleId });
  return shownBudget({ ...known, rowsADay });
}

function shownBudget({ roleId, roleName, roleKey, rowsADay }: BudgetRow): RoleBudget {
  const usual = budget.rowsADayByRole[roleKey] ?? budget.usualRowsADay;
  return { roleId, roleName, rowsADay: rowsADay ?? usual, isUsual: rowsADay === null };
}

/** A kept answer comes back as JSON: its times may be texts already. */
const text = (at: Date | string) => new Date(at).toISOString();

const shown = (row: ExportRow): ListExport => ({
  id: row.id,
  number: row.number,
  list: row.list as ListExport['list'],
  filter: row.query,
  columns: row.columns,
  reason: row.reason,
  isWhole: row.isWhole,
  rowsPlanned: row.rowsPlanned,
  rowsWritten: row.rowsWritten,
  state: row.state as ListExport['state'],
  employeeId: row.employeeId,
  employeeName: row.employeeName,
  createdAt: text(row.createdAt),
  expiresAt: text(row.expiresAt),
});
