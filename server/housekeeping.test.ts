import { expect } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { newId } from '#platform/ids.ts';
import { openAccount } from '#platform/ledger.ts';
import { statement } from '#platform/sql.ts';
import { test } from '#test/shop.ts';

const keysOf = statement<{ key: string }, object>(
  'test.idempotencyKeys',
  'select key from idempotency_keys where tenant_id = :tenant',
);

test('D-20 the numbers of submissions are kept for a week, and then they go', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const body = { name: '王五', roleKeys: [] };
  await owner.call(peopleRoutes.addEmployee, { body }, { idempotencyKey: newId(shop.now) });
  await shop.forward(6 * 24);
  expect(await shop.reading.rows(keysOf, {})).toHaveLength(1);
  await shop.forward(3 * 24);
  expect(await shop.reading.rows(keysOf, {})).toEqual([]);
});

const alarms = statement<{ data: unknown }, object>(
  'test.ledgerAlarms',
  `select data from audit_entries where tenant_id = :tenant and event = 'ledger.unproved'`,
);

test('D-11 each night the ledgers are proved, and what does not add up is an alarm', async ({
  shop,
}) => {
  const { id } = await shop.write((work) =>
    openAccount(work, {
      kind: 'test.bent',
      owner: { type: 'test', id: newId(work.now) },
      unit: '件',
    }),
  );
  await shop.write((work) => work.update('ledgerAccounts', { id }, { balance: 5 }));
  await shop.forward(24);
  expect(await shop.reading.rows(alarms, {})).toMatchObject([
    { data: { accountId: id, balance: 5, entriesSum: 0 } },
  ]);
});
