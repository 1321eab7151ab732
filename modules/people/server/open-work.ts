import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { type OpenWork, openWorkKinds, type Permission, type staffRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { fitReceivers, insertHandovers } from './queries-handing-over.ts';
import { knowHolder } from './queries-holders.ts';

type Kind = (typeof openWorkKinds)[number];
type Wishes = NonNullable<BodyOf<typeof staffRoutes.leave>['handOver']>;

/** One thing that lies with a person. */
export interface Held {
  id: string;
  /** A word to know it by. */
  label: string;
  orgPath: string;
  /** It goes wherever this record goes: a promise about a complaint goes with the complaint. */
  followsId?: string | null;
}
export interface Given {
  id: string;
  toId: string;
}
/** What a module says of its own that can lie with a person (ORG-07). */
export interface OpenWorkOf {
  kind: Kind;
  /** The columns that name the person, `table.column`: a test holds that none is forgotten. */
  covers: readonly string[];
  /** The type of the record, as the audit calls it. */
  aboutType: string;
  /** What a receiver must be allowed to do. */
  needs: Permission | null;
  /** All that is open with a person, the oldest first; at most `mostHeld`. */
  find(work: Work, employeeId: string): Promise<readonly Held[]>;
  /** Gives it to others, in as few statements as there are tables. */
  give(work: Work, fromId: string, given: readonly Given[]): Promise<unknown>;
}

/** More than one person can hold; who does is asked to let somebody else assign a part of it first. */
export const mostHeld = 10_000;
const shownOf = 20;

const known = new Map<Kind, OpenWorkOf>();
const inOrder = () => openWorkKinds.flatMap((kind) => known.get(kind) ?? []);

/** A module says what of its own can lie with a person, and how it is given to another (ORG-07). */
export function defineOpenWork(of: OpenWorkOf): void {
  known.set(of.kind, of);
  for (const column of of.covers) knowHolder(of.aboutType, column);
}

/** The columns that some module answers for. */
export const coveredColumns = (): string[] => inOrder().flatMap(({ covers }) => covers);

interface Found {
  of: OpenWorkOf;
  held: readonly Held[];
  /** What needs a receiver of its own. */
  own: readonly Held[];
}

async function foundWith(work: Work, employeeId: string): Promise<Found[]> {
  const found: Found[] = [];
  const ids = new Set<string>();
  for (const of of inOrder()) {
    const held = await of.find(work, employeeId);
    for (const { id } of held) ids.add(id);
    const own = held.filter(({ followsId }) => !followsId || !ids.has(followsId));
    if (held.length > 0) found.push({ of, held, own });
  }
  return found;
}

/** What is open with a person; kinds of which there is nothing are left out. */
export async function openWorkOf(work: Work, employeeId: string): Promise<OpenWork[]> {
  return (await foundWith(work, employeeId)).map(({ of, held, own }) => ({
    kind: of.kind,
    needs: of.needs,
    count: own.length,
    following: held.length - own.length,
    items: own.slice(0, shownOf).map(({ id, label }) => ({ id, label: label.slice(0, 200) })),
  }));
}

/**
 * Gives everything that lies with a leaver to those who were named for it: whole, or in turn where several are named.
 * Throws 409 `open_work` when something would be left with nobody, 422 `receiver_unfit` for one who may not do it.
 */
export async function handEverythingOver(
  work: Work,
  leaver: { id: string; name: string; orgPath: string },
  wishes: Wishes,
): Promise<void> {
  const found = await foundWith(work, leaver.id);
  refuseLeftOver(found, wishes);
  const went = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { of, held } of found) {
    const toIds = await receiversOf(work, leaver, of, wishes);
    let turn = 0;
    const next = () => toIds[turn++ % toIds.length]!;
    const given = held.map(({ id, followsId }) => ({
      id,
      toId: (followsId && went.get(followsId)) || next(),
    }));
    await of.give(work, leaver.id, given);
    for (const { id, toId } of given) {
      went.set(id, toId);
      counts.set(toId, (counts.get(toId) ?? 0) + 1);
    }
    await noteHandovers(work, leaver.id, of, held, went);
  }
  if (counts.size === 0) return;
  const to = [...counts].map(([employeeId, count]) => ({ employeeId, count }));
  const about = { type: 'employee', id: leaver.id, orgPath: leaver.orgPath };
  const told = { employeeId: leaver.id, name: leaver.name, to };
  await work.emit(peopleEvents.handedOver, told, about);
}

/** Nothing stays with nobody: every kind has a receiver, and nobody holds more than is moved at once. */
function refuseLeftOver(found: readonly Found[], wishes: Wishes): void {
  const named = new Set(wishes.map(({ kind }) => kind));
  const left = found.filter(
    ({ of, held, own }) => held.length >= mostHeld || (own.length > 0 && !named.has(of.kind)),
  );
  const count = left.reduce((sum, { own }) => sum + own.length, 0);
  if (count > 0)
    throw new Problem(409, 'open_work', { count, kinds: left.map(({ of }) => of.kind) });
}

async function receiversOf(
  work: Work,
  leaver: { id: string; orgPath: string },
  { kind, needs }: OpenWorkOf,
  wishes: Wishes,
): Promise<readonly string[]> {
  const at = wishes.findIndex((wish) => wish.kind === kind);
  const toIds = wishes[at]?.employeeIds ?? [];
  if (toIds.length === 0) return [];
  const fit = await fitReceivers(work, { ids: toIds, permission: needs, orgPath: leaver.orgPath });
  const isFit = (id: string) => id !== leaver.id && fit.some((one) => one.id === id);
  if (!toIds.every(isFit)) throw ruleBroken(`/handOver/${at}/employeeIds`, 'receiver_unfit');
  return toIds;
}

async function noteHandovers(
  work: Work,
  fromId: string,
  { kind, aboutType }: OpenWorkOf,
  held: readonly Held[],
  went: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = held.map(({ id, orgPath }) => {
    return { kind, aboutId: id, orgPath, fromId, toId: went.get(id)! };
  });
  await insertHandovers(work, rows);
  for (const { aboutId, orgPath, toId } of rows) {
    const about = { type: aboutType, id: aboutId, orgPath };
    await work.emit(peopleEvents.recordHandedOver, { kind, fromId, toId }, about);
  }
}
