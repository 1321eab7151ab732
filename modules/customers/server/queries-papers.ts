import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type PaperRow = RowOf<'customerPapers'> & {
  fileName: string;
  contentType: string | null;
  filedByName: string | null;
};

const shown = `select p.*, f.file_name, f.content_type, e.name as filed_by_name from customer_papers p
     join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id and c.org_path ^@ any(:scopes)
     join files f on f.tenant_id = p.tenant_id and f.id = p.file_id
     left join employees e on e.tenant_id = p.tenant_id and e.id = p.filed_by
    where p.tenant_id = :tenant`;

const byId = statement<PaperRow, { paperId: string }>(
  'customers.paper',
  `${shown} and p.id = :paperId`,
);
export const paperById = (work: Work, paperId: string) => work.first(byId, { paperId });

interface Asked {
  customerId: string;
  kind: string | null;
  afterAt: string;
  afterId: string;
  size: number;
}
const page = statement<PaperRow & { atText: string }, Asked>(
  'customers.papers',
  `select p.*, p.at::text as at_text from (${shown} and p.customer_id = :customerId and p.withdrawn_at is null
      and (:kind::text is null or p.kind = :kind) and (p.at, p.id) < (:afterAt::timestamptz, :afterId::uuid)
    order by p.at desc, p.id desc limit :size) p order by p.at desc, p.id desc`,
);
/** The bag of a customer, latest first. */
export const pageOfPapers = (
  work: Work,
  { customerId, kind }: { customerId: string; kind?: string },
  after: unknown[] | null,
  size: number,
) =>
  work.rows(page, {
    customerId,
    kind: kind ?? null,
    afterAt: String(after?.[0] ?? '9999-12-31T00:00:00Z'),
    afterId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const forChange = statement<RowOf<'customerPapers'> & { orgPath: string }, { paperId: string }>(
  'customers.paperForChange',
  `select p.*, c.org_path from customer_papers p
     join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    where p.tenant_id = :tenant and p.id = :paperId and c.org_path ^@ any(:scopes) for update of p`,
);
export const lockPaper = (work: Work, paperId: string) => work.first(forChange, { paperId });

export const insertPaper = (work: Work, row: Fresh<'customerPapers'>) =>
  work.insert('customerPapers', row);
export const updatePaper = (work: Work, id: string, change: ChangeOf<'customerPapers'>) =>
  work.update('customerPapers', { id }, change);
