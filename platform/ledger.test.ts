import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, inject } from 'vitest';
import { newId } from '#platform/ids.ts';
import { type TestShop, test } from '#test/shop.ts';
import { accountById, openAccount, post, reverse, statementOf, transfer } from './ledger.ts';
import { proveLedgers } from './ledger-proof.ts';

/** An account with so much in it. */
async function accountWith(shop: TestShop, amount: number, floor: number | null = 0) {
  const owner = { type: 'test', id: newId(shop.now) };
  const account = await shop.write(async (work) => {
    const made = await openAccount(work, { kind: 'test.counted', owner, unit: '件', floor });
    if (amount !== 0) await post(work, { accountId: made.id, amount, source: owner });
    return made;
  });
  const balance = async () => (await accountById(shop.reading, account.id))!.balance;
  const move = (by: number, source = { type: 'move', id: newId(shop.now) }) =>
    shop.write((work) => post(work, { accountId: account.id, amount: by, source }));
  return { id: account.id, balance, move };
}
const source = (shop: TestShop) => ({ type: 'test', id: newId(shop.now) });

describe('D-11 a ledger', () => {
  test('D-11 gives up what it has and no more, and says what is left', async ({ shop }) => {
    const account = await accountWith(shop, 5);
    await account.move(-3);
    await expect(account.move(-3)).rejects.toMatchObject({
      status: 422,
      code: 'ledger_short',
      facts: { balance: 2, needed: 3, unit: '件' },
      errors: [{ pointer: '/amount' }],
    });
    expect(await account.balance()).toBe(2);
  });

  test('D-11 the same source moves a leg once; with another amount it is refused', async ({
    shop,
  }) => {
    const account = await accountWith(shop, 10);
    const once = source(shop);
    const first = await account.move(-4, once);
    expect((await account.move(-4, once)).id).toBe(first.id);
    await expect(account.move(-5, once)).rejects.toMatchObject({ code: 'ledger_posted' });
    expect(await account.balance()).toBe(6);
  });

  test('D-12 a transfer moves both sides or none', async ({ shop }) => {
    const [from, to] = [await accountWith(shop, 100), await accountWith(shop, 0)];
    const pay = (amount: number) =>
      shop.write((work) =>
        transfer(work, { from: from.id, to: to.id, amount, source: source(shop) }),
      );
    await pay(60);
    await expect(pay(60)).rejects.toMatchObject({ code: 'ledger_short' });
    expect([await from.balance(), await to.balance()]).toEqual([40, 60]);
  });

  test('D-12 a correction is an entry of its own, once', async ({ shop }) => {
    const account = await accountWith(shop, 8);
    const [wrong, by] = [source(shop), source(shop)];
    await account.move(-8, wrong);
    const undo = () => shop.write((work) => reverse(work, wrong, by));
    await undo();
    await undo();
    expect(await account.balance()).toBe(8);
    const entries = await statementOf(shop.reading, account.id, { size: 10 });
    expect(entries.map(({ amount, balanceAfter }) => [amount, balanceAfter])).toEqual([
      [8, 8],
      [-8, 0],
      [8, 8],
    ]);
    expect(entries[0]!.reversesId).toBe(entries[1]!.id);
    const otherHand = shop.write((work) => reverse(work, wrong, source(shop)));
    await expect(otherHand).rejects.toMatchObject({ code: '23505' });
  });

  test('D-16 transfers both ways at once neither lock each other up nor lose anything', async ({
    shop,
  }) => {
    const [one, other] = [await accountWith(shop, 50), await accountWith(shop, 50)];
    const pay = (from: string, to: string) =>
      shop.write((work) => transfer(work, { from, to, amount: 1, source: source(shop) }));
    const both = Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0 ? pay(one.id, other.id) : pay(other.id, one.id),
    );
    await Promise.all(both);
    expect([await one.balance(), await other.balance()]).toEqual([50, 50]);
  });

  test('D-11 whatever is asked for, the balance is the sum of what was granted', async ({
    shop,
  }) => {
    const amounts = fc.array(fc.integer({ min: -9, max: 9 }).filter((amount) => amount !== 0));
    await fc.assert(
      fc.asyncProperty(amounts, async (asked) => {
        const account = await accountWith(shop, 0);
        let expected = 0;
        for (const amount of asked) {
          const isGranted = expected + amount >= 0;
          const outcome = await account.move(amount).then(
            () => true,
            () => false,
          );
          expect(outcome).toBe(isGranted);
          if (isGranted) expected += amount;
        }
        expect(await account.balance()).toBe(expected);
      }),
      { numRuns: 15 },
    );
    expect(await shop.write(proveLedgers)).toEqual([]);
  });

  test('D-11 each night the sum is proved; what does not add up is on record', async ({ shop }) => {
    const sound = await accountWith(shop, 7);
    const bent = await accountWith(shop, 7);
    const owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
    await owner.connect();
    await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
    await owner.query('update ledger_accounts set balance = 9 where id = $1', [bent.id]);
    await owner.end();
    const wrong = await shop.write(proveLedgers);
    expect(wrong).toMatchObject([{ accountId: bent.id, balance: 9, entriesSum: 7 }]);
    expect(await sound.balance()).toBe(7);
  });
});
