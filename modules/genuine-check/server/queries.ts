import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface BatchRow extends RowOf<'genuineBatches'> {
  createdByName: string;
}
const withName = `select b.*, coalesce(e.name, '') as created_by_name from genuine_batches b
  left join employees e on e.tenant_id = b.tenant_id and e.id = b.created_by`;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const batches = statement<BatchRow, { beforeId: string; size: number }>(
  'genuine.batches',
  `${withName} where b.tenant_id = :tenant and b.org_path ^@ any(:scopes) and b.id < :beforeId::uuid
    order by b.id desc limit :size`,
);
export const pageOfBatches = (work: Work, beforeId: unknown, size: number) =>
  work.rows(batches, { beforeId: String(beforeId ?? lastId), size });

const anyIssued = statement<{ isAny: boolean }, object>(
  'genuine.anyIssued',
  `select exists (select from genuine_batches
     where tenant_id = :tenant and withdrawn_at is null and org_path ^@ any(:scopes)) as is_any`,
);
/** Whether the house has codes on its parts that a customer could check. */
export const issuesCodes = async (work: Work): Promise<boolean> =>
  (await work.first(anyIssued, {}))!.isAny;

const batch = statement<BatchRow, { batchId: string }>(
  'genuine.batch',
  `${withName} where b.tenant_id = :tenant and b.id = :batchId and b.org_path ^@ any(:scopes)`,
);
export const batchById = (work: Work, batchId: string) => work.first(batch, { batchId });
const batchLocked = statement<BatchRow, { batchId: string }>(
  'genuine.batchLocked',
  `${withName} where b.tenant_id = :tenant and b.id = :batchId and b.org_path ^@ any(:scopes)
     for update of b`,
);
export const lockBatch = (work: Work, batchId: string) => work.first(batchLocked, { batchId });
export const insertBatch = (work: Work, row: Fresh<'genuineBatches'>) =>
  work.insert('genuineBatches', row);
export const insertCodes = (work: Work, rows: readonly Fresh<'genuineCodes'>[]) =>
  work.insertAll('genuineCodes', rows);
export const withdrawRow = (work: Work, id: string, withdrawnWhy: string) =>
  work.update('genuineBatches', { id }, { withdrawnAt: work.now, withdrawnWhy });

const codesWithdrawn = statement<never, { batchId: string }>(
  'genuine.codesWithdrawn',
  `update genuine_codes set state = 'withdrawn', updated_at = :now, version = version + 1
    where tenant_id = :tenant and batch_id = :batchId and state <> 'withdrawn'`,
);
export const withdrawCodesOf = (work: Work, batchId: string) =>
  work.run(codesWithdrawn, { batchId });

export interface Label {
  serial: number;
  sealedCode: string;
}
const labels = statement<Label, { batchId: string; after: number; size: number }>(
  'genuine.labels',
  `select serial, sealed_code from genuine_codes
    where tenant_id = :tenant and batch_id = :batchId and serial > :after and state <> 'withdrawn'
    order by serial limit :size`,
);
export const labelsOf = (work: Work, batchId: string, after: number, size: number) =>
  work.rows(labels, { batchId, after, size });

export interface CodeRow extends RowOf<'genuineCodes'> {
  batchNumber: string;
  product: string;
  partNumber: string;
  latest: { at: string; place: string }[];
}
const withBatch = (
  latest: number,
) => `select c.*, b.number as batch_number, b.product, b.part_number,
    (select coalesce(jsonb_agg(jsonb_build_object('place', k.place,
              'at', to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by k.id desc), '[]')
       from (select * from genuine_checks k where k.tenant_id = :tenant and k.code_id = c.id
              order by k.id desc limit ${latest}) k) as latest
  from genuine_codes c join genuine_batches b on b.tenant_id = c.tenant_id and b.id = c.batch_id`;

interface CodesAsked {
  state: string | null;
  batchId: string | null;
  hash: Buffer | null;
  beforeId: string;
  size: number;
}
const codes = statement<CodeRow, CodesAsked>(
  'genuine.codes',
  `${withBatch(5)}
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.id < :beforeId::uuid
      and (:state::text is null or c.state = :state)
      and (:batchId::uuid is null or c.batch_id = :batchId)
      and (:hash::bytea is null or c.code_hash = :hash)
    order by c.id desc limit :size`,
);
export const pageOfCodes = (work: Work, asked: Omit<CodesAsked, 'beforeId'>, beforeId: unknown) =>
  work.rows(codes, { ...asked, beforeId: String(beforeId ?? lastId) });

const lockedById = statement<CodeRow, { codeId: string }>(
  'genuine.codeById',
  `${withBatch(5)} where c.tenant_id = :tenant and c.id = :codeId and c.org_path ^@ any(:scopes)
     for update of c`,
);
export const lockCode = (work: Work, codeId: string) => work.first(lockedById, { codeId });
const lockedByHash = statement<CodeRow, { hash: Buffer }>(
  'genuine.codeByHash',
  `${withBatch(10)} where c.tenant_id = :tenant and c.code_hash = :hash for update of c`,
);
export const lockCodeOfHash = (work: Work, hash: Buffer) => work.first(lockedByHash, { hash });

type Checked = Pick<CodeRow, 'state' | 'checks' | 'firstCheckedAt' | 'lastCheckedAt'>;
export const updateCode = (work: Work, id: string, change: Partial<Checked>) =>
  work.update('genuineCodes', { id }, change);
export const insertCheck = (work: Work, row: Fresh<'genuineChecks'>) =>
  work.insert('genuineChecks', row);

const counted = statement<never, { batchId: string; checked: number; warned: number }>(
  'genuine.counted',
  `update genuine_batches set codes_checked = codes_checked + :checked,
          codes_warned = codes_warned + :warned, updated_at = :now
    where tenant_id = :tenant and id = :batchId`,
);
export const countInBatch = (work: Work, batchId: string, checked: number, warned: number) =>
  work.run(counted, { batchId, checked, warned });

const places = statement<{ places: number }, { codeId: string }>(
  'genuine.placesOf',
  `select count(distinct place) filter (where place <> '') as places from genuine_checks
    where tenant_id = :tenant and code_id = :codeId`,
);
export const placesOf = async (work: Work, codeId: string) =>
  (await work.first(places, { codeId }))!.places;

const house = statement<
  { house: string; code: string; shop: string | null },
  { shop: string | null }
>(
  'genuine.house',
  `select t.name as house, t.code,
          (select u.name from org_units u where u.tenant_id = t.id and u.code = :shop) as shop
     from tenants t where t.id = :tenant`,
);
export const houseOf = async (work: Work, shop: string | null) =>
  (await work.first(house, { shop }))!;
