import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface EntryRow extends RowOf<'auditEntries'> {
  data: Record<string, unknown>;
  seq: number | null;
  aboutName: string | null;
  actingForName: string | null;
}

const columns = `e.*,
    (select s.seq from audit_seals s where s.tenant_id = :tenant and s.entry_id = e.id) as seq,
    (select p.name from employees p where p.tenant_id = :tenant and p.id = e.acting_for_id) as acting_for_name,
    case e.about_type
      when 'customer' then (select c.name from customers c where c.tenant_id = :tenant and c.id = e.about_id)
      when 'vehicle' then (select v.plate from vehicles v where v.tenant_id = :tenant and v.id = e.about_id)
      when 'serviceOrder' then (select o.number from service_orders o where o.tenant_id = :tenant and o.id = e.about_id)
      when 'complaint' then (select k.number from complaints k where k.tenant_id = :tenant and k.id = e.about_id)
      when 'employee' then (select p.name from employees p where p.tenant_id = :tenant and p.id = e.about_id)
      when 'orgUnit' then (select u.name from org_units u where u.tenant_id = :tenant and u.id = e.about_id)
      when 'session' then (select p.name from sessions t join employees p on p.tenant_id = t.tenant_id
                             and p.id = t.employee_id where t.tenant_id = :tenant and t.id = e.about_id)
    end as about_name
  from audit_entries e`;
/** What speaks of no place belongs to the root of the tree; what spoke of a unit that moved, to where it stands now. */
const seen = `coalesce((select u.path from former_places f join org_units u on u.tenant_id = f.tenant_id and u.id = f.org_unit_id
    where f.tenant_id = :tenant and f.path = e.org_path), nullif(e.org_path, ''), '1.') ^@ any(:scopes)`;

export interface EntryFilter {
  event: string | null;
  actorId: string | null;
  from: Date;
  before: Date;
  afterAt: Date | null;
  afterId: string | null;
  size: number;
}
const page = (of: string) => `select ${columns}
  where e.tenant_id = :tenant and ${seen} and ${of}
    and e.at >= :from and e.at < :before
    and (:event::text is null or e.event = :event)
    and (:actorId::text is null or e.actor_id = :actorId)
    and (:afterId::uuid is null or (e.at, e.id) < (:afterAt::timestamptz, :afterId::uuid))
  order by e.at desc, e.id desc limit :size`;
const latest = statement<EntryRow, EntryFilter>('audit.latest', page('true'));
// The index begins with the kind of record; there are few kinds, and PostgreSQL 18 steps from one to the next.
const aboutOne = statement<EntryRow, EntryFilter & { aboutId: string }>(
  'audit.aboutOne',
  page('e.about_id = :aboutId'),
);

export const latestEntries = (work: Work, filter: EntryFilter) => work.rows(latest, filter);
export const entriesAbout = (work: Work, aboutId: string, filter: EntryFilter) =>
  work.rows(aboutOne, { ...filter, aboutId });

const one = statement<EntryRow, { entryId: string }>(
  'audit.one',
  `select ${columns} where e.tenant_id = :tenant and e.id = :entryId and ${seen}`,
);
export const entryById = (work: Work, entryId: string) => work.first(one, { entryId });

export type HeadRow = Omit<RowOf<'auditHeads'>, 'fault'> & {
  fault: { what: string; seq: number; untilSeq: number } | null;
};
const head = statement<HeadRow, object>(
  'audit.stateOfChain',
  'select * from audit_heads where tenant_id = :tenant',
);
export const stateOfChain = (work: Work) => work.first(head, {});

const sealedHead = statement<{ seq: number; hash: Buffer }, object>(
  'audit.sealedHead',
  'select seq, hash from audit_seals where tenant_id = :tenant order by seq desc limit 1',
);
export const sealedHeadOf = (work: Work) => work.first(sealedHead, {});
