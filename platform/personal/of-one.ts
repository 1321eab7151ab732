import { personal } from '#database/personal.ts';
import { columnTypes, type Tables } from '#database/types.generated.ts';
import { snake } from '../database.ts';
import { type Statement, statement } from '../sql.ts';
import type { Work } from '../work.ts';
import { blankOf, marksOf } from './blanks.ts';

/** One customer, with what his rows are found by. */
export interface Subject {
  customerId: string;
  /** Every record of his. */
  ids: readonly string[];
  /** His phones, plates and VINs. */
  values: readonly string[];
  isErasing: boolean;
  /** Whether the term of the repair record has passed. */
  isOver: boolean;
}
type Row = Record<string, unknown>;
type Reached = { table: keyof Tables; where: string };

const reached: readonly Reached[] = (Object.keys(personal) as (keyof Tables)[]).flatMap((table) => {
  const marks = personal[table];
  if (marks.of !== 'customer' || !marks.reach) return [];
  return [{ table, where: `tenant_id = :tenant and (${marks.reach})` }];
});
/** Found without knowing his other records first. */
const first = reached.filter(({ where }) => !/:ids|:values|:isOver/.test(where));
const isCopy = ({ table }: Reached) => 'isCopy' in personal[table];

const allIds = statement<{ id: string }, { customerId: string }>(
  'personal.ids',
  first
    .filter(({ table }) => 'id' in columnTypes[table])
    .map(({ table, where }) => `select id from ${snake(table)} where ${where}`)
    .join(' union all '),
);
const identifying = new Set(['phone', 'plate', 'vin']);
const allValues = statement<{ value: string }, { customerId: string }>(
  'personal.values',
  first
    .flatMap(({ table, where }) =>
      marksOf(table)
        .filter(([, mark]) => identifying.has(mark.class) && !mark.isDerived)
        .map(
          ([column]) => `select ${snake(column)} as value from ${snake(table)}
             where ${where} and length(${snake(column)}) >= 5`,
        ),
    )
    .join(' union '),
);

/** Whose rows are meant, with all that leads to them. Two statements. */
export async function subjectOf(
  work: Work,
  customerId: string,
  way: Pick<Subject, 'isErasing' | 'isOver'>,
): Promise<Subject> {
  const ids = (await work.rows(allIds, { customerId })).map(({ id }) => id);
  const values = (await work.rows(allValues, { customerId })).map(({ value }) => value);
  return { customerId, ids, values, ...way };
}

const counted = statement<{ name: keyof Tables; rows: number }, Subject>(
  'personal.count',
  reached
    .filter((one) => !isCopy(one))
    .map(
      ({ table, where }) =>
        `select '${table}' as name, count(*) as rows from ${snake(table)} where ${where}`,
    )
    .join(' union all '),
);
/** How many rows there are of him, by table; copies for the machinery do not count. */
export const countOf = (work: Work, subject: Subject) => work.rows(counted, subject);

const hidden = (table: keyof Tables) =>
  new Set([
    'tenantId',
    ...marksOf(table).flatMap(([column, { class: name }]) => (name === 'search' ? [column] : [])),
  ]);
const collected = reached
  .filter((one) => !isCopy(one))
  .map(({ table, where }): [keyof Tables, Statement<Row, Subject>] => {
    const columns = Object.keys(columnTypes[table]).filter((column) => !hidden(table).has(column));
    const text = `select ${columns.map(snake).join(', ')} from ${snake(table)} where ${where}`;
    return [table, statement(`personal.collect.${table}`, text)];
  });

/** Every row of him, by table, for his copy (PIPL art. 45). */
export async function collect(work: Work, subject: Subject): Promise<Map<keyof Tables, Row[]>> {
  const found = new Map<keyof Tables, Row[]>();
  for (const [table, select] of collected) {
    const rows = await work.rows(select, subject);
    if (rows.length > 0) found.set(table, rows);
  }
  return found;
}

function erasing({ table, where }: Reached): Statement<Row, Subject>[] {
  const marks = personal[table];
  if (marks.of === 'nobody' || marks.onErasure === 'ledger') return [];
  const name = `personal.erase.${table}`;
  if (marks.onErasure === 'row') {
    const kept = marks.staysUnderHold ? ` and not evidence_is_held('customer', customer_id)` : '';
    return [statement(name, `delete from ${snake(table)} where ${where}${kept}`)];
  }
  const sets = marksOf(table)
    .filter(([, mark]) => !mark.isDerived)
    .map(([column, mark]) => {
      const blank = blankOf(table, column, mark);
      const own = snake(column);
      return mark.keep === 'repairRecord'
        ? `${own} = case when :isOver then ${blank} else ${own} end`
        : `${own} = ${blank}`;
    });
  for (const [column, to] of Object.entries(marks.alsoSet ?? {}))
    sets.push(`${snake(column)} = ${to}`);
  if ('version' in columnTypes[table]) sets.push('version = version + 1', 'updated_at = :now');
  const text = `update ${snake(table)} set ${sets.join(', ')} where ${where}`;
  const hash = table === 'files' ? ' returning sha256' : '';
  return [statement(name, text + hash)];
}
/** Files first: their rows are found by those that go. */
const erasures = [...reached]
  .sort((a, b) => Number(b.table === 'files') - Number(a.table === 'files'))
  .flatMap(erasing);
const ledgers = statement<never, Pick<Subject, 'customerId' | 'isOver'>>(
  'personal.eraseLedgers',
  'select erase_ledger_words(:customerId::uuid, :isOver::boolean) from (select :tenant::uuid) as own',
);

/**
 * Empties what is marked as his and takes away what says nothing without him (PIPL art. 47). Once more changes nothing.
 * @returns the hashes of files whose bytes nobody may have any more
 */
export async function eraseRows(work: Work, subject: Subject): Promise<string[]> {
  const hashes: string[] = [];
  for (const erase of erasures) {
    const rows = await work.rows(erase, subject);
    hashes.push(...rows.flatMap(({ sha256 }) => (typeof sha256 === 'string' ? [sha256] : [])));
  }
  await work.run(ledgers, subject);
  return hashes;
}
