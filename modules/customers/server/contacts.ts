import { type Changes, changesBetween } from '#platform/audit/recording.ts';
import { refuseUnderHold } from '#platform/personal/holds.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { customerRoutes } from '../contract.ts';
import { customerEvents } from '../events.ts';
import { deleteContact, insertContact, lockContact, updateContact } from './queries.ts';
import { aboutCustomer, dialable, permit, refuseStale } from './service.ts';
import { refuseUnseenVehicle } from './vehicle-sight.ts';

/** A driver, a fleet manager, a payer: who else is talked to (ARC-05). */
export async function addContact(
  work: Work,
  customerId: string,
  input: BodyOf<typeof customerRoutes.addContact>,
) {
  const customer = await permit(work, customerId);
  await refuseUnseenVehicle(work, input.vehicleId);
  const phone = dialable(input.phone, '/phone') ?? '';
  const row = await insertContact(work, { ...input, phone, customerId });
  await tellOfContact(work, { customerId, orgPath: customer.orgPath }, contactChanges({}, row));
  return row;
}

export async function changeContact(
  work: Work,
  contactId: string,
  change: BodyOf<typeof customerRoutes.changeContact>,
  expectedVersion: number | undefined,
) {
  const before = await permitContact(work, contactId);
  refuseStale(before, expectedVersion);
  await refuseUnseenVehicle(work, change.vehicleId);
  const phone = dialable(change.phone, '/phone');
  const row = (await updateContact(work, contactId, { ...change, phone }))!;
  await tellOfContact(work, before, contactChanges(before, row));
  return row;
}

export async function removeContact(
  work: Work,
  contactId: string,
  expectedVersion: number | undefined,
): Promise<void> {
  const before = await permitContact(work, contactId);
  refuseStale(before, expectedVersion);
  await refuseUnderHold(work, 'customer', before.customerId);
  await deleteContact(work, contactId);
  await tellOfContact(work, before, contactChanges(before, {}));
}

async function permitContact(work: Work, contactId: string) {
  const row = await lockContact(work, contactId);
  if (!row) throw notFound();
  return row;
}

/** A contact is part of its customer's file: its fields are told as the file's own. */
const contactChanges = (before: object, after: object): Changes => {
  const changes = changesBetween(before, after, ['name', 'phone', 'role', 'note']);
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [`contact.${name}`, change]),
  );
};

const tellOfContact = (
  work: Work,
  { customerId, orgPath }: { customerId: string; orgPath: string },
  changes: Changes,
) =>
  work.emit(
    customerEvents.changed,
    { customerId },
    aboutCustomer({ id: customerId, orgPath }),
    changes,
  );
