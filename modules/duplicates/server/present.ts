import type { Actor } from '#platform/actor.ts';
import { addressFor, birthdayFor, nameFor, plateFor, shownTo, vinFor } from '#platform/privacy.ts';
import { maskPhone } from '#shared/phones.ts';
import type { Merge, RecordKind, Side } from '../contract.ts';
import type { MergeShown, SideRow } from './queries.ts';

const masked = (phone: string) => (phone === '' ? '' : maskPhone(phone));

/** A record as one knows it by; phones masked as everywhere, the rest as far as its reader may see it (ARC-10). */
export const presentSide = (
  actor: Actor,
  kind: RecordKind,
  { id, title, phone, detail, lastVisitOn, version }: SideRow,
): Side => ({
  id,
  title,
  detail: [
    masked(phone),
    kind === 'customer' ? addressFor(actor, detail) : shownTo(actor, 'words', detail),
  ]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 300),
  lastVisitOn,
  version,
});

export const presentMerge = (row: MergeShown): Merge => ({
  id: row.id,
  kind: row.kind,
  keptId: row.keptId,
  goneId: row.goneId,
  title: row.title.slice(0, 80),
  state: row.state,
  createdAt: row.createdAt.toISOString(),
  byName: row.byName,
  undoneAt: row.undoneAt?.toISOString() ?? null,
});

const shownAs: Readonly<Record<string, (actor: Actor, value: string) => string>> = {
  name: nameFor,
  phone: (_, value) => masked(value),
  address: addressFor,
  birthday: birthdayFor,
  plate: plateFor,
  vin: vinFor,
};
/** A value beside another, for comparison: a phone never whole. */
export const shownValue = (actor: Actor, field: string, value: unknown): string | null =>
  value === null ? null : (shownAs[field]?.(actor, String(value)) ?? String(value).slice(0, 4000));
