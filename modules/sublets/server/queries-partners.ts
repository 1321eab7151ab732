import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type PartnerRow = RowOf<'subletPartners'>;
export type ShownPartnerRow = PartnerRow & { outNow: number; paperType: string };

const forChange = statement<PartnerRow, { partnerId: string }>(
  'subletPartners.lock',
  `select * from sublet_partners
    where tenant_id = :tenant and id = :partnerId and org_path ^@ any(:scopes) for update`,
);
export const lockPartner = (work: Work, partnerId: string) => work.first(forChange, { partnerId });
export const insertPartner = (work: Work, row: Fresh<'subletPartners'>) =>
  work.insert('subletPartners', row);
export const updatePartner = (work: Work, id: string, change: ChangeOf<'subletPartners'>) =>
  work.update('subletPartners', { id }, change);

const named = statement<{ id: string }, { name: string; unitId: string; besides: string | null }>(
  'subletPartners.named',
  `select id from sublet_partners where tenant_id = :tenant and name = :name and org_unit_id = :unitId
      and (:besides::uuid is null or id <> :besides) limit 1`,
);
/** Whether a place has a firm of that name already. */
export const isNameTaken = async (
  work: Work,
  given: { name: string; unitId: string; besides: string | null },
) => (await work.first(named, given)) !== undefined;

const shown = `p.*, (select count(*) from sublets s
    where s.tenant_id = p.tenant_id and s.partner_id = p.id and s.state = 'out') as out_now,
    coalesce((select f.content_type from files f
      where f.tenant_id = p.tenant_id and f.id = p.paper_file_id), '') as paper_type`;
const one = statement<ShownPartnerRow, { partnerId: string }>(
  'subletPartners.seen',
  `select ${shown} from sublet_partners p
    where p.tenant_id = :tenant and p.id = :partnerId and p.org_path ^@ any(:scopes)`,
);
export const seenPartner = (work: Work, partnerId: string) => work.first(one, { partnerId });

interface Filter {
  isActive: boolean | null;
}
interface Position {
  afterName: string | null;
  afterId: string | null;
  size: number;
}
const matches = `p.tenant_id = :tenant and p.org_path ^@ any(:scopes)
   and (:isActive::boolean is null or p.is_active = :isActive)`;
const page = statement<ShownPartnerRow, Filter & Position>(
  'subletPartners.page',
  `select ${shown} from sublet_partners p
    where ${matches} and (:afterName::text is null or (p.name, p.id) > (:afterName, :afterId::uuid))
    order by p.name, p.id limit :size`,
);
export const pageOfPartners = (work: Work, given: Filter & Position) => work.rows(page, given);
const counted = statement<{ total: number }, Filter>(
  'subletPartners.count',
  `select count(*) as total from sublet_partners p where ${matches}`,
);
export const countOfPartners = async (work: Work, given: Filter): Promise<number> =>
  (await work.first(counted, given))!.total;
