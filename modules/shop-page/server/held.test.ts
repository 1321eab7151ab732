import { describe, expect } from 'vitest';
import { appointmentRoutes } from '#modules/appointments/contract.ts';
import { at, bookedBy } from '#modules/appointments/server/appointments.fixture.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { comingRoutes } from '#modules/links/contract.ts';
import { pathOf } from '#shared/call.ts';
import { test } from '#test/shop.ts';
import type { TestShop } from '#test/tenant.ts';
import {
  appointmentLinkRoutes,
  heldAppointmentRoutes as held,
  openShopRoutes,
} from '../contract.ts';
import { aForm, ask, firstTimes, houseIn, openShop } from './shop-page.fixture.ts';

/** Comes by a link: what he asks from then on bears its cookie. */
async function comeBy(shop: TestShop, url: string) {
  const token = new URL(url).hash.slice(1);
  const came = await ask(shop, 'POST', comingRoutes.come.path, { token });
  const cookie = String(came.headers['set-cookie']).split(';')[0]!;
  const { purpose, aboutId: appointmentId } = came.json();
  const asking = async (name: keyof typeof held, body?: object) => {
    const path = pathOf(held[name], { appointmentId }).replace('/api/v1', '');
    const reply = await ask(shop, held[name].method as 'GET', path, body, { headers: { cookie } });
    return { status: reply.statusCode, ...reply.json() };
  };
  return { purpose, appointmentId, asking };
}

async function bookedOnThePage(shop: TestShop, more = {}) {
  const owner = await shop.employee('owner');
  const house = houseIn((await openShop(owner, more)).at);
  const times = await firstTimes(shop, house);
  const form = aForm(house, times[6]!.startsAt);
  const booked = (await ask(shop, 'POST', openShopRoutes.book.path, form)).json();
  const holder = await comeBy(shop, booked.url);
  const params = { appointmentId: holder.appointmentId };
  const atDesk = () => owner.call(appointmentRoutes.one, { params });
  return { owner, params, times, holder, atDesk };
}

describe('an appointment by link', () => {
  test('CAR-07 the desk sees beforehand what he sees once he has shown who he is', async ({
    shop,
  }) => {
    const { holder, owner, params } = await bookedOnThePage(shop);
    const { status: _, ...proved } = await holder.asking('prove', { code: '4567' });
    const seen = await owner.call(appointmentLinkRoutes.preview, { params });
    expect(seen).toEqual(proved);
    expect(seen.plate).toBe('鄂A12345');
    const technician = await shop.employee('technician');
    const refused = technician.call(appointmentLinkRoutes.preview, { params });
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  test('D-40 shows the time at once, and of the person nothing before the code', async ({
    shop,
  }) => {
    const { holder, times } = await bookedOnThePage(shop);
    expect(holder.purpose).toBe('appointment');
    expect(await holder.asking('read')).toMatchObject({
      ...{ state: 'asked', startsAt: times[6]!.startsAt, isProved: false, mayChange: true },
      ...{ plate: '', wish: '', fetchAt: '' },
    });
    const early = await holder.asking('move', { startsAt: times[8]!.startsAt });
    expect(early).toMatchObject({ status: 403, code: 'link_code_needed' });
    expect(await holder.asking('prove', { code: '0000' })).toMatchObject({
      status: 422,
      code: 'link_code_wrong',
    });
    expect(await holder.asking('prove', { code: '4567' })).toMatchObject({
      ...{ isProved: true, plate: '鄂A12345', wish: '换机油，刹车响' },
    });
  });

  test('WSH-02 the customer moves it to a time that is free, and the desk hears of it', async ({
    shop,
  }) => {
    const { holder, atDesk, owner, params } = await bookedOnThePage(shop);
    await owner.call(appointmentRoutes.confirm, { params });
    await holder.asking('prove', { code: '4567' });
    const { items } = await holder.asking('times');
    const wanted = items.at(-1).startsAt;
    expect(await holder.asking('move', { startsAt: wanted })).toMatchObject({
      ...{ status: 200, state: 'asked', startsAt: wanted },
    });
    const { state, startsAt, timesMoved, entries } = await atDesk();
    expect({ state, startsAt, timesMoved }).toEqual({
      ...{ state: 'asked', startsAt: wanted, timesMoved: 1 },
    });
    expect(entries.at(-1)).toMatchObject({ step: 'askAgain', byName: '' });
    const { items: bell } = await owner.call(commitmentRoutes.listNotices, {});
    expect(bell.map(({ kind }) => kind)).toEqual(['shopPage.asked', 'shopPage.asked']);
    const none = await holder.asking('move', { startsAt: '2026-11-23T19:30:00.000Z' });
    expect(none).toMatchObject({ status: 409, code: 'time_taken' });
  });

  test('WSH-02 the customer calls it off with a reason, once, until the shop’s limit before it', async ({
    shop,
  }) => {
    const { holder, atDesk, owner } = await bookedOnThePage(shop);
    await holder.asking('prove', { code: '4567' });
    expect(await holder.asking('cancel', { reason: '临时出差' })).toMatchObject({
      ...{ state: 'cancelled', mayChange: false },
    });
    expect(await atDesk()).toMatchObject({ state: 'cancelled', cancelReason: '临时出差' });
    const { items: bell } = await owner.call(commitmentRoutes.listNotices, {});
    expect(bell[0]).toMatchObject({ kind: 'shopPage.cancelled' });
    const again = await holder.asking('cancel', { reason: '再取消一次' });
    expect(again).toMatchObject({ status: 409, code: 'step_not_allowed' });
    expect(JSON.stringify(again)).not.toContain('再取消');
  });

  test('WSH-02 shortly before it the telephone is the way: the limit is the shop’s', async ({
    shop,
  }) => {
    const { holder } = await bookedOnThePage(shop, { changeUntilHours: 168 });
    await holder.asking('prove', { code: '4567' });
    expect(await holder.asking('read')).toMatchObject({ mayChange: false });
    expect(await holder.asking('cancel', { reason: '不来了' })).toMatchObject({
      ...{ status: 409, code: 'too_late_to_change', hours: 168 },
    });
  });

  test('D-40 the desk hands out a link to any appointment with a telephone, and sees it opened', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await openShop(owner);
    const { id: appointmentId } = await bookedBy(owner);
    const params = { appointmentId };
    const { url } = await owner.call(appointmentLinkRoutes.makeLink, { params, body: {} });
    const holder = await comeBy(shop, url);
    expect(await holder.asking('read')).toMatchObject({ status: 200, state: 'booked' });
    const { items } = await owner.call(appointmentLinkRoutes.links, { params });
    expect(items).toMatchObject([{ purpose: 'appointment', uses: 1 }]);
    const { id: without } = await bookedBy(owner, { phone: '', startsAt: at('14:00') });
    const none = owner.call(appointmentLinkRoutes.makeLink, {
      params: { appointmentId: without },
      body: {},
    });
    await expect(none).rejects.toMatchObject({ status: 422, code: 'link_needs_phone' });
  });
});
