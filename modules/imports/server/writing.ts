import { importCustomers } from '#modules/customers/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import {
  importFormerPlates,
  importOwnerships,
  importReadings,
  importVehicles,
  lockForImport,
} from '#modules/vehicles/server/index.ts';
import { newId } from '#platform/ids.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { changeKnown } from './changing.ts';
import {
  formerPlatesOf,
  mergedCustomer,
  mergedVehicle,
  ownershipsOf,
  readingsOf,
} from './merging.ts';
import type { BatchRow } from './queries.ts';
import { endOfPart, markImported, nextCustomers, nextVehicles } from './queries-writing.ts';

export interface Made {
  customers: number;
  vehicles: number;
  changed: number;
}

/** As few as are judged at once, for the same reason. */
const partSize = 400;

/** Writes all accepted rows into the archive, part by part in one transaction: all or nothing (ARC-09). */
export async function writeBatch(work: Work, batch: BatchRow): Promise<Made> {
  const customers = await writeCustomers(work, batch);
  const { vehicles, changed } = await writeVehicles(work, batch);
  await markImported(work, batch.id);
  return { customers, vehicles, changed };
}

const today = (work: Work) => dateIn(zoneOfTenant, work.now);

async function writeCustomers(work: Work, batch: BatchRow): Promise<number> {
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const last = await endOfPart(work, 'customers', batch.id, after, partSize);
    if (last === null) return count;
    const rows = await nextCustomers(work, batch.id, after, partSize);
    const place = placeOf(batch);
    const made = [...Map.groupBy(rows, ({ customerId }) => customerId)].map(([id, visits]) => ({
      id,
      ...place,
      ...mergedCustomer(visits, today(work)),
    }));
    await importCustomers(work, made);
    count += made.length;
    after = last;
  }
}

async function writeVehicles(work: Work, batch: BatchRow) {
  const count = { vehicles: 0, changed: 0 };
  let after: string | null = null;
  for (;;) {
    const last = await endOfPart(work, 'vehicles', batch.id, after, partSize);
    if (last === null) return count;
    const rows = await nextVehicles(work, batch.id, after, partSize);
    const groups = [...Map.groupBy(rows, ({ vehicleId }) => vehicleId)];
    const spokenOf = rows.flatMap((row) => [row.vehicleId, row.otherVehicleId ?? row.vehicleId]);
    const onFile = new Map(
      (await lockForImport(work, [...new Set(spokenOf)])).map((row) => [row.id, row]),
    );
    count.changed += await changeKnown(work, batch, groups, onFile, today(work));
    const fresh = groups.filter(([id]) => !onFile.has(id));
    await importVehicles(
      work,
      fresh.map(([id, visits]) => ({
        id,
        ...placeOf(batch),
        ...mergedVehicle(visits, today(work)),
      })),
    );
    await importOwnerships(
      work,
      fresh.flatMap(([vehicleId, visits]) =>
        ownershipsOf(visits, today(work)).map((row) => ({
          ...row,
          vehicleId,
          id: newId(work.now),
        })),
      ),
    );
    await importFormerPlates(
      work,
      fresh.flatMap(([vehicleId, visits]) =>
        formerPlatesOf(visits, today(work)).map((row) => ({ ...row, vehicleId })),
      ),
    );
    const readings = fresh.flatMap(([vehicleId, visits]) =>
      readingsOf(visits, today(work)).map((reading) => ({ ...reading, vehicleId })),
    );
    await importReadings(work, batch.id, readings);
    count.vehicles += fresh.length;
    after = last;
  }
}

/** The shop that the list belongs to, and who brought it in. */
const placeOf = ({ id, orgUnitId, orgPath, createdBy }: BatchRow) => ({
  importBatchId: id,
  orgUnitId,
  orgPath,
  createdBy,
});
