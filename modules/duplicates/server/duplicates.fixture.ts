import { customerRoutes } from '#modules/customers/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { statement } from '#platform/sql.ts';
import type { TestEmployee, TestShop } from '#test/shop.ts';
import { duplicateRoutes, type RecordKind } from '../contract.ts';

let plates = 0;
export const nextPlate = () => `粤B${String(30_000 + plates++)}`;

export interface OnFile {
  customerId: string;
  vehicleId: string;
}

/** Somebody with a car, as the gate puts him on file. */
export const arrived = (
  advisor: TestEmployee,
  given: { customerName: string; phone?: string; plate?: string; vin?: string },
): Promise<OnFile> =>
  advisor.call(vehicleRoutes.arrive, {
    body: { plate: nextPlate(), samePhoneIsAnother: true, mileageKm: 1000, ...given },
  });

const customer = (by: TestEmployee, customerId: string) =>
  by.call(customerRoutes.read, { params: { customerId } });

/** Merges the second customer into the first, as he is now. */
export async function mergeCustomers(
  by: TestEmployee,
  keptId: string,
  goneId: string,
  take?: { field: string; take: 'kept' | 'gone' | 'both' }[],
) {
  const { version } = await customer(by, keptId);
  const { version: otherVersion } = await customer(by, goneId);
  return by.call(duplicateRoutes.mergeCustomers, {
    params: { customerId: keptId },
    body: { otherCustomerId: goneId, version, otherVersion, ...(take && { take }) },
  });
}

export async function mergeVehicles(
  by: TestEmployee,
  keptId: string,
  goneId: string,
  take?: { field: string; take: 'kept' | 'gone' | 'both' }[],
) {
  const read = (vehicleId: string) => by.call(vehicleRoutes.read, { params: { vehicleId } });
  const { version } = await read(keptId);
  const { version: otherVersion } = await read(goneId);
  return by.call(duplicateRoutes.mergeVehicles, {
    params: { vehicleId: keptId },
    body: { otherVehicleId: goneId, version, otherVersion, ...(take && { take }) },
  });
}

export const undo = (by: TestEmployee, mergeId: string) =>
  by.call(duplicateRoutes.undo, { params: { mergeId } });

const pointing = statement<
  { id: string; tableName: string; columnName: string; rows: number },
  { kind: RecordKind; ids: readonly string[] }
>(
  'test.pointing',
  `select id, table_name, column_name, rows from references_to(:kind, :ids::uuid[]), (select :tenant::uuid) own
    order by id, table_name, column_name`,
);
/** How many rows point to each record, by `table.column`, besides shells. */
export async function pointersTo(shop: TestShop, kind: RecordKind, ids: readonly string[]) {
  const rows = await shop.reading.rows(pointing, { kind, ids });
  const found = new Map(ids.map((id) => [id, {} as Record<string, number>]));
  for (const { id, tableName, columnName, rows: count } of rows) {
    if (tableName === 'notices') continue;
    found.get(id)![`${tableName}.${columnName}`] = count;
  }
  return found;
}
