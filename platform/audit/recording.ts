import type { EventKind } from '#shared/events.ts';
import { countInEmergency, markedByEmergency } from '../emergency.ts';
import type { Seal } from '../seal.ts';
import { globalStatement, statement } from '../sql.ts';
import type { Work } from '../work.ts';
import { actedFor } from './acting-for.ts';
import { keyFor, type Subject, sealValue } from './subject-keys.ts';

/** Fields of a record that were changed: what stood there, and what stands there now. */
export type Changes = Readonly<Record<string, { from: unknown; to: unknown }>>;

/** Something that was told in a transaction and is written at its end. */
export interface Entry {
  id: string;
  kind: EventKind;
  data: object;
  about: { type: string; id: string };
  orgPath: string;
  changes: Changes | undefined;
  /** Who was acted for, where the record itself does not tell. */
  inSteadOf: string | undefined;
}

/** In whose name, on whose request and by which way a transaction writes. */
export interface Origin {
  requestId: string;
  /** The route or the task. */
  via: string;
  /** Without it a value that speaks of a person is left out rather than kept in the open. */
  secrets: Seal | undefined;
}

const insertEntries = statement<never, object>(
  'audit.insertEntries',
  `insert into audit_entries (tenant_id, id, at, event, actor_kind, actor_id, actor_name, acting_for_id,
     about_type, about_id, data, request_id, org_path, via)
   select :tenant::uuid, e.id, :now::timestamptz, e.event, :actorKind::text, :actorId::text, :actorName::text,
          e."actingForId", e."aboutType", e."aboutId", e.data, :requestId::text, e."orgPath", :via::text
     from jsonb_to_recordset(:entries::jsonb) as
          e (id uuid, event text, "actingForId" uuid, "aboutType" text, "aboutId" uuid, data jsonb, "orgPath" text)`,
);
const insertUnsealed = globalStatement<never, { owner: string; ids: string[] }>(
  'audit.insertUnsealed',
  'insert into audit_unsealed (tenant_id, entry_ids) values (:owner, :ids)',
);

const atOnce = 200;

/** Writes the entries of a transaction and tells the sealer of them: two statements, however many there are. */
export async function recordEntries(
  work: Work,
  entries: readonly Entry[],
  origin: Origin,
): Promise<void> {
  const { actor } = work;
  const keys = new Map<string, Buffer | null>();
  const acted = await actedFor(work, entries);
  for (let at = 0; at < entries.length; at += atOnce) {
    const part = entries.slice(at, at + atOnce);
    const rows = [];
    for (const entry of part) {
      const told = await written(work, entry, origin.secrets, keys);
      const row = { ...told, actingForId: acted.get(entry.id) ?? null };
      rows.push(actor.emergency ? markedByEmergency(row, actor.emergency) : row);
    }
    await work.run(insertEntries, {
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      requestId: origin.requestId,
      via: origin.via,
      entries: JSON.stringify(rows),
    });
    if (actor.emergency) await countInEmergency(work, actor.emergency.id, part);
    await work.run(insertUnsealed, { owner: actor.tenantId, ids: part.map(({ id }) => id) });
  }
}

async function written(
  work: Work,
  entry: Entry,
  secrets: Seal | undefined,
  keys: Map<string, Buffer | null>,
) {
  const { id, kind, about, orgPath, changes } = entry;
  const subject = subjectOf(entry);
  const close = async (place: string, value: unknown) => {
    if (!subject) return value;
    const key = secrets && (await rememberedKey(work, secrets, subject, keys));
    return key ? sealValue(key, subject, `${id}/${place}`, value) : null;
  };
  const data: Record<string, unknown> = { ...entry.data };
  for (const name of personalFields(kind)) {
    if (data[name] != null) data[name] = await close(name, data[name]);
  }
  if (changes) {
    const closed: Record<string, unknown> = {};
    for (const [name, { from, to }] of Object.entries(changes))
      closed[name] = await close(`changes.${name}`, [from ?? null, to ?? null]);
    data.changes = closed;
  }
  return { id, event: kind.name, aboutType: about.type, aboutId: about.id, data, orgPath };
}

async function rememberedKey(
  work: Work,
  secrets: Seal,
  subject: Subject,
  keys: Map<string, Buffer | null>,
): Promise<Buffer | null> {
  const name = `${subject.type}/${subject.id}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = await keyFor(work, secrets, subject);
  keys.set(name, key);
  return key;
}

/** Whom the values of an entry speak of: as its kind declares, else what the entry is about; nobody for `null`. */
function subjectOf({ kind, data, about }: Entry): Subject | undefined {
  if (kind.subject === null) return undefined;
  const id = kind.subject && (data as Record<string, unknown>)[kind.subject.by];
  if (kind.subject && typeof id === 'string') return { type: kind.subject.type, id };
  return about;
}

const fieldsByKind = new WeakMap<object, readonly string[]>();
/** The fields of an event that its shape marks with `personal(…)`. */
function personalFields(kind: EventKind): readonly string[] {
  let known = fieldsByKind.get(kind);
  if (!known) {
    const { properties = {} } = kind.data as { properties?: Record<string, { personal?: true }> };
    known = Object.keys(properties).filter((name) => properties[name]?.personal);
    fieldsByKind.set(kind, known);
  }
  return known;
}

/** The fields of a change that say something new, with what stood there before. */
export function changesBetween(before: object, after: object, fields: readonly string[]): Changes {
  const [was, is] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  const same = (name: string) =>
    JSON.stringify(was[name] ?? null) === JSON.stringify(is[name] ?? null);
  return Object.fromEntries(
    fields.filter((name) => !same(name)).map((name) => [name, { from: was[name], to: is[name] }]),
  );
}
