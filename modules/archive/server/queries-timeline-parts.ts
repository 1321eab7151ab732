import { randomUUID } from 'node:crypto';
import { isWalled, type Wall } from '#modules/complaints/server/index.ts';
import type { Actor } from '#platform/actor.ts';
import { statement } from '#platform/sql.ts';
import type { AnyEntryKind, TimelineEntry } from '../contract-timeline.ts';
import { iso } from './sql-parts.ts';

/** Where entries of one kind come from. */
export interface Source {
  /** Who may see such entries at all. */
  permission: string;
  /** Its records of the customer or car, `:ofId`; `x` is the record. */
  from: string;
  /** When it happened: a column that an index ends with, or an expression where there are few. */
  at: string;
  /** What the history shows of one, by its id; `few` is the chosen entry. */
  shown: string;
}

export const named = (column: string) =>
  `(select e.name from employees e where e.tenant_id = :tenant and e.id = ${column})`;
export const here = 'x.org_path ^@ any(:scopes)';

type Shown = Partial<Omit<TimelineEntry, 'kind' | 'id' | 'at'>> & { wall?: Wall };
export interface EntryRow {
  kind: AnyEntryKind;
  id: string;
  at: Date;
  atText: string;
  shown: Shown;
}
export interface Asked {
  ofId: string;
  kinds: string[];
  afterAt: string;
  afterId: string;
  size: number;
}

/** The newest of every kind, of these the newest; only what is shown is read in full. */
export function timelineStatement(name: string, sources: Readonly<Record<string, Source>>) {
  const all = Object.entries(sources);
  const branches = all.map(
    ([kind, { from, at }]) => `(select '${kind}' as kind, x.id, ${at} as at from ${from}
      and '${kind}' = any(:kinds) and (${at}, x.id) < (:afterAt::timestamptz, :afterId::uuid)
    order by ${at} desc, x.id desc limit :size)`,
  );
  return statement<EntryRow, Asked>(
    name,
    `with few as materialized (
     select * from (${branches.join(' union all ')}) each
      order by at desc, id desc limit :size)
   select few.kind, few.id, few.at, ${iso('few.at')} as at_text,
          case few.kind ${all.map(([kind, { shown }]) => `when '${kind}' then (${shown})`).join(' ')} end as shown
     from few order by few.at desc, few.id desc`,
    { isPlannedOnce: true },
  );
}

/** Where a page begins: at the newest, or behind the last one shown. */
export const placeAfter = (after: unknown[] | null) => ({
  afterAt: String(after?.[0] ?? '9999-12-31T00:00:00Z'),
  afterId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
});

const nothing = {
  what: '',
  state: '',
  direction: '',
  number: '',
  text: '',
  byName: null,
  satisfaction: null,
  vehicleId: null,
  plate: '',
  untilOn: null,
  orderId: null,
  fileId: null,
  contentType: '',
  visit: null,
  isWalled: false,
};

/** An entry as its reader may see it: of a complaint behind the wall that there is one, and whether it is open (CMP-18). */
export const shownEntryTo =
  (actor: Actor) =>
  ({ kind, id, at, shown: { wall, ...shown } }: EntryRow): TimelineEntry => {
    const when = { kind, at: at.toISOString() };
    if (wall === undefined || !isWalled(actor, wall)) return { ...nothing, ...shown, id, ...when };
    const state = shown.state ?? '';
    return { ...nothing, state, isWalled: true, id: randomUUID(), ...when };
  };
export const placeOfEntry = ({ atText, id }: EntryRow): [string, string] => [atText, id];
