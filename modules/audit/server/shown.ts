import { readableData } from '#platform/audit/reading-back.ts';
import { seesAll, shownTo } from '#platform/privacy.ts';
import type { Seal } from '#platform/seal.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { AuditDetail, AuditEntry } from '../contract.ts';
import type { EntryRow } from './queries.ts';

const isOfPerson = (aboutType: string | null) =>
  aboutType === 'vehicle' || aboutType === 'customer';

/** An entry in the list: which fields were changed, never what they held. */
export function shownEntry({ actor }: Work, row: EntryRow): AuditEntry {
  const { id, at, event, actorKind, actorId, actorName, actingForName, aboutType, aboutId } = row;
  const { via, seq, data } = row;
  const aboutName =
    row.aboutName !== null && isOfPerson(aboutType)
      ? shownTo(actor, aboutType === 'vehicle' ? 'plate' : 'name', row.aboutName, row.orgPath)
      : row.aboutName;
  const fields = Object.keys((data.changes as object | undefined) ?? {});
  const who = { actorKind, actorId, actorName, actingForName };
  const isEmergency = typeof data.emergencyId === 'string';
  const about = { aboutType, aboutId, aboutName };
  return wire({ id, at, event, ...who, ...about, via, fields, seq, isEmergency });
}

/** The whole entry; values of persons only for who sees all of them anyway (ARC-10). */
export async function shownDetail(work: Work, secrets: Seal, row: EntryRow): Promise<AuditDetail> {
  const isOpen = seesAll(work.actor, row.orgPath);
  const entry = { ...shownEntry(work, row), requestId: row.requestId, isOpen };
  if (!isOpen) return { ...entry, facts: [], changes: [] };
  const { changes = {}, ...facts } = (await readableData(work, secrets, [row])).get(row.id)!;
  return {
    ...entry,
    facts: Object.entries(facts)
      .filter(([, value]) => value !== row.aboutId)
      .map(([name, value]) => ({ name, value: textOf(value) })),
    changes: Object.entries(changes as object).map(([field, pair]) => {
      const [from, to] = Array.isArray(pair) ? pair : [pair, pair];
      return { field, from: textOf(from), to: textOf(to) };
    }),
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4000);
}
