import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { type NextDueWhy, type Vehicle, type VehicleItem, vehicleRoutes } from '../contract.ts';
import { arrive } from './arrivals.ts';
import { recordMileage, today } from './mileage.ts';
import { type VehicleRecord, type VehicleShown, vehicleRecord } from './queries.ts';
import { countVehicles, orderOf, pageOfVehicles } from './queries-search.ts';
import { changeOwner, changePlate, changeVehicle, createVehicle } from './service.ts';

export function vehiclesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, vehicleRoutes, {
    list: async (work, { query }) => {
      const order = orderOf(query);
      const list = `vehicles.${order}`;
      const keyOf = ({ id, nextDueOn }: VehicleShown) => (order === 'due' ? [nextDueOn, id] : [id]);
      const after = host.cursors.open(list, query.cursor);
      const rows = await pageOfVehicles(work, query, after, sizeOf(query) + 1);
      const page = pageOf(host.cursors, list, query, rows, keyOf, presentItem);
      return query.count ? { ...page, total: await countVehicles(work, query) } : page;
    },
    add: async (work, { body }) => recordOf(work, (await createVehicle(work, body)).id),
    read: async (work, { params }) => recordOf(work, params.vehicleId),
    change: async (work, { params, body }, { expectedVersion }) => {
      await changeVehicle(work, params.vehicleId, body, expectedVersion);
      return recordOf(work, params.vehicleId);
    },
    changeOwner: async (work, { params, body }, { expectedVersion }) => {
      await changeOwner(work, params.vehicleId, body, expectedVersion);
      return recordOf(work, params.vehicleId);
    },
    changePlate: async (work, { params, body }, { expectedVersion }) => {
      await changePlate(work, params.vehicleId, body, expectedVersion);
      return recordOf(work, params.vehicleId);
    },
    recordMileage: async (work, { params, body }) => {
      const readOn = body.readOn ?? today(work);
      await recordMileage(work, params.vehicleId, { ...body, readOn });
      return recordOf(work, params.vehicleId);
    },
    arrive: async (work, { body }) => arrive(work, body),
  });
}

/** A car as it is told of, to whom it may be; 404 to others. */
export async function recordOf(work: Work, vehicleId: string): Promise<Vehicle> {
  const row = await vehicleRecord(work, vehicleId);
  if (!row) throw notFound();
  return placed(presentRecord(row), row.orgPath);
}

function presentItem(row: VehicleShown): VehicleItem {
  const { id, orgUnitId, plate, plateType, plateColour, vin, model, ownerId, ownerName } = row;
  const { mileageKm, mileageOn, nextDueOn, nextDueKm, lastVisitOn, version } = row;
  const identity = { id, orgUnitId, plate, plateType, plateColour, vin, model, ownerId, ownerName };
  const shown = { ...identity, mileageKm, mileageOn, nextDueOn, nextDueKm, lastVisitOn, version };
  return { ...shown, formerPlate: row.formerPlate ?? null };
}

function presentRecord(row: VehicleRecord): Vehicle {
  const { vinWarning, vehicleType, firstRegisteredOn, maintenanceItems } = row;
  const { useKind, isReliefLost, insuranceUntil } = row;
  const { intervalMonths, intervalKm, historyNote, remark, owners, readings } = row;
  const { createdAt, updatedAt } = row;
  return {
    ...presentItem(row),
    ...wire({ vinWarning, vehicleType, firstRegisteredOn, maintenanceItems, historyNote, remark }),
    ...wire({ createdAt, updatedAt, useKind, isReliefLost, insuranceUntil }),
    intervalMonths,
    intervalKm,
    nextDueWhy: row.nextDueWhy as NextDueWhy | null,
    owners,
    formerPlates: row.formerPlates,
    readings,
    mergedIntoId: row.mergedIntoId,
  };
}
