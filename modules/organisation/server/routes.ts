import type { FastifyInstance } from 'fastify';
import { can, holdsWholeHouse, topPath } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { wire } from '#platform/wire.ts';
import {
  backupRoutes,
  type OrgUnit,
  organisationRoutes,
  regionRoutes,
  sharingRoutes,
  treeRoutes,
} from '../contract.ts';
import { closeUnit, previewClosing, reopenUnit } from './closing.ts';
import { moveUnit, orderUnit, previewMove } from './moving.ts';
import { pageOfUnits, type UnitRow } from './queries.ts';
import { regionsOfHouse } from './queries-regions.ts';
import { unitsOfTree } from './queries-tree.ts';
import { addRegion, removeRegion, renameRegion, shownRegion } from './regions.ts';
import { addUnit, changeUnit } from './service.ts';
import { markController, recordBasis, sharingOf, withdrawBasis } from './sharing.ts';

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
  serve(app, host, treeRoutes, {
    readTree: async (work) => ({ items: (await unitsOfTree(work)).map(present) }),
    previewMove: (work, { params }) => previewMove(work, params.orgUnitId, params.parentId),
    moveUnit: async (work, { params, body }) =>
      present(await moveUnit(work, params.orgUnitId, body.parentId)),
    orderUnit: async (work, { params, body }) =>
      present(await orderUnit(work, params.orgUnitId, body.position)),
    previewClosing: (work, { params }) => previewClosing(work, params.orgUnitId),
    closeUnit: async (work, { params, body }) =>
      present(await closeUnit(work, params.orgUnitId, body.reason)),
    reopenUnit: async (work, { params }) => present(await reopenUnit(work, params.orgUnitId)),
  });
  serve(app, host, regionRoutes, {
    list: async (work) => ({
      items: (await regionsOfHouse(work)).map(shownRegion),
      mayChange: holdsWholeHouse(work.actor) && can(work.actor, 'organisation.manage', topPath),
    }),
    add: (work, { body }) => addRegion(work, body.name),
    rename: (work, { params, body }, call) => renameRegion(work, params.regionId, body.name, call),
    remove: async (work, { params }, call) => {
      await removeRegion(work, params.regionId, call);
      return {};
    },
  });
  serve(app, host, sharingRoutes, {
    read: (work, { params }) => sharingOf(work, params.orgUnitId),
    mark: async (work, { params, body }) =>
      present(await markController(work, params.orgUnitId, body.isOwnController)),
    record: (work, { params, body }) => recordBasis(work, params.orgUnitId, body),
    withdraw: async (work, { params, body }) => {
      await withdrawBasis(work, params.sharingBasisId, body.reason);
      return {};
    },
  });
  serve(app, host, backupRoutes, { backups: async () => wire(await host.backups()) });
}

function present(row: UnitRow): OrgUnit {
  const { tenantId: _tenant, stepsGiven: _steps, ...shown } = wire(row);
  return shown;
}
