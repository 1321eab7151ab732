import { maskPhone } from '#shared/phones.ts';
import type { Merge, Side } from '../contract.ts';
import type { MergeShown, SideRow } from './queries.ts';

const masked = (phone: string) => (phone === '' ? '' : maskPhone(phone));

/** A record as one knows it by; phones masked as everywhere (ARC-10). */
export const presentSide = ({ id, title, phone, detail, lastVisitOn, version }: SideRow): Side => ({
  id,
  title,
  detail: [masked(phone), detail]
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

/** A value beside another, for comparison: a phone never whole. */
export const shownValue = (field: string, value: unknown): string | null =>
  value === null ? null : field === 'phone' ? masked(String(value)) : String(value).slice(0, 4000);
