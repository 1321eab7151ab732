import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { type TestShop, test } from '#test/shop.ts';
import { statement } from '../sql.ts';
import { Anchoring } from './anchoring.ts';
import { readAnchors } from './anchors.ts';
import { sealWaiting } from './sealing.ts';
import { verifierOf } from './signing.ts';
import { verifyChain } from './verifying.ts';

const seals = statement<{ seq: number; at: Date; isSigned: boolean }, object>(
  'sealingTest.seals',
  `select s.seq, e.at, s.signature is not null as is_signed from audit_seals s
     join audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    where s.tenant_id = :tenant order by s.seq`,
);
const waiting = statement<{ count: number }, object>(
  'sealingTest.waiting',
  'select count(*)::int as count from audit_unsealed where tenant_id = :tenant',
);

const proofOf = (shop: TestShop) => ({
  isSigned: verifierOf(shop.host.signer.publicKey),
  anchors: [],
});

async function addCustomer(shop: TestShop, name: string) {
  const advisor = await shop.employee('advisor');
  return advisor.call(customerRoutes.add, { body: { name } });
}

test('D-73 what was committed is sealed without a gap, and a second look changes nothing', async ({
  shop,
}) => {
  await addCustomer(shop, '张三丰');
  await sealWaiting(shop.host);
  const rows = await shop.reading.rows(seals, {});
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
  expect(rows.at(-1)?.isSigned).toBe(true);
  expect((await shop.reading.first(waiting, {}))?.count).toBe(0);
  await sealWaiting(shop.host);
  expect(await shop.reading.rows(seals, {})).toHaveLength(rows.length);
  expect((await verifyChain(shop.reading, proofOf(shop))).fault).toBeUndefined();
});

test('D-73 several sealers at once make one chain, whatever the clock does meanwhile', async ({
  shop,
}) => {
  for (const name of ['赵一', '钱二', '孙三', '李四']) {
    await addCustomer(shop, name);
    await Promise.all([1, 2, 3].map(() => sealWaiting(shop.host)));
    await shop.forward(24 * 40);
  }
  await Promise.all([1, 2, 3].map(() => sealWaiting(shop.host)));
  await sealWaiting(shop.host);
  const rows = await shop.reading.rows(seals, {});
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
  expect((await verifyChain(shop.reading, proofOf(shop))).fault).toBeUndefined();
});

test('D-73 a transaction that is rolled back leaves nothing to seal', async ({ shop }) => {
  await sealWaiting(shop.host);
  const before = await shop.reading.rows(seals, {});
  const failing = shop.write(async (work) => {
    await work.emit(
      { name: 'customer.changed', data: {} as never },
      {},
      { type: 'x', id: shop.unitId },
    );
    throw new Error('not this time');
  });
  await expect(failing).rejects.toThrow('not this time');
  await sealWaiting(shop.host);
  expect(await shop.reading.rows(seals, {})).toHaveLength(before.length);
});

test('D-73 heads are written down outside, verified before, and only when there is something new', async ({
  shop,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'jingming-anchors-'));
  try {
    await addCustomer(shop, '张三丰');
    await sealWaiting(shop.host);
    const alarms: string[] = [];
    const anchoring = () => new Anchoring(shop.host, folder, (tenantId) => alarms.push(tenantId));
    await anchoring().anchor({ all: false });
    await anchoring().anchor({ all: true });
    const ours = [];
    for await (const anchor of readAnchors(folder))
      if (anchor.tenantId === shop.tenantId) ours.push(anchor);
    const length = (await shop.reading.rows(seals, {})).length;
    expect(ours.map(({ seq }) => seq)).toEqual([length]);
    expect(alarms).not.toContain(shop.tenantId);
    const proof = { ...proofOf(shop), anchors: [{ ...ours[0]!, seq: length + 1 }] };
    expect((await verifyChain(shop.reading, proof)).fault).toMatchObject({ what: 'tail_cut' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
