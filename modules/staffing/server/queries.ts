import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { PostKey, Standard } from '../contract.ts';

export type VersionRow = RowOf<'postVersions'> & { byName: string };
const latest = statement<VersionRow, object>(
  'staffing.latestVersions',
  `select distinct on (v.post_key) v.* from post_versions v
    where v.tenant_id = :tenant order by v.post_key, v.version desc limit 50`,
);
/** The wording that a house gave its posts, the latest of each. */
export const latestVersions = (work: Work) => work.rows(latest, {});

const held = statement<{ postKey: string; holders: number }, object>(
  'staffing.holders',
  `select h.post_key, count(*) as holders from post_holdings h
    where h.tenant_id = :tenant and h.org_path ^@ any(:scopes) and h.until_on is null
    group by h.post_key limit 50`,
);
export const holdersByPost = (work: Work) => work.rows(held, {});

const versions = statement<VersionRow, { postKey: string }>(
  'staffing.versions',
  `select v.*, coalesce(e.name, '') as by_name from post_versions v
     left join employees e on e.tenant_id = v.tenant_id and e.id = v.created_by
    where v.tenant_id = :tenant and v.post_key = :postKey order by v.version desc limit 49`,
);
export const versionsOf = (work: Work, postKey: PostKey) => work.rows(versions, { postKey });
export const insertVersion = (work: Work, row: Fresh<'postVersions'>) =>
  work.insert('postVersions', row);

const person = statement<
  Pick<RowOf<'employees'>, 'id' | 'name' | 'orgUnitId' | 'orgPath' | 'state'>,
  { employeeId: string }
>(
  'staffing.person',
  `select id, name, org_unit_id, org_path, state from employees
    where tenant_id = :tenant and id = :employeeId and org_path ^@ any(:scopes)`,
);
export const personOnFile = (work: Work, employeeId: string) => work.first(person, { employeeId });

export type HoldingRow = RowOf<'postHoldings'>;
const holdings = statement<HoldingRow, { employeeId: string }>(
  'staffing.holdingsOf',
  `select * from post_holdings where tenant_id = :tenant and employee_id = :employeeId
    order by until_on nulls first, id desc limit 100`,
);
export const holdingsOf = (work: Work, employeeId: string) => work.rows(holdings, { employeeId });
const holding = statement<HoldingRow, { postHoldingId: string }>(
  'staffing.lockHolding',
  `select * from post_holdings
    where tenant_id = :tenant and id = :postHoldingId and org_path ^@ any(:scopes) for update`,
);
export const lockHolding = (work: Work, postHoldingId: string) =>
  work.first(holding, { postHoldingId });
export const insertHolding = (work: Work, row: Fresh<'postHoldings'>) =>
  work.insert('postHoldings', row);
export const updateHolding = (work: Work, id: string, change: ChangeOf<'postHoldings'>) =>
  work.update('postHoldings', { id }, change);
const over = statement<HoldingRow, { employeeId: string; on: string }>(
  'staffing.endHoldingsOf',
  `update post_holdings set until_on = greatest(since_on, :on::date)
    where tenant_id = :tenant and employee_id = :employeeId and until_on is null returning *`,
);
export const endHoldingsOf = (work: Work, employeeId: string, on: string) =>
  work.rows(over, { employeeId, on });

const assessments = statement<
  RowOf<'postAssessments'> & { byName: string },
  { employeeId: string }
>(
  'staffing.assessmentsOf',
  `select a.*, coalesce(e.name, '') as by_name from post_assessments a
     left join employees e on e.tenant_id = a.tenant_id and e.id = a.created_by
    where a.tenant_id = :tenant and a.employee_id = :employeeId order by a.id desc limit 20`,
);
export const assessmentsOf = (work: Work, employeeId: string) =>
  work.rows(assessments, { employeeId });
export const insertAssessment = (work: Work, row: Fresh<'postAssessments'>) =>
  work.insert('postAssessments', row);

export interface CertificateRow extends RowOf<'certificates'> {
  employeeName: string;
  unitName: string;
  fileType: string;
}
const shown = `c.*, e.name as employee_name, u.name as unit_name,
          coalesce((select f.content_type from files f where f.tenant_id = c.tenant_id and f.id = c.file_id), '') as file_type
     from certificates c
     join employees e on e.tenant_id = c.tenant_id and e.id = c.employee_id
     join org_units u on u.tenant_id = c.tenant_id and u.id = c.org_unit_id`;
const ofPerson = statement<CertificateRow, { employeeId: string }>(
  'staffing.certificatesOf',
  `select ${shown} where c.tenant_id = :tenant and c.employee_id = :employeeId
    order by c.is_withdrawn, c.renewal_id is not null, c.expires_on nulls last, c.id limit 100`,
);
export const certificatesOf = (work: Work, employeeId: string) =>
  work.rows(ofPerson, { employeeId });
const one = statement<CertificateRow, { certificateId: string }>(
  'staffing.certificate',
  `select ${shown} where c.tenant_id = :tenant and c.id = :certificateId and c.org_path ^@ any(:scopes)
    for update of c`,
);
export const lockCertificate = (work: Work, certificateId: string) =>
  work.first(one, { certificateId });
export const insertCertificate = (work: Work, row: Fresh<'certificates'>) =>
  work.insert('certificates', row);
export const updateCertificate = async (work: Work, id: string, change: ChangeOf<'certificates'>) =>
  (await work.update('certificates', { id }, change))!;

const byExpiry = statement<
  CertificateRow,
  { before: string | null; afterOn: string | null; afterId: string | null; size: number }
>(
  'staffing.certificatesByExpiry',
  `select ${shown}
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and not c.is_withdrawn and c.renewal_id is null and e.state <> 'left'
      and (:before::date is null or coalesce(c.expires_on, 'infinity'::date) < :before::date)
      and (:afterId::uuid is null
        or (coalesce(c.expires_on, 'infinity'::date), c.id) > (coalesce(:afterOn::date, 'infinity'::date), :afterId::uuid))
    order by coalesce(c.expires_on, 'infinity'::date), c.id limit :size`,
);
export const certificatesByExpiry = (
  work: Work,
  asked: { before: string | null; afterOn: string | null; afterId: string | null; size: number },
) => work.rows(byExpiry, asked);

export interface ShopRow {
  orgUnitId: string;
  path: string;
  unitName: string;
  region: string | null;
  shopClass: unknown;
  posts: { postKey: PostKey; have: number; dedicated: number }[];
}
const shopClass = `(select s.value from settings s where s.tenant_id = u.tenant_id and s.key = 'staffing.class'
             and s.org_path = u.path)`;
const shopsAsked = `u.tenant_id = :tenant and u.path ^@ any(:scopes) and u.tier = 'shop' and u.closed_at is null
      and (:region::text is null or u.region = :region)`;
interface ShopsAsked {
  region: string | null;
  afterPath: string;
  size: number;
}
const shops = statement<ShopRow, ShopsAsked>(
  'staffing.shops',
  `select u.id as org_unit_id, u.path, u.name as unit_name, u.region, ${shopClass} as shop_class,
          coalesce((select jsonb_agg(jsonb_build_object('postKey', p.post_key, 'have', p.have, 'dedicated', p.dedicated))
             from (select h.post_key, count(*) as have, count(*) filter (where h.is_dedicated) as dedicated
                     from post_holdings h
                     join employees e on e.tenant_id = h.tenant_id and e.id = h.employee_id and e.state <> 'left'
                    where h.tenant_id = u.tenant_id and h.org_path = u.path and h.until_on is null
                    group by h.post_key) p), '[]') as posts
     from org_units u
    where ${shopsAsked} and u.path > :afterPath
    order by u.path limit :size`,
);
/** The shops of one's scope, with their class and how many hold which post. */
export const shopsWithPosts = (work: Work, asked: ShopsAsked) => work.rows(shops, asked);

interface InAll {
  missing: number;
  shopsShort: number;
  withoutClass: number;
  shops: number;
}
const inAll = statement<InAll, { region: string | null; standard: string }>(
  'staffing.inAll',
  `with asked as (
     select s ->> 'shopClass' as shop_class, p ->> 'postKey' as post_key, (p ->> 'count')::int as wanted,
            (p ->> 'isDedicated')::boolean as is_dedicated
       from jsonb_array_elements(:standard::jsonb) s cross join jsonb_array_elements(s -> 'posts') p),
   shop as (select u.path, ${shopClass} #>> '{}' as shop_class from org_units u where ${shopsAsked}),
   short as (
     select s.path, sum(greatest(0, a.wanted - (
              select count(*) from post_holdings h
                join employees e on e.tenant_id = h.tenant_id and e.id = h.employee_id and e.state <> 'left'
               where h.tenant_id = :tenant and h.org_path = s.path and h.until_on is null and h.post_key = a.post_key
                 and (h.is_dedicated or not a.is_dedicated)))) as missing
       from shop s join asked a on a.shop_class = s.shop_class group by s.path)
   select coalesce((select sum(missing) from short), 0)::bigint as missing,
          (select count(*) from short where missing > 0) as shops_short,
          (select count(*) from shop where shop_class is null) as without_class,
          (select count(*) from shop) as shops`,
);
/** How many are missing in all shops that were asked for, whatever page of them is looked at. */
export const standingInAll = async (
  work: Work,
  { region, standard }: { region: string | null; standard: Standard },
) => (await work.first(inAll, { region, standard: JSON.stringify(standard) }))!;

const inUse = statement<{ region: string }, object>(
  'staffing.regionsOfShops',
  `select distinct region from org_units
    where tenant_id = :tenant and path ^@ any(:scopes) and tier = 'shop' and closed_at is null and region is not null
    order by region limit 200`,
);
/** The regions that the shops of one's scope belong to. */
export const regionsOfShops = async (work: Work) =>
  (await work.rows(inUse, {})).map(({ region }) => region);
