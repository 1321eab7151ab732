import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventSentences } from '#modules/audit/locales/events.ts';
import { recordKinds } from '#modules/audit/locales/kinds.ts';
import { routeTable } from '#platform/http.ts';
import { testServer } from '#test/server.ts';

const root = join(import.meta.dirname, '..');

/** Every kind of event that a file of the product declares. */
async function declaredEvents(): Promise<string[]> {
  const files = globSync('{modules,platform,server,database}/**/*.ts').filter(
    (file) => !/\.test\.ts$/.test(file) && /= events\(/.test(readFileSync(file, 'utf8')),
  );
  const names = new Set<string>();
  for (const file of files) {
    const offered: Record<string, unknown> = await import(/* @vite-ignore */ join(root, file));
    for (const kinds of Object.values(offered)) {
      for (const kind of Object.values((kinds ?? {}) as object)) {
        if (kind?.name && kind?.data) names.add(kind.name);
      }
    }
  }
  return [...names];
}

test('D-73 every event of the product has a sentence in the audit, in both languages', async () => {
  const events = await declaredEvents();
  expect(events.filter((event) => !eventSentences[event]?.every(Boolean))).toEqual([]);
  expect(events.length).toBeGreaterThan(80);
});

test('D-73 what an entry is about has a word in both languages, never the name in the program', () => {
  const kinds = globSync('modules/*/server/**/*.ts')
    .filter((file) => !/\.test\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\btype: '(\w+)', id\b/g)])
    .map(([, kind]) => kind!);
  expect(kinds.filter((kind) => !recordKinds[kind]?.every(Boolean))).toEqual([]);
  expect(new Set(kinds).size).toBeGreaterThan(25);
});

test('G-41 paper, files and lists that leave are readings on record; a write without an entry says why', async () => {
  await testServer();
  const silent = routeTable().filter(
    ({ kind, method, personal, audit }) =>
      kind === 'stream' && method === 'GET' && personal && audit !== 'read',
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
  const excused = routeTable().filter(({ audit }) => typeof audit === 'object');
  expect(excused.filter(({ audit }) => (audit as { none: string }).none.length < 10)).toEqual([]);
});
