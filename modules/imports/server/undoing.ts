import { removeImportedCustomers } from '#modules/customers/server/index.ts';
import {
  endOwnerships,
  type ImportedState,
  removeImportedVehicles,
  setImported,
} from '#modules/vehicles/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { BatchRow } from './queries.ts';
import { changesOf, forgetChanges, unmarkImported, usesOf } from './queries-undo.ts';

/**
 * Takes out exactly what the batch made and puts back what it changed (ARC-09). `undefined`, and nothing is touched,
 * when any of it is in use: a service order does not lose its car.
 */
export async function undoBatch(work: Work, batch: BatchRow) {
  if ((await usesOf(work, batch.id)).length > 0) return undefined;
  const changes = (await changesOf(work, batch.id)).map(({ before }) => before);
  await setImported(
    work,
    changes.map(({ vehicle }) => vehicle as ImportedState),
  );
  const added = changes.flatMap(({ addedOwnerships }) => addedOwnerships);
  const vehicles = await removeImportedVehicles(work, batch.id, {
    ownershipIds: added,
    // What was kept before plates were kept has none.
    formerPlateIds: changes.flatMap(({ addedFormerPlates = [] }) => addedFormerPlates),
  });
  const ended = changes.map(({ endedOwnership }) => endedOwnership).filter((id) => id !== null);
  await endOwnerships(work, ended, null);
  const customers = await removeImportedCustomers(work, batch.id);
  await forgetChanges(work, batch.id);
  await unmarkImported(work, batch.id);
  return { customers, vehicles };
}
