import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { asked, pathsAbove, type Where } from './queries-list.ts';

export interface RateRow {
  grade: string;
  rateFen: number;
  validFrom: string;
  orgPath: string;
  orgUnitName: string;
}
const rates = statement<RateRow, { above: readonly string[]; day: string }>(
  'prices.rates',
  `select r.grade, r.rate_fen, r.valid_from, r.org_path, u.name as org_unit_name from (
     select distinct on (grade) * from (
       select distinct on (grade, org_path) * from labour_rates
        where tenant_id = :tenant and org_path = any(:above::text[]) and valid_from <= :day::date
        order by grade, org_path desc, valid_from desc, id desc) e
      where rate_fen is not null
      order by grade, org_path desc) r
     join org_units u on u.tenant_id = :tenant and u.id = r.org_unit_id
    order by r.grade limit 200`,
);
/** What an hour costs at a place on a day, grade by grade. */
export const ratesAt = (work: Work, where: Where) => work.rows(rates, asked(where));

export interface RateEditionRow {
  grade: string;
  rateFen: number | null;
  validFrom: string;
  orgUnitName: string;
  createdByName: string;
  createdAt: Date;
}
const editions = statement<RateEditionRow, { above: readonly string[] }>(
  'prices.rateEditions',
  `select r.grade, r.rate_fen, r.valid_from, r.created_at, u.name as org_unit_name,
          coalesce(e.name, '') as created_by_name
     from labour_rates r
     join org_units u on u.tenant_id = r.tenant_id and u.id = r.org_unit_id
     left join employees e on e.tenant_id = r.tenant_id and e.id = r.created_by
    where r.tenant_id = :tenant and r.org_path = any(:above::text[])
    order by r.valid_from desc, r.id desc limit 100`,
);
/** How the rates of a place came about, the latest first. */
export const rateEditions = (work: Work, orgPath: string) =>
  work.rows(editions, { above: pathsAbove(orgPath) });

const known = statement<{ any: number }, { above: readonly string[]; grade: string }>(
  'prices.rateKnown',
  `select count(*) as any from (
     select from labour_rates
      where tenant_id = :tenant and grade = :grade and org_path = any(:above::text[]) limit 1) e`,
);
/** Whether there ever was a rate of this grade at a place. */
export const hadRate = async (work: Work, grade: string, orgPath: string) =>
  (await work.first(known, { grade, above: pathsAbove(orgPath) }))!.any > 0;

export const insertRate = (work: Work, row: Fresh<'labourRates'>) =>
  work.insert('labourRates', row);
