import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeSheet } from '#platform/sheets/write.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { importRoutes } from '../contract.ts';
import type { ImportKind } from '../judge/kinds.ts';

const fixture = (name: string) =>
  readFile(new URL(`../../../test/fixtures/${name}`, import.meta.url));

/** A real-looking list of 1,200 customers with everything that goes wrong in such lists. */
export const oldList = () => fixture('old-customer-list.xlsx');
/** What a careful person would decide about each of its rows. */
export async function oldListKey(): Promise<Map<number, string>> {
  const lines = (await fixture('old-customer-list.key.tsv')).toString().trim().split('\n');
  return new Map(
    lines.slice(1).map((line) => {
      const [row, verdict] = line.split('\t');
      return [Number(row), verdict!];
    }),
  );
}

/** Uploads a file and gives its id. */
export async function upload(person: TestEmployee, content: Buffer | string, name = '客户.xlsx') {
  const path = `/files?name=${encodeURIComponent(name)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const reply = await person.raw('POST', path, Buffer.from(content), headers);
  return (reply.json() as { id: string }).id;
}

/** Uploads a list and has it judged. */
export async function bring(
  person: TestEmployee,
  content: Buffer | string,
  name?: string,
  kind?: ImportKind,
) {
  const fileId = await upload(person, content, name);
  const { id } = await person.call(importRoutes.begin, { body: { fileId, kind } });
  await person.shop.settle();
  return person.call(importRoutes.read, { params: { importId: id } });
}

/** Writes a list that was brought in. */
export async function importNow(person: TestEmployee, importId: string) {
  await person.call(importRoutes.run, { params: { importId } });
  await person.shop.settle();
  return person.call(importRoutes.read, { params: { importId } });
}

/** Takes a list back that was written. */
export async function undoNow(person: TestEmployee, importId: string) {
  await person.call(importRoutes.undo, { params: { importId } });
  await person.shop.settle();
  return person.call(importRoutes.read, { params: { importId } });
}

/** A workbook of texts, its first row the heading. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [heading = [], ...data] = rows;
  const columns = heading.map((header) => ({ header, kind: 'text' as const }));
  const stream = new PassThrough();
  const [content] = await Promise.all([
    buffer(stream),
    writeSheet(stream, { sheets: [{ name: '客户', columns, rows: data }] }),
  ]);
  return content;
}

/** A list as CSV, of so many different customers with a car each. */
export function longList(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const number = String(at).padStart(5, '0');
    return `客户${number},139${String(at).padStart(8, '0')},京A${number},卡罗拉,2026-0${(at % 9) + 1}-15,${at}`;
  });
  return ['姓名,手机,车牌号,车型,上次进厂,里程', ...lines].join('\n');
}

/** Every row of a batch that is judged, page by page. */
export async function allRows(
  person: TestEmployee,
  importId: string,
  query: { status?: 'held' | 'question' | 'ready' | 'imported' } = {},
) {
  const rows = [];
  for (let cursor: string | undefined; ; ) {
    const page = await person.call(importRoutes.listRows, {
      params: { importId },
      query: { ...query, limit: 200, cursor },
    });
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}
