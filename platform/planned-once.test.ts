import { expect } from 'vitest';
import { test } from '#test/shop.ts';
import { statement } from './sql.ts';

const sql = `select current_setting('plan_cache_mode') as mode where :tenant::uuid is not null`;
const once = statement<{ mode: string }>('test.plannedOnce', sql, { isPlannedOnce: true });
const usual = statement<{ mode: string }>('test.plannedAsUsual', sql);

test('decision 14 a statement planned once leaves no trace on the connection', async ({ shop }) => {
  const modes = [];
  for (const asked of [usual, once, usual]) {
    modes.push((await shop.reading.first(asked, {}))?.mode);
  }
  expect(modes).toEqual(['auto', 'force_generic_plan', 'auto']);
});
