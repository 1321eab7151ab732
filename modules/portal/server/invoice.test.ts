import { expect } from 'vitest';
import { cashierRoutes } from '#modules/cashier/contract.ts';
import { Desk } from '#modules/cashier/server/desk.fixture.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { linkRoutes } from '#modules/links/contract.ts';
import { test } from '#test/shop.ts';
import { heldPageRoutes as held, portalRoutes } from '../contract.ts';
import { SentVisit, Telephone } from './portal.fixture.ts';

const firm = { kind: 'company', title: '深圳试车贸易有限公司', taxNumber: '91350100M000100Y43' };

test('CAR-07 WSH-15 the customer hands in what his invoice needs after the code, corrects it until it is issued, and the desk has it', async ({
  shop,
}) => {
  const sent = await SentVisit.quoted(shop);
  const phone = new Telephone(shop, sent.visit.order.id);
  await phone.come(sent.url);
  expect(await phone.visit()).toMatchObject({ invoice: null, mayAskInvoice: false });
  const early = await phone.raw(held.askInvoice, firm);
  expect(early.json()).toMatchObject({ status: 403, code: 'link_code_needed' });
  await phone.prove();
  expect(await phone.visit()).toMatchObject({ invoice: null, mayAskInvoice: true });
  const wrong = await phone.raw(held.askInvoice, { ...firm, taxNumber: '91310115591673062R' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.json().title).toBeTruthy();
  await phone.raw(held.askInvoice, { ...firm, title: '打错了' });
  const corrected = await phone.raw(held.askInvoice, firm);
  expect(corrected.json().invoice).toMatchObject({ ...firm, state: 'asked', number: '' });
  const cashier = await shop.employee('cashier');
  const { items } = await cashier.call(cashierRoutes.listInvoices, { query: { state: 'asked' } });
  expect(items).toMatchObject([{ ...firm, byLink: true, orderId: sent.visit.order.id }]);
  const { advisor, params } = sent.visit;
  expect((await advisor.call(commitmentRoutes.listNotices, {})).items).toContainEqual(
    expect.objectContaining({ kind: 'portal.invoiceAsked' }),
  );
  expect((await advisor.call(portalRoutes.page, { params })).preview.invoice).toMatchObject({
    title: firm.title,
  });
});

test('CAR-07 once it is issued his page says number, day and sum, and takes no other title; a withdrawn link takes none at all', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const sent = await SentVisit.of(shop, visit);
  const phone = await sent.telephone();
  await phone.raw(held.askInvoice, firm);
  await desk.settle(visit, [['wechat', 217_000]]);
  const { params } = visit;
  const { invoice } = await desk.cashier.call(cashierRoutes.invoiceOfOrder, { params });
  await desk.cashier.call(cashierRoutes.issueInvoice, {
    params: { invoiceId: invoice!.id },
    body: { number: '25442000000012345678', issuedOn: '2026-11-21', amountFen: 217_000 },
  });
  expect(await phone.visit()).toMatchObject({
    invoice: { state: 'issued', number: '25442000000012345678', amountFen: 217_000 },
  });
  const late = await phone.raw(held.askInvoice, { ...firm, title: '别家' });
  expect(late.json()).toMatchObject({ status: 409, code: 'invoice_issued' });
  await visit.advisor.call(linkRoutes.withdraw, { params: { linkId: sent.linkId } });
  expect((await phone.raw(held.askInvoice, firm)).json().code).toBe('link_over');
});
