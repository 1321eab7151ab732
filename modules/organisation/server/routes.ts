import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { wire } from '#platform/wire.ts';
import { backupRoutes, type OrgUnit, organisationRoutes } from '../contract.ts';
import { pageOfUnits, type UnitRow } from './queries.ts';
import { addUnit, changeUnit } from './service.ts';

export function organisationModule(app: FastifyInstance, host: Host): void {
  serve(app, host, organisationRoutes, {
    listUnits: async (work, { query }) => {
      const after = host.cursors.open('orgUnits', query.cursor);
      const rows = await pageOfUnits(work, query.tier, String(after?.[0] ?? ''), sizeOf(query) + 1);
      return pageOf(host.cursors, 'orgUnits', query, rows, (row) => [row.path], present);
    },
    addUnit: async (work, { body }) => present(await addUnit(work, body)),
    changeUnit: async (work, { params, body }, call) =>
      present(await changeUnit(work, params.orgUnitId, body, call)),
  });
  serve(app, host, backupRoutes, { backups: async () => wire(await host.backups()) });
}

function present(row: UnitRow): OrgUnit {
  const { tenantId: _tenant, ...shown } = wire(row);
  return shown;
}
