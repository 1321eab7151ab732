import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type CommitmentRow = RowOf<'commitments'>;
export interface Subject {
  type: string;
  id: string;
}

const byId = statement<CommitmentRow, { commitmentId: string }>(
  'commitments.lock',
  'select * from commitments where tenant_id = :tenant and id = :commitmentId for update',
);
export const lockCommitment = (work: Work, commitmentId: string) =>
  work.first(byId, { commitmentId });

const ofSubject = statement<CommitmentRow, { rule: string; aboutType: string; aboutId: string }>(
  'commitments.lockOfSubject',
  `select * from commitments
    where tenant_id = :tenant and rule = :rule and about_type = :aboutType and about_id = :aboutId
    order by started_at desc, id desc for update`,
);
/** All promises of a rule about one thing, the latest first. */
export const lockOfSubject = (work: Work, rule: string, about: Subject) =>
  work.rows(ofSubject, { rule, aboutType: about.type, aboutId: about.id });

export const insertCommitment = (work: Work, row: Fresh<'commitments'>) =>
  work.insert('commitments', row);
export const updateCommitment = async (
  work: Work,
  commitmentId: string,
  change: ChangeOf<'commitments'>,
) => (await work.update('commitments', { id: commitmentId }, change))!;

export interface ShownRow extends CommitmentRow {
  ownerName: string | null;
}
const shownColumns = `c.*, e.name as owner_name
     from commitments c left join employees e on e.tenant_id = c.tenant_id and e.id = c.owner_id`;

const about = statement<ShownRow, { aboutType: string; ids: readonly string[] }>(
  'commitments.about',
  `select ${shownColumns}
    where c.tenant_id = :tenant and c.about_type = :aboutType and c.about_id = any(:ids::uuid[])
    order by c.due_at, c.id`,
);
export const rowsAbout = (work: Work, aboutType: string, ids: readonly string[]) =>
  work.rows(about, { aboutType, ids });

const shown = statement<ShownRow, { commitmentId: string }>(
  'commitments.one',
  `select ${shownColumns}
    where c.tenant_id = :tenant and c.id = :commitmentId and c.org_path ^@ any(:scopes)`,
);
export const commitmentInScope = (work: Work, commitmentId: string) =>
  work.first(shown, { commitmentId });

export interface CommitmentFilter {
  state: string;
  rule: string | null;
  ownerId: string | null;
  dueFrom: Date | null;
  dueBefore: Date | null;
  afterDue: Date | null;
  afterId: string | null;
  size: number;
}
const filters = `(:rule::text is null or c.rule = :rule)
      and (:ownerId::uuid is null or c.owner_id = :ownerId)
      and (:dueFrom::timestamptz is null or c.due_at >= :dueFrom)
      and (:dueBefore::timestamptz is null or c.due_at < :dueBefore)
      and (:afterDue::timestamptz is null or (c.due_at, c.id) > (:afterDue, :afterId::uuid))
    order by c.due_at, c.id limit :size`;
const unsettledPage = statement<ShownRow, Omit<CommitmentFilter, 'state'> & { lateOnly: boolean }>(
  'commitments.unsettledPage',
  `select ${shownColumns}
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes)
      and (c.state in ('open', 'paused') or (c.state = 'broken' and c.settled_at is null))
      and (not :lateOnly::boolean or c.state = 'broken')
      and ${filters}`,
);
const statePage = statement<ShownRow, CommitmentFilter>(
  'commitments.statePage',
  `select ${shownColumns}
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.state = :state and ${filters}`,
);
/** The most pressing first. What is still to be done has an index of its own. */
export const pageOfCommitments = (work: Work, { state, ...filter }: CommitmentFilter) =>
  state === 'unsettled' || state === 'late'
    ? work.rows(unsettledPage, { ...filter, lateOnly: state === 'late' })
    : work.rows(statePage, { state, ...filter });

export interface RuleFigure {
  rule: string;
  due: number;
  kept: number;
  broken: number;
}
const byRule = statement<RuleFigure, { from: Date; to: Date }>(
  'commitments.figures',
  `select rule, count(*) as due, count(*) filter (where state = 'kept') as kept,
          count(*) filter (where state = 'broken') as broken
     from commitments
    where tenant_id = :tenant and org_path ^@ any(:scopes) and due_at >= :from and due_at < :to
      and state in ('kept', 'broken')
    group by rule order by rule limit 200`,
);
/** Of the promises that fell due in a time and ended, how many were kept. */
export const figuresByRule = (work: Work, from: Date, to: Date) => work.rows(byRule, { from, to });

export interface Load {
  ownerId: string | null;
  ownerName: string | null;
  open: number;
  today: number;
  late: number;
}
const byOwner = statement<Load, { dayEnd: Date }>(
  'commitments.load',
  `select c.owner_id, e.name as owner_name, count(*) as open,
          count(*) filter (where c.state = 'open' and c.due_at < :dayEnd) as today,
          count(*) filter (where c.state = 'broken') as late
     from commitments c left join employees e on e.tenant_id = c.tenant_id and e.id = c.owner_id
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes)
      and (c.state in ('open', 'paused') or (c.state = 'broken' and c.settled_at is null))
    group by c.owner_id, e.name order by late desc, open desc, c.owner_id limit 200`,
);
/** What each person has still to do; `dayEnd` is when today is over. */
export const loadByOwner = (work: Work, dayEnd: Date) => work.rows(byOwner, { dayEnd });

const openBelow = statement<
  CommitmentRow,
  { orgPath: string; rules: readonly string[]; afterId: string | null; size: number }
>(
  'commitments.openBelow',
  `select * from commitments
    where tenant_id = :tenant and org_path ^@ :orgPath and state = 'open' and rule = any(:rules)
      and (:afterId::uuid is null or id > :afterId)
    order by id limit :size for update`,
);
export const lockOpenBelow = (
  work: Work,
  orgPath: string,
  rules: readonly string[],
  afterId: string | null,
  size: number,
) => work.rows(openBelow, { orgPath, rules, afterId, size });
