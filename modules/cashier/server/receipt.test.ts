import { expect } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { TestShop, test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { cashierRoutes as routes } from '../contract.ts';
import { Desk } from './desk.fixture.ts';

const printed = async (by: TestEmployee, receiptId: string, paper: 'a4' | 'roll') => {
  const reply = await by.raw('GET', `/receipts/${receiptId}/receipt.pdf?paper=${paper}`);
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('application/pdf');
  return (await readPdf(reply.rawPayload)).pages.join('');
};

test('WSH-15 a deposit has its receipt, on A4 and on the till’s roll, with the same sums', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const body = { amountFen: 500_00, method: 'wechat' as const, note: '订摆臂' };
  const { id } = await desk.owner.call(routes.takeDeposit, { params: visit.params, body });
  for (const paper of ['a4', 'roll'] as const) {
    const text = await printed(desk.owner, id, paper);
    for (const said of [
      '定金收据',
      '欧阳思远',
      visit.order.number,
      '维修定金',
      '微信',
      '¥500.00',
      '人民币伍佰元整',
      '订摆臂',
      '本收据不是发票',
    ]) {
      expect(text).toContain(compact(said));
    }
  }
});

test('WSH-15 a payment on account says which orders it paid; a cashier sees the plate masked', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const customerId = visit.order.customer.id;
  await desk.owner.call(routes.grant, {
    params: { customerId },
    body: { limitFen: 5_000_00, days: 30 },
  });
  await desk.settle(visit, [['onAccount', 2_170_00]]);
  const body = { amountFen: 1_000_00, method: 'transfer' as const };
  const account = await desk.owner.call(routes.receive, { params: { customerId }, body });
  const text = await printed(desk.owner, account.receipts[0]!.id, 'roll');
  for (const said of ['收款收据', '归还挂账', '转账', `${visit.order.number}1,000.00`]) {
    expect(text).toContain(compact(said));
  }
  const deposit = await desk.readyVisit();
  const taken = await desk.owner.call(routes.takeDeposit, {
    params: deposit.params,
    body: { amountFen: 100_00, method: 'cash' },
  });
  const masked = await printed(desk.cashier, taken.id, 'roll');
  expect(masked).not.toContain(deposit.order.plate.slice(2));
});

test('WSH-15 another house’s receipt is unknown', async ({ shop }) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const body = { amountFen: 500_00, method: 'cash' as const };
  const { id } = await desk.owner.call(routes.takeDeposit, { params: visit.params, body });
  const stranger = await (await TestShop.open()).employee('owner');
  expect((await stranger.raw('GET', `/receipts/${id}/receipt.pdf`)).statusCode).toBe(404);
});
