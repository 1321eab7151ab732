import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import '../server/app.ts';
import { snake } from '#platform/database.ts';
import { watchedTables } from '#platform/row-watching.ts';

/**
 * Files whose SQL writes a watched table itself, past the data layer; none of them may do so in silence. Those that say
 * nothing change no column that is looked at.
 */
const silent: Readonly<Record<string, string>> = {
  'modules/commitments/server/queries-open-work.ts': 'the owner alone',
  'modules/complaints/server/queries-open-work.ts': 'the handler alone',
};

test('CMP-17 whoever writes a watched table by SQL of his own tells who looks at it', () => {
  const tables = watchedTables().map(snake).join('|');
  const writes = new RegExp(`\\b(?:update|insert into|delete from) (?:${tables})\\b`);
  const found = readdirSync('modules', { recursive: true, encoding: 'utf8' })
    .map((name) => join('modules', name))
    .filter((path) => path.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(path))
    .filter((path) => writes.test(readFileSync(path, 'utf8')));
  expect(found.length).toBeGreaterThan(2);
  const untold = found.filter((path) => !readFileSync(path, 'utf8').includes('tellRewritten('));
  expect(untold.sort()).toEqual(Object.keys(silent).sort());
});
