import { expect } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { Desk } from './desk.fixture.ts';

test('WSH-15 a statement says what was owed before, what came to it, what was paid, and what is left', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const { customerId } = visit;
  await desk.grant(customerId, 10_000_00);
  await desk.settle(visit, [['onAccount', 217_000]]);
  await shop.forward(48);
  await desk.receive(customerId, 70_000);
  const statement = (days: string) =>
    desk.owner.raw('GET', `/receivables/of-customer/${customerId}/statement.pdf?${days}`);
  const textOf = async (days: string) =>
    (await readPdf((await statement(days)).rawPayload)).pages.join('');
  const whole = await textOf('from=2026-11-01&until=2026-11-30');
  for (const said of [
    '客户对账单',
    '欧阳思远',
    '期初欠款0.00',
    `维修挂账${visit.order.number}`,
    '2,170.00700.001,470.00',
    '人民币壹仟肆佰柒拾元整',
  ]) {
    expect(whole).toContain(compact(said));
  }
  const later = await textOf('from=2026-11-22&until=2026-11-23');
  expect(later).toContain('期初欠款2,170.00');
  expect((await statement('from=2026-11-23&until=2026-11-22')).json()).toMatchObject({
    code: 'statement_days',
  });
});
