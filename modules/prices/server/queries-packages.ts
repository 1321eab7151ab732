import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import {
  asked,
  held as heldItems,
  type LineRow,
  pathsAbove,
  priced,
  type Where,
} from './queries-list.ts';

export interface PackageLine {
  kind: 'job' | 'part';
  code: string;
  quantityThousandths: number;
}
export interface PackageRow extends Omit<RowOf<'jobPackages'>, 'lines'> {
  lines: PackageLine[];
  orgUnitName: string;
  nextFrom: string | null;
}

const edition = `select distinct on (code, model, org_path) * from job_packages
  where tenant_id = :tenant and org_path = any(:above::text[]) and valid_from <= :day::date`;
/** The nearest unit's latest edition that holds, of every package (or of those that `which` names). */
const held = (which: string) => `
  select distinct on (code, model) * from (${edition} ${which}
     order by code, model, org_path desc, valid_from desc, id desc) edition
   where standing <> 'asAbove' order by code, model, org_path desc`;
const shown = (packages: string) => `
  select p.*, u.name as org_unit_name, (select min(n.valid_from) from job_packages n
           where n.tenant_id = :tenant and n.code = p.code and n.model = p.model
             and n.org_path = any(:above::text[]) and n.valid_from > :day::date) as next_from
    from (${packages}) p join org_units u on u.tenant_id = :tenant and u.id = p.org_unit_id`;
const isOffered = `p.standing = 'offered' and (p.valid_until is null or p.valid_until >= :day::date)`;
const fits = `(p.code ^@ :start or (cardinality(:grams::text[]) > 0 and p.grams @> :grams::text[]))`;

interface Asked {
  above: readonly string[];
  day: string;
}
interface Typed {
  start: string;
  grams: readonly string[];
}
const list = statement<
  PackageRow,
  Asked & Typed & { withEnded: boolean; afterCode: string; afterModel: string; size: number }
>(
  'prices.packages',
  `${shown(held('and (code, model) > (:afterCode, :afterModel)'))}
    where (:withEnded::bool or (${isOffered})) and (:start = '' or ${fits})
    order by p.code, p.model limit :size`,
);
/** A page of the packages at a place, by code. */
export const pageOfPackages = (
  work: Work,
  where: Where,
  { withEnded = false, typed }: { withEnded?: boolean; typed?: Typed | undefined },
  after: unknown[] | null,
  size: number,
) => {
  const [afterCode = '', afterModel = ''] = (after ?? []).map(String);
  const looked = typed ?? { start: '', grams: [] };
  return work.rows(list, { ...asked(where), ...looked, withEnded, afterCode, afterModel, size });
};

const called = statement<PackageRow, Asked & Typed & { model: string; size: number }>(
  'prices.packagesOffered',
  `${shown(held(`and model in ('', :model)`))} where ${isOffered} and ${fits}
    order by (p.code = :start) desc, p.code, p.model desc limit :size`,
);
/** Packages for a model and for all under what was typed, the exact code first. */
export const packagesCalled = (
  work: Work,
  { model, ...where }: Where & { model: string },
  typed: Typed,
  size: number,
) => work.rows(called, { ...asked(where), ...typed, model, size });

const now = statement<PackageRow, Asked & { model: string; ids: readonly string[] }>(
  'prices.packagesNow',
  `${shown(
    held(`and model in ('', :model) and code in (select code from job_packages
      where tenant_id = :tenant and id = any(:ids::uuid[]))`),
  )} where ${isOffered} and p.id = any(:ids::uuid[])`,
);
/** Those of these editions that may be quoted at a place on a day for a model. */
export const packagesNow = (
  work: Work,
  { model, ...where }: Where & { model: string },
  ids: readonly string[],
) => work.rows(now, { ...asked(where), model, ids });

const one = statement<PackageRow, Asked & { code: string; model: string }>(
  'prices.packageHeld',
  `${shown(held('and code = :code and model = :model'))} limit 1`,
);
/** What holds of a package at a place on a day, whether it is to be had or not. */
export const packageHeld = (
  work: Work,
  where: Where,
  { code, model }: { code: string; model: string },
) => work.first(one, { ...asked(where), code, model });

const byId = statement<RowOf<'jobPackages'>, { jobPackageId: string }>(
  'prices.package',
  `select * from job_packages where tenant_id = :tenant and id = :jobPackageId
      and (org_path ^@ any(:scopes) or exists (select from unnest(:scopes) s where s ^@ org_path))`,
);
/** A package of one’s own part of the tree, or of a unit above it. */
export const packageById = (work: Work, jobPackageId: string) => work.first(byId, { jobPackageId });

const items = statement<
  LineRow,
  Asked & { kinds: readonly string[]; codes: readonly string[]; models: readonly string[] }
>(
  'prices.itemsOfPackages',
  `${priced(
    heldItems(`and model = any(:models::text[]) and (kind, code) in
      (select * from unnest(:kinds::text[], :codes::text[]))`),
  )} where i.standing = 'offered'`,
);
/** What the lines of packages cost at a place on a day, for these models and for all. */
export const itemsOf = (
  work: Work,
  where: Where,
  lines: readonly PackageLine[],
  models: readonly string[],
) =>
  work.rows(items, {
    ...asked(where),
    kinds: lines.map(({ kind }) => kind),
    codes: lines.map(({ code }) => code),
    models: ['', ...models],
  });

const editions = statement<
  PackageRow & { createdByName: string },
  { code: string; model: string; above: readonly string[] }
>(
  'prices.packageEditions',
  `select h.*, u.name as org_unit_name, coalesce(e.name, '') as created_by_name
     from job_packages h
     join org_units u on u.tenant_id = h.tenant_id and u.id = h.org_unit_id
     left join employees e on e.tenant_id = h.tenant_id and e.id = h.created_by
    where h.tenant_id = :tenant and h.code = :code and h.model = :model and h.org_path = any(:above::text[])
    order by h.valid_from desc, h.id desc limit 100`,
);
export const editionsOf = (
  work: Work,
  { code, model }: { code: string; model: string },
  orgPath: string,
) => work.rows(editions, { code, model, above: pathsAbove(orgPath) });

export const insertPackage = (work: Work, row: Fresh<'jobPackages'>) =>
  work.insert('jobPackages', row);
