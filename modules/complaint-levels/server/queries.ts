import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type LevelRow = RowOf<'complaintLevels'>;

/** A complaint with where it stands; what begins with `level` is null while it has never had a level. */
export interface CaseRow {
  complaintId: string;
  number: string;
  kind: string;
  severity: string;
  complaintState: string;
  content: string;
  complainantName: string;
  complainantPhone: string;
  receivedAt: Date;
  orgUnitId: string;
  orgPath: string;
  customerId: string | null;
  handlerId: string | null;
  handlerName: string | null;
  plate: string | null;
  model: string | null;
  levelId: string | null;
  levelUnitId: string | null;
  state: string | null;
  sinceAt: Date | null;
  dueAt: Date | null;
  fromId: string | null;
  timesPassed: number | null;
  version: number | null;
}
const found = `select c.id as complaint_id, c.number, c.kind, c.severity, c.state as complaint_state, c.content,
          c.complainant_name, c.complainant_phone, c.received_at, c.org_unit_id, c.org_path, c.customer_id,
          c.handler_id, h.name as handler_name, v.plate, v.model, l.id as level_id, l.level_unit_id, l.state,
          l.since_at, l.due_at, l.from_id, l.times_passed, l.version
     from complaints c
     left join complaint_levels l on l.tenant_id = c.tenant_id and l.complaint_id = c.id
     left join employees h on h.tenant_id = c.tenant_id and h.id = c.handler_id
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
    where c.tenant_id = :tenant and c.id = :complaintId and c.org_path ^@ any(:scopes)`;
const seen = statement<CaseRow, { complaintId: string }>('complaintLevels.seen', found);
export const seenCase = (work: Work, complaintId: string) => work.first(seen, { complaintId });

/**
 * The complaint's row is the lock of its level too: a step of the one never meets a step of the other. What stands beside
 * it is read after it is held: one statement would still see the level as it was while it waited.
 */
const lock = statement<{ id: string }, { complaintId: string }>(
  'complaintLevels.lock',
  `select id from complaints where tenant_id = :tenant and id = :complaintId and org_path ^@ any(:scopes) for update`,
);
export const lockCase = async (work: Work, complaintId: string) =>
  (await work.first(lock, { complaintId })) && seenCase(work, complaintId);

export const insertLevel = (work: Work, row: Fresh<'complaintLevels'>) =>
  work.insert('complaintLevels', row);
export const updateLevel = (work: Work, id: string, change: ChangeOf<'complaintLevels'>) =>
  work.update('complaintLevels', { id }, change);

export interface ChainUnit {
  id: string;
  name: string;
  tier: 'headquarters' | 'agent' | 'shop';
  path: string;
  closedAt: Date | null;
  isOwnController: boolean;
}
const chain = statement<ChainUnit, { paths: readonly string[] }>(
  'complaintLevels.chain',
  `select id, name, tier, path, closed_at, is_own_controller from org_units
    where tenant_id = :tenant and path = any(:paths::text[]) order by length(path) desc limit 20`,
);
/** A unit and those above it up to the top: their names are nobody's secret, so that a shop sees where its case is. */
export function chainOf(work: Work, path: string): Promise<ChainUnit[]> {
  const steps = path.split('.').slice(0, -1);
  const paths = steps.map((_, depth) => `${steps.slice(0, depth + 1).join('.')}.`);
  return work.rows(chain, { paths });
}

const basesTo = statement<{ orgUnitId: string }, { unitIds: readonly string[]; toUnitId: string }>(
  'complaintLevels.basesTo',
  `select distinct b.org_unit_id from sharing_bases b join tenants z on z.id = b.tenant_id
    where b.tenant_id = :tenant and b.org_unit_id = any(:unitIds::uuid[]) and b.to_unit_id = :toUnitId
      and b.valid_from <= (:now::timestamptz at time zone z.time_zone)::date
      and coalesce(b.valid_until >= (:now::timestamptz at time zone z.time_zone)::date, true)
      and not exists (select from sharing_withdrawals w where w.tenant_id = b.tenant_id and w.basis_id = b.id)
    limit 20`,
);
/** Which of these controllers have a basis on record that counts today, to a unit above them. */
export const withBasisTo = (work: Work, unitIds: readonly string[], toUnitId: string) =>
  work.rows(basesTo, { unitIds, toUnitId });

const entry = statement<
  never,
  {
    id: string;
    complaintId: string;
    step: string;
    unitId: string;
    toUnitId: string;
    words: string;
    facts: string;
    byId: string | null;
  }
>(
  'complaintLevels.addEntry',
  `insert into complaint_level_entries (tenant_id, id, complaint_id, position, step, unit_id, to_unit_id, words, facts, by_id, at)
   select :tenant, :id, :complaintId, coalesce(max(e.position) + 1, 0), :step, :unitId, :toUnitId, :words, :facts::jsonb, :byId, :now
     from complaint_level_entries e where e.tenant_id = :tenant and e.complaint_id = :complaintId`,
);
export const addEntry = (
  work: Work,
  row: {
    id: string;
    complaintId: string;
    step: string;
    unitId: string;
    toUnitId: string;
    words: string;
    facts: object;
    byId: string | null;
  },
) => work.run(entry, { ...row, facts: JSON.stringify(row.facts) });

export interface EntryRow {
  id: string;
  step: string;
  words: string;
  facts: { passed?: string[]; sharing?: string; dueAt?: string };
  fromId: string;
  fromName: string;
  fromTier: string;
  toId: string;
  toName: string;
  toTier: string;
  byId: string | null;
  byName: string | null;
  at: Date;
}
const entries = statement<EntryRow, { complaintId: string }>(
  'complaintLevels.entries',
  `select e.id, e.step, e.words, e.facts, f.id as from_id, f.name as from_name, f.tier as from_tier,
          t.id as to_id, t.name as to_name, t.tier as to_tier, e.by_id, b.name as by_name, e.at
     from complaint_level_entries e
     join complaints c on c.tenant_id = e.tenant_id and c.id = e.complaint_id
     join org_units f on f.tenant_id = e.tenant_id and f.id = e.unit_id
     join org_units t on t.tenant_id = e.tenant_id and t.id = e.to_unit_id
     left join employees b on b.tenant_id = e.tenant_id and b.id = e.by_id
    where e.tenant_id = :tenant and e.complaint_id = :complaintId and c.org_path ^@ any(:scopes)
    order by e.position desc limit 200`,
);
/** What happened on its way, the latest first. */
export const entriesOf = (work: Work, complaintId: string) => work.rows(entries, { complaintId });
