import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { cashierRoutes as routes } from '../contract.ts';
import { Desk } from './desk.fixture.ts';

const firm = {
  kind: 'company',
  title: '深圳试车贸易有限公司',
  taxNumber: '91350100m000100y43',
  email: 'fp@example.cn',
} as const;
const number = '25442000000012345678';
const issuedOn = '2026-11-21';

describe('invoices', () => {
  test('WSH-15 a firm is written down with a number whose check digits fit, and corrected until it is issued', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    const { params } = visit;
    const ask = (body: object) =>
      desk.cashier.call(routes.askInvoice, { params, body: { ...firm, ...body } });
    for (const taxNumber of ['91310115591673062R', '9135010OM000100Y43', '']) {
      await expect(ask({ taxNumber })).rejects.toMatchObject({ status: 422 });
    }
    await expect(ask({ email: 'fp@' })).rejects.toMatchObject({ status: 422 });
    const { invoice } = await ask({});
    expect(invoice).toMatchObject({
      taxNumber: '91350100M000100Y43',
      state: 'asked',
      byLink: false,
    });
    expect((await ask({})).invoice).toMatchObject({ version: 1 });
    const person = await ask({ kind: 'person', title: '欧阳思远' });
    expect(person.invoice).toMatchObject({ id: invoice!.id, title: '欧阳思远', taxNumber: '' });
  });

  test('WSH-15 it is issued after the settlement, never above it, under a number of its own; voided, the same title waits again', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    const { params } = visit;
    const asked = await desk.cashier.call(routes.askInvoice, { params, body: firm });
    const one = { invoiceId: asked.invoice!.id };
    const issue = (amountFen: number, of = one) =>
      desk.cashier.call(routes.issueInvoice, { params: of, body: { number, issuedOn, amountFen } });
    await expect(issue(100)).rejects.toMatchObject({ status: 409, code: 'invoice_not_settled' });
    await desk.settle(visit, [['wechat', 217_000]]);
    await expect(issue(217_001)).rejects.toMatchObject({ status: 422 });
    expect((await issue(217_000)).invoice).toMatchObject({ state: 'issued', number, issuedOn });
    await expect(issue(217_000)).rejects.toMatchObject({ status: 409 });
    const late = desk.cashier.call(routes.askInvoice, { params, body: { ...firm, title: '别家' } });
    await expect(late).rejects.toMatchObject({ status: 409, code: 'invoice_issued' });
    const body = { reason: '抬头开错' };
    const own = desk.cashier.call(routes.voidInvoice, { params: one, body });
    await expect(own).rejects.toMatchObject({ status: 403 });
    const after = await desk.owner.call(routes.voidInvoice, { params: one, body });
    expect(after).toMatchObject({
      invoice: { state: 'asked', title: firm.title, number: '' },
      voided: [{ number, voidReason: '抬头开错' }],
    });
    const again = issue(217_000, { invoiceId: after.invoice!.id });
    await expect(again).rejects.toMatchObject({ status: 422 });
    const { items } = await desk.cashier.call(routes.listInvoices, { query: { state: 'asked' } });
    expect(items).toMatchObject([{ orderId: visit.order.id, settledFen: 217_000 }]);
  });

  test('WSH-15 handed in by ten at once there is one invoice of an order; no sister shop sees it', async ({
    shop,
  }) => {
    const [north, south] = await sisterShops(shop);
    const desk = await Desk.open(north);
    const { params } = await desk.readyVisit();
    const asking = Array.from({ length: 10 }, (_, at) =>
      desk.cashier.call(routes.askInvoice, { params, body: { ...firm, title: `公司${at}` } }),
    );
    const ids = new Set((await Promise.all(asking)).map(({ invoice }) => invoice!.id));
    expect(ids.size).toBe(1);
    const there = await south.employee('cashier');
    const seen = there.call(routes.invoiceOfOrder, { params });
    await expect(seen).rejects.toMatchObject({ status: 404 });
    const one = { invoiceId: [...ids][0]! };
    const body = { number, issuedOn, amountFen: 1 };
    const issued = there.call(routes.issueInvoice, { params: one, body });
    await expect(issued).rejects.toMatchObject({ status: 404 });
  });
});
