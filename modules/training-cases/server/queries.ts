import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { CasePart } from '../lifecycle.ts';

export interface CaseRow extends RowOf<'trainingCases'> {
  unitName: string;
  authorName: string;
  publishedByName: string;
  readAt: Date | null;
}
export type ListedRow = Omit<CaseRow, Exclude<CasePart, 'title'>>;

const listedColumns = `t.id, t.org_unit_id, t.org_path, t.complaint_id, t.kind, t.cause_kind, t.state, t.title, t.written_by,
          t.published_by, t.published_at, t.withdrawn_why, t.version, t.created_at`;
const withNames = (columns: string) => `select ${columns}, coalesce(u.name, '') as unit_name,
          coalesce(a.name, '') as author_name, coalesce(p.name, '') as published_by_name,
          case when r.read_at >= t.published_at then r.read_at end as read_at
     from training_cases t
     left join org_units u on u.tenant_id = t.tenant_id and u.id = t.org_unit_id
     left join employees a on a.tenant_id = t.tenant_id and a.id = t.written_by
     left join employees p on p.tenant_id = t.tenant_id and p.id = t.published_by
     left join training_case_reads r on r.tenant_id = t.tenant_id and r.training_case_id = t.id and r.employee_id::text = :me::text`;
/**
 * Published: to who works at its unit, below it or above it. Otherwise to who supervises there and with whom its persons
 * are shared, since a draft may still hold some.
 */
const seen = `(case when t.state = 'published'
            then t.org_path ^@ any(:scopes) or exists (select from unnest(:scopes::text[]) s where s ^@ t.org_path)
            else t.org_path ^@ any(:managed::text[]) and not t.org_path ^@ any(:notShared::text[]) end)`;

interface Managing {
  managed: readonly string[];
}
const one = statement<CaseRow, Managing & { caseId: string }>(
  'trainingCases.one',
  `${withNames('t.*')} where t.tenant_id = :tenant and t.id = :caseId and ${seen}`,
);
/** A case that the caller may read; `managed` are the places where he supervises. */
export const caseById = (work: Work, caseId: string, managed: readonly string[]) =>
  work.first(one, { caseId, managed });

const lock = statement<RowOf<'trainingCases'>, { caseId: string }>(
  'trainingCases.lock',
  `select * from training_cases where tenant_id = :tenant and id = :caseId and org_path ^@ any(:scopes) for update`,
);
export const lockCase = (work: Work, caseId: string) => work.first(lock, { caseId });
export const insertCase = (work: Work, row: Fresh<'trainingCases'>) =>
  work.insert('trainingCases', row);
export const updateCase = (work: Work, id: string, change: ChangeOf<'trainingCases'>) =>
  work.update('trainingCases', { id }, change);

interface ListAsked extends Managing {
  state: string | null;
  kind: string | null;
  causeKind: string | null;
  isRead: boolean | null;
  words: string | null;
  size: number;
}
const page = statement<ListedRow, ListAsked & { before: string; beforeId: string }>(
  'trainingCases.page',
  `${withNames(listedColumns)}
    where t.tenant_id = :tenant and ${seen}
      and (:state::text is null or t.state = :state)
      and (:kind::text is null or t.kind = :kind)
      and (:causeKind::text is null or t.cause_kind = :causeKind)
      and (:isRead::boolean is null or (t.state = 'published' and coalesce(r.read_at >= t.published_at, false) = :isRead))
      and (:words::text is null
           or position(lower(:words) in lower(t.title || ' ' || t.story || ' ' || t.cause || ' ' || t.lesson)) > 0)
      and (t.created_at, t.id) < (:before::timestamptz, :beforeId::uuid)
    order by t.created_at desc, t.id desc limit :size`,
);
export const pageOfCases = (work: Work, asked: ListAsked, after: unknown[] | null) =>
  work.rows(page, {
    ...asked,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });

const ofComplaint = statement<ListedRow, Managing & { complaintId: string }>(
  'trainingCases.ofComplaint',
  `${withNames(listedColumns)}
    where t.tenant_id = :tenant and t.complaint_id = :complaintId and ${seen}
    order by t.created_at desc, t.id desc limit 20`,
);
export const casesOf = (work: Work, complaintId: string, managed: readonly string[]) =>
  work.rows(ofComplaint, { complaintId, managed });

const live = statement<{ id: string }, { complaintId: string }>(
  'trainingCases.live',
  `select id from training_cases
    where tenant_id = :tenant and complaint_id = :complaintId and state <> 'withdrawn' limit 1`,
);
/** The draft or published case of a complaint: there is one at a time. */
export const liveCaseOf = (work: Work, complaintId: string) => work.first(live, { complaintId });

const closed = statement<
  { id: string; state: string; closedAt: Date | null; orgUnitId: string; orgPath: string },
  { complaintId: string }
>(
  'trainingCases.complaint',
  `select id, state, closed_at, org_unit_id, org_path from complaints
    where tenant_id = :tenant and id = :complaintId and org_path ^@ any(:scopes)`,
);
/** The complaint that a case is made of, if the caller may see it. */
export const complaintAt = (work: Work, complaintId: string) => work.first(closed, { complaintId });
