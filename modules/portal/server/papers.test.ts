import { expect } from 'vitest';
import { Delivery } from '#modules/deliveries/server/deliveries.fixture.ts';
import { Sheet } from '#modules/inspections/server/inspections.fixture.ts';
import type { Route } from '#shared/route.ts';
import { readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { heldPageRoutes as held } from '../contract.ts';
import { SentVisit, Telephone } from './portal.fixture.ts';

async function textOf(phone: Telephone, route: Route): Promise<string> {
  const { statusCode, rawPayload } = await phone.raw(route);
  expect(statusCode, route.id).toBe(200);
  return (await readPdf(rawPayload)).pages.join('');
}

test('CAR-07 WSH-03 the inspection of his car is among his papers once it is signed, without what the workshop asked the desk', async ({
  shop,
}) => {
  const sheet = await Sheet.atIntake(shop);
  const sent = await SentVisit.of(shop, sheet.visit);
  const phone = await sent.telephone();
  expect((await phone.visit()).papers).toEqual(['order']);
  expect((await phone.raw(held.intakeInspection)).statusCode).toBe(404);
  const [first] = sheet.items;
  await sheet.answer(await sheet.ask(first!.key, '客户是不是又没付钱？'));
  await sheet.fill();
  await sheet.finish();
  expect((await phone.visit()).papers).toEqual(['order', 'intakeInspection']);
  const told = await textOf(phone, held.intakeInspection);
  expect(told).toContain(first!.name);
  expect(told).not.toContain('又没付钱');
  const query = { as: 'picture' };
  const shown = await phone.raw(held.intakeInspection, undefined, { query });
  expect(shown.headers['content-type']).toBe('image/svg+xml');
  const stranger = new Telephone(shop, sheet.visit.order.id);
  await stranger.come(sent.url);
  expect((await stranger.raw(held.intakeInspection)).json().code).toBe('link_code_needed');
  expect((await phone.raw(held.finalInspection)).statusCode).toBe(404);
});

test('CAR-07 WSH-01 what he was handed over with is his to read: the request, the settlement list, the delivery sheet that he signed', async ({
  shop,
}) => {
  const delivery = await Delivery.atCheckedIn(shop);
  const sent = await SentVisit.of(shop, delivery.visit);
  const phone = await sent.telephone();
  expect((await phone.visit()).papers).toEqual(['order', 'request', 'settlement']);
  expect((await phone.raw(held.deliverySheet)).statusCode).toBe(404);
  await delivery.compare();
  await delivery.check();
  await delivery.tell();
  await delivery.walk();
  await delivery.sign();
  expect((await phone.visit()).papers).toEqual(['order', 'request', 'settlement', 'delivery']);
  expect(await textOf(phone, held.deliverySheet)).toContain('欧阳思远');
});
