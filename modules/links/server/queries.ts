import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type LinkRow = RowOf<'links'>;
export type ListedLink = LinkRow & { createdByName: string | null };

const listed = `select l.*, (select e.name from employees e
    where e.tenant_id = l.tenant_id and e.id = l.created_by) as created_by_name from links l`;

const about = statement<ListedLink, { type: string; id: string }>(
  'links.about',
  `${listed} where l.tenant_id = :tenant and l.about_type = :type and l.about_id = :id
      and l.org_path ^@ any(:scopes)
    order by l.id desc limit 20`,
);
export const linkRowsAbout = (work: Work, type: string, id: string) =>
  work.rows(about, { type, id });

const lock = statement<LinkRow, { linkId: string }>(
  'links.lock',
  `select * from links
    where tenant_id = :tenant and id = :linkId and org_path ^@ any(:scopes) for update`,
);
export const lockLink = (work: Work, linkId: string) => work.first(lock, { linkId });

export const insertLink = (work: Work, row: Fresh<'links'>) => work.insert('links', row);
export const updateLink = async (work: Work, id: string, change: ChangeOf<'links'>) =>
  (await work.update('links', { id }, change))!;

export const insertVisit = (work: Work, row: Fresh<'linkVisits'>) => work.insert('linkVisits', row);
export const changeVisit = (work: Work, visitId: string, change: ChangeOf<'linkVisits'>) =>
  work.update('linkVisits', { id: visitId }, change);

export interface VisitRow extends LinkRow {
  visitId: string;
  secretHash: Buffer;
  provedAt: Date | null;
  confirmedAt: Date | null;
  codeHash: Buffer | null;
  codeSentAt: Date | null;
  codesWrong: number;
  visitUntil: Date;
}
const visit = statement<VisitRow, { visitId: string }>(
  'links.visit',
  `select l.*, v.id as visit_id, v.secret_hash, v.proved_at, v.confirmed_at,
          v.code_hash, v.code_sent_at, v.codes_wrong, v.expires_at as visit_until
     from link_visits v join links l on l.tenant_id = v.tenant_id and l.id = v.link_id
    where v.tenant_id = :tenant and v.id = :visitId`,
);
export const visitById = (work: Work, visitId: string) => work.first(visit, { visitId });

const sweep = statement<never, { before: Date }>(
  'links.sweepVisits',
  'delete from link_visits where tenant_id = :tenant and expires_at < :before',
);
/** A visit that is over is of no use; that it took place stands in the audit. */
export const sweepVisits = (work: Work) => work.run(sweep, { before: work.now });
