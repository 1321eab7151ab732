import { customerEvents } from '#modules/customers/events.ts';
import {
  type CustomerArchiveSheet,
  type CustomerRow,
  printCustomerArchive,
} from '#modules/customers/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { namesOf } from '#modules/people/server/index.ts';
import type { Call } from '#platform/http.ts';
import { addressFor, nameFor, phoneFor, plateFor, vinFor } from '#platform/privacy.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { formatPhone } from '#shared/phones.ts';
import type { Archive } from '../contract.ts';
import type { FileItself } from './record.ts';

/** The file on paper. It carries the phone only for those who may see it, and who printed it is on record (ARC-10). */
export async function printedArchive(
  work: Work,
  row: CustomerRow & { contacts: { name: string; phone: string }[] },
  archive: FileItself,
  { host, language, writing }: Call,
): Promise<Buffer> {
  const unit = await unitById(work, row.orgUnitId);
  const names = await namesOf(work, [row.createdBy]);
  const about = { type: 'customer', id: row.id, orgPath: row.orgPath };
  await writing((writer) => writer.emit(customerEvents.printed, { customerId: row.id }, about));
  const { pdf } = await printCustomerArchive(
    {
      shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
      recordUrl: `${host.publicUrl}/r/c/${row.id}`,
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: language,
      timeZone: zoneOfTenant,
    },
    sheetOf(work, row, archive, names.get(row.createdBy ?? '')),
  );
  return pdf;
}

function sheetOf(
  work: Work,
  row: CustomerRow & { contacts: { name: string; phone: string }[] },
  archive: FileItself,
  filedBy: string | undefined,
): CustomerArchiveSheet {
  const seen = (phone: string) => {
    const shown = phoneFor(work.actor, phone, row.orgPath);
    return shown === phone ? formatPhone(phone) : shown;
  };
  const other = row.contacts[0];
  return {
    name: nameFor(work.actor, row.name, row.orgPath),
    kind: row.kind,
    phone: seen(row.phone),
    otherContact: other
      ? [nameFor(work.actor, other.name, row.orgPath), seen(other.phone)].filter(Boolean).join(' ')
      : undefined,
    address: addressFor(work.actor, row.address, row.orgPath),
    visitedOn: row.lastVisitOn ?? row.firstSeenOn,
    filedBy,
    filedOn: dateIn(zoneOfTenant, row.createdAt),
    vehicles: archive.vehicles.map((car) => printedCar(work, car, row.orgPath)),
    wishes: row.wishes,
    history: archive.visits.map((visit) => ({
      date: dateIn(zoneOfTenant, new Date(visit.receivedAt)),
      orderNumber: visit.number,
      plate: plateFor(work.actor, visit.plate, row.orgPath),
      mileageKm: visit.mileageKm,
      work: visit.work || visit.customerWords,
      amountFen: visit.amountFen ?? undefined,
      advisor: visit.advisorName ?? undefined,
    })),
  };
}

function printedCar(
  { actor }: Work,
  car: Archive['vehicles'][number],
  orgPath: string,
): CustomerArchiveSheet['vehicles'][number] {
  return {
    plate: car.plate
      ? { plate: plateFor(actor, car.plate, orgPath), colour: car.plateColour }
      : undefined,
    kind: car.vehicleType,
    model: car.model,
    vin: vinFor(actor, car.vin, orgPath),
    mileageKm: car.mileageKm ?? undefined,
    registeredOn: car.firstRegisteredOn ?? undefined,
    maintenanceItems: car.maintenanceItems,
    maintenanceInterval: {
      months: car.intervalMonths ?? undefined,
      mileageKm: car.intervalKm ?? undefined,
    },
    nextMaintenance: { date: car.nextDueOn ?? undefined, mileageKm: car.nextDueKm ?? undefined },
  };
}
