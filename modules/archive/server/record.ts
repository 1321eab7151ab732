import { randomUUID } from 'node:crypto';
import { isWalled } from '#modules/complaints/server/index.ts';
import {
  type ArchiveVehicle,
  completenessOf,
  customerRecord,
  presentCustomer,
  presentCustomerItem,
} from '#modules/customers/server/index.ts';
import { type Actor, can } from '#platform/actor.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { maskPhone } from '#shared/phones.ts';
import type { Archive, ArchiveItem, IncompleteArchive } from '../contract.ts';
import { type Joined as Found, joinedOf, type Walled } from './queries.ts';
import type { ArchiveRow, IncompleteRow } from './queries-lists.ts';

/** The file without its history and other modules’ cards. */
export type FileItself = Omit<Archive, 'timeline' | 'cards'>;

/** The whole file in two statements; what the role may not see is left out of it. */
export async function archiveOf(work: Work, customerId: string) {
  const row = await customerRecord(work, customerId);
  if (!row) throw notFound();
  const { onceHadVehicle, ...joined } = await joinedOf(work, customerId);
  const facts = { customer: row, vehicles: joined.vehicles, onceHadVehicle };
  const archive: FileItself = {
    customer: presentCustomer(work, row),
    completeness: completenessOf(facts),
    ...seenBy(work.actor, beforeWall(work.actor, joined)),
  };
  return { row, archive };
}

type Joined = Omit<FileItself, 'customer' | 'completeness'>;
const seeing: readonly [string, readonly (keyof Joined)[]][] = [
  ['vehicles.see', ['vehicles']],
  ['serviceOrders.see', ['visits']],
  ['complaints.see', ['complaints']],
  ['followUps.see', ['calls', 'followUps', 'matters']],
];
/** The thing of a promise, and who sees such things. */
export const seeingPromise: Record<string, string> = {
  serviceOrder: 'serviceOrders.see',
  complaint: 'complaints.see',
  followUp: 'followUps.see',
  matter: 'followUps.see',
};

/** Of a complaint behind the wall its file tells that there is one, and whether it is open (CMP-18). */
function beforeWall(actor: Actor, found: Omit<Found, 'onceHadVehicle'>): Joined {
  return {
    ...found,
    complaints: found.complaints.map(({ wall, ...complaint }) => {
      if (wall === null || !isWalled(actor, wall)) return { ...complaint, isWalled: false };
      const nothing = { number: '', kind: '', content: '' };
      // Its own id would lead to its page, and from there back to this customer.
      return { ...complaint, ...nothing, id: randomUUID(), isWalled: true };
    }),
    promises: promisesBefore(actor, found.promises),
  };
}

/** Promises without those about a complaint behind the wall: they are told there, by its number. */
export const promisesBefore = <Promised extends object>(
  actor: Actor,
  promises: readonly Walled<Promised>[],
): Promised[] =>
  promises.flatMap(({ wall, ...promised }) =>
    wall !== null && isWalled(actor, wall) ? [] : [promised as unknown as Promised],
  );

function seenBy(actor: Actor, joined: Joined): Joined {
  const hidden = seeing
    .filter(([permission]) => !can(actor, permission))
    .flatMap(([, parts]) => parts.map((part) => [part, []] as const));
  const promises = joined.promises.filter(({ aboutType }) =>
    can(actor, seeingPromise[aboutType] ?? 'customers.see'),
  );
  return { ...joined, promises, ...Object.fromEntries(hidden) };
}

export const shownItem = (row: ArchiveRow): ArchiveItem => ({
  ...presentCustomerItem(row),
  vehicles: row.vehicles,
});

export function shownIncomplete(row: IncompleteRow): IncompleteArchive {
  const { customerId, name, phone, vehicles, ownerId, ownerName, state, sum } = row;
  const { startedAt, warnAt, dueAt } = wire(row);
  const facts = row.facts as unknown as ArchiveVehicle[];
  const { onceHadVehicle } = row;
  const completeness = completenessOf({ customer: row, vehicles: facts, onceHadVehicle });
  const masked = phone === '' ? '' : maskPhone(phone);
  const who = { customerId, name, phone: masked, vehicles, completeness, ownerId, ownerName };
  return { ...who, startedAt, warnAt, dueAt, state, sum };
}
