import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { customerRoutes } from '../contract.ts';
import { customerEvents } from '../events.ts';
import { deleteContact, insertContact, lockContact, updateContact } from './queries.ts';
import { aboutCustomer, dialable, permit, refuseStale } from './service.ts';

/** A driver, a fleet manager, a payer: who else is talked to (ARC-05). */
export async function addContact(
  work: Work,
  customerId: string,
  input: BodyOf<typeof customerRoutes.addContact>,
) {
  const customer = await permit(work, customerId);
  const phone = dialable(input.phone, '/phone') ?? '';
  const row = await insertContact(work, { ...input, phone, customerId });
  await work.emit(customerEvents.changed, { customerId }, aboutCustomer(customer));
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
  const phone = dialable(change.phone, '/phone');
  const row = (await updateContact(work, contactId, { ...change, phone }))!;
  await tellOfContact(work, before);
  return row;
}

export async function removeContact(
  work: Work,
  contactId: string,
  expectedVersion: number | undefined,
): Promise<void> {
  const before = await permitContact(work, contactId);
  refuseStale(before, expectedVersion);
  await deleteContact(work, contactId);
  await tellOfContact(work, before);
}

async function permitContact(work: Work, contactId: string) {
  const row = await lockContact(work, contactId);
  if (!row) throw notFound();
  return row;
}

const tellOfContact = (work: Work, row: { customerId: string; orgPath: string }) =>
  work.emit(
    customerEvents.changed,
    { customerId: row.customerId },
    aboutCustomer({ id: row.customerId, orgPath: row.orgPath }),
  );
