import { vehicleShown } from '#modules/vehicles/server/index.ts';
import type { Cursors } from '#platform/cursor.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed, placeOf } from '#platform/privacy.ts';
import type { Work } from '#platform/work.ts';
import type { VehicleEntryKind } from '../contract-timeline.ts';
import { papersAtAGlance, type VehicleFile } from '../contract-vehicle.ts';
import { isToldHere } from './cards.ts';
import { placeOfEntry, shownEntryTo } from './queries-timeline-parts.ts';
import { besideVehicle, cards, presentPeople } from './queries-vehicle-file.ts';
import { pageOfVehicleTimeline } from './queries-vehicle-timeline.ts';
import { promisesBefore, seeingPromise } from './record.ts';

/** All that a car's page shows first, in four statements; each part told only to whom its own route would tell it. */
export async function vehicleFileOf(
  work: Work,
  vehicleId: string,
  cursors: Cursors,
): Promise<VehicleFile> {
  const { actor } = work;
  const vehicle = await vehicleShown(work, vehicleId);
  const sees = {
    people: isToldHere(actor, 'customers.see'),
    services: isToldHere(actor, cards.services.access),
    duplicates: isToldHere(actor, cards.duplicates.access),
  };
  const told = await besideVehicle(work, {
    vehicleId,
    sees: Object.entries(sees).flatMap(([name, isSeen]) => (isSeen ? [name] : [])),
    promised: Object.entries(seeingPromise).flatMap(([type, access]) =>
      isToldHere(actor, access) ? [type] : [],
    ),
  });
  const { services, duplicates } = told;
  const papers = { kind: 'paper', limit: papersAtAGlance } as const;
  const file = {
    vehicle,
    ...(sees.people && { people: presentPeople(told) }),
    promises: promisesBefore(actor, told.promises),
    ...(services && { services: cards.services.shown(services, work, cursors) }),
    ...(duplicates && { duplicates: cards.duplicates.shown(duplicates, work, cursors) }),
    ...(sees.people && { papers: await vehicleTimeline(work, vehicleId, papers, cursors) }),
    timeline: await vehicleTimeline(work, vehicleId, {}, cursors),
  };
  const place = placeOf(vehicle);
  return place === undefined ? file : placed(file, place);
}

/** A page of what happened with a car. */
export async function vehicleTimeline(
  work: Work,
  vehicleId: string,
  query: { kind?: VehicleEntryKind; cursor?: string; limit?: number },
  cursors: Cursors,
) {
  const after = cursors.open('vehicleTimeline', query.cursor);
  const size = sizeOf(query) + 1;
  const rows = await pageOfVehicleTimeline(work, vehicleId, query.kind, after, size);
  const shown = shownEntryTo(work.actor);
  return pageOf(cursors, 'vehicleTimeline', query, rows, placeOfEntry, shown);
}
