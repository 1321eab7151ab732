import { can } from '#platform/actor.ts';
import { type ExportedList, exportedList, type Say } from '#platform/exported-lists.ts';
import type { Call } from '#platform/http.ts';
import { Problem } from '#platform/problem.ts';
import { answerOf } from '#platform/reading-within.ts';
import type { Language } from '#platform/words.ts';
import type { Work } from '#platform/work.ts';
import type { TakenOut } from '../contract-lists.ts';

interface Page {
  items: unknown[];
  nextCursor: string | null;
  total?: number;
}
/** As many as a list gives at once. */
const pageRows = 200;

/** A list and the filter under which it is looked at. */
export interface Asked {
  list: TakenOut;
  query?: string;
}

/** How the list stands in a workbook. Every word of the contract has one: a test holds it. */
export function listOf(list: string): ExportedList {
  const known = exportedList(list);
  if (!known) throw new Error(`${list} is declared by no module`);
  return known;
}

/** The list’s words in a language; a word that it has not is left as it is. */
export const sayIn =
  ({ words }: ExportedList, language: Language): Say =>
  (word) =>
    words[language][word] ?? word;

/** The filter as its route reads it; pages are this program’s own affair. */
function filterOf(query: string | undefined): Record<string, string> {
  const {
    limit: _,
    cursor: __,
    count: ___,
    ...filter
  } = Object.fromEntries(new URLSearchParams(query ?? ''));
  return filter;
}

/** The filter as it is kept: in the order of its names, so that the same is written the same. */
export const filterText = (query: string | undefined): string =>
  new URLSearchParams(Object.entries(filterOf(query)).sort()).toString();

/** The filter without what was typed: a name or a number in it speaks of a person. */
export function filterWithoutWords(query: string | undefined): string {
  const named = Object.entries(filterOf(query)).map(([name, value]) => [
    name,
    ['q', 'number'].includes(name) ? '…' : value,
  ]);
  return named.map(([name, value]) => `${name}=${value}`).join(' ');
}

/** The rows of a list as its own route gives them to this caller, page after page and never more than `most`. */
export async function* itemsOf(
  work: Work,
  asked: Asked,
  call: Call,
  most: number,
): AsyncGenerator<readonly unknown[]> {
  const { route } = listOf(asked.list);
  const filter = filterOf(asked.query);
  let cursor: string | null | undefined;
  for (let left = most; left > 0 && cursor !== null; ) {
    const limit = String(Math.min(pageRows, left));
    const query = { ...filter, limit, ...(cursor !== undefined && { cursor }) };
    const page = (await answerOf(route, work, query, call)) as Page;
    yield page.items;
    left -= page.items.length;
    cursor = page.nextCursor;
  }
}

/** How many rows there are; a list that cannot count itself is counted no further than `most`. */
export async function countOf(
  work: Work,
  asked: Asked,
  call: Call,
  most: number,
): Promise<{ rows: number; isMore: boolean }> {
  const { route } = listOf(asked.list);
  const query = { ...filterOf(asked.query), limit: '1', count: 'true' };
  const { total } = (await answerOf(route, work, query, call)) as Page;
  if (total !== undefined) return { rows: total, isMore: false };
  let rows = 0;
  for await (const items of itemsOf(work, asked, call, most + 1)) rows += items.length;
  return rows > most ? { rows: most, isMore: true } : { rows, isMore: false };
}

/** Lists leave with people: a program’s key reads what it may page by page, and takes no files. */
export function refusePrograms({ actor }: Work): void {
  if (actor.kind !== 'user') throw new Problem(403, 'export_people_only');
}

export const mayHaveWhole = ({ actor }: Work, { whole }: ExportedList): boolean =>
  whole !== undefined && can(actor, whole.permission);
