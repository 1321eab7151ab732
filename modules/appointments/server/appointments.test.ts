import { describe, expect } from 'vitest';
import { statement } from '#platform/sql.ts';
import { test } from '#test/shop.ts';
import { bayRoutes, appointmentRoutes as routes, teamHoursRoutes } from '../contract.ts';
import { addBay, at, bookedBy, hoursOf, monday, onFile } from './appointments.fixture.ts';

const owedFor = statement<{ state: string; ownerId: string }, { appointmentId: string }>(
  'test.callsOwed',
  `select state, owner_id from commitments
    where tenant_id = :tenant and about_type = 'appointment' and about_id = :appointmentId`,
);

describe('booking', () => {
  test('WSH-02 a bay is booked by one at a time, and who comes second hears when it is free', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    await hoursOf(owner, 480);
    await bookedBy(owner, { bayId, plannedMinutes: 90 });
    const second = bookedBy(owner, { bayId, startsAt: at('11:00') });
    await expect(second).rejects.toMatchObject({
      status: 409,
      code: 'bay_taken',
      facts: { next: [{ startsAt: at('11:30'), bayId }, {}, {}] },
    });
    const after = await bookedBy(owner, { bayId, startsAt: at('11:30'), plannedMinutes: 30 });
    expect(after).toMatchObject({ state: 'booked', bayName: '1 号举升机', endsAt: at('12:00') });
  });

  test('WSH-02 the database itself refuses two in one bay', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    const row = {
      bayId,
      wish: '保养',
      kind: 'repair',
      team: 'repair',
      way: 'phone',
      plannedMinutes: 60,
      ...{ startsAt: new Date(at('10:00')), endsAt: new Date(at('11:00')), loads: '[]' },
    } as const;
    const insert = () => shop.write((work) => work.insert('appointments', row));
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: '23P01' });
  });

  test('WSH-02 hours of a day are given away once: refused with how much is left', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await addBay(owner);
    await hoursOf(owner, 120);
    await bookedBy(owner, { plannedMinutes: 90 });
    await expect(bookedBy(owner, { startsAt: at('14:00') })).rejects.toMatchObject({
      status: 409,
      code: 'no_hours_left',
      facts: {
        on: monday,
        left: 30,
        needed: 60,
        next: [{ startsAt: at('08:30', '2026-11-24') }, {}, {}],
      },
    });
    const { teams } = await owner.call(routes.day, { query: { on: monday } });
    expect(teams).toEqual([{ team: 'repair', booked: 90, there: 120 }]);
  });

  test('WSH-02 of many who want the last hours at once, as many get them as there are', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await hoursOf(owner, 180);
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, each) => bookedBy(owner, { name: `客户${each}` })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  test('WSH-02 long work takes of every day that it lasts', async ({ shop }) => {
    const owner = await shop.employee('owner');
    await hoursOf(owner, 600);
    const { endsAt } = await bookedBy(owner, { startsAt: at('16:00'), plannedMinutes: 300 });
    expect(endsAt > at('09:00', '2026-11-24')).toBe(true);
    const bookedOn = async (on: string) =>
      (await owner.call(routes.day, { query: { on } })).teams[0]?.booked ?? 0;
    expect((await bookedOn(monday)) + (await bookedOn('2026-11-24'))).toBe(300);
    expect(await bookedOn('2026-11-24')).toBeGreaterThan(0);
  });

  test('WSH-02 without hours of its own a team has as many as its bays are open', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const there = async () =>
      (await owner.call(routes.day, { query: { on: monday } })).teams.find(
        ({ team }) => team === 'repair',
      )?.there ?? 0;
    expect(await there()).toBe(0);
    await addBay(owner, '1 号');
    const one = await there();
    expect(one).toBeGreaterThan(0);
    await addBay(owner, '2 号');
    expect(await there()).toBe(2 * one);
    await owner.call(teamHoursRoutes.saveDay, {
      body: { team: 'repair', on: monday, minutes: 100 },
    });
    expect(await there()).toBe(100);
  });

  test('WSH-02 nobody is booked where the shop is closed, into the past, or into a bay that is out of order', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    await hoursOf(owner, 480);
    const why = async (more: object) =>
      bookedBy(owner, more).then(
        () => 'booked',
        ({ code }) => code,
      );
    expect(await why({ startsAt: at('03:00') })).toBe('shop_closed');
    expect(await why({ startsAt: at('10:00', '2026-11-20') })).toBe('time_past');
    expect(await why({ startsAt: '9999-12-31T15:00:00.000Z' })).toBe('time_too_far');
    await owner.call(bayRoutes.close, { params: { bayId }, body: { reason: '油缸漏油' } });
    expect(await why({ bayId })).toBe('bay_taken');
    await owner.call(bayRoutes.reopen, { params: { bayId } });
    expect(await why({ bayId })).toBe('booked');
    const paint = await addBay(owner, '烤漆房', 'paint');
    expect(await why({ bayId: paint })).toBe('bay_unfit');
  });

  test('WSH-13 who is not on file is masked for whoever need not see it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await hoursOf(await shop.employee('owner'), 480);
    const { id: appointmentId } = await bookedBy(advisor, {
      way: 'message',
      fetching: 'pickUp',
      place: '南山区科苑路 8 号',
    });
    const cashier = await shop.employee('cashier');
    const seen = await cashier.call(routes.one, { params: { appointmentId } });
    expect(seen).toMatchObject({ name: '陈先生', phone: '136****6000', way: 'message' });
    expect(seen.plate).not.toBe('粤B12345');
    expect(seen.steps).toEqual([]);
  });

  test('WSH-02 nobody is named whom the caller cannot see', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const technician = await shop.employee('technician');
    const nobody = '01990000-0000-7000-8000-000000000000';
    const why = async (more: object) => bookedBy(advisor, more).catch(({ code }) => code);
    expect(await why({ vehicleId: nobody })).toBe('vehicle_unknown');
    expect(await why({ customerId: nobody })).toBe('customer_unknown');
    expect(await why({ advisorId: technician.id })).toBe('advisor_unknown');
    expect(await why({ bayId: nobody })).toBe('bay_unknown');
    expect(await why({ name: '', plate: '' })).toBe('who_comes_needed');
  });
});

describe('free times', () => {
  test('WSH-02 free times are worked out for a length, around what is booked', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    await hoursOf(owner, 480);
    await bookedBy(owner, { bayId, startsAt: at('09:30'), plannedMinutes: 90 });
    const query = { kind: 'repair', minutes: 90, from: monday, bayId } as const;
    const { items } = await owner.call(routes.freeTimes, { query });
    expect(items[0]).toMatchObject({ startsAt: at('11:00'), bayName: '1 号举升机' });
    expect(items).toHaveLength(12);
  });

  test('WSH-11 a time beyond what the workshop can do is told, with the first that fits', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const ask = (by: string, minutes = 60) =>
      owner.call(routes.fits, { query: { kind: 'repair', minutes, by } });
    // Nobody has set hours: nothing is known, and nothing is said against it.
    expect(await ask(at('17:00', '2026-11-21'))).toMatchObject({ fits: true, isKnown: false });
    await hoursOf(owner, 480);
    const tooSoon = await ask(at('16:30', '2026-11-21'));
    expect(tooSoon.fits).toBe(false);
    expect((await ask(tooSoon.earliestAt!)).fits).toBe(true);
  });
});

describe('moving and calling off', () => {
  test('WSH-02 moved, its old hours are free again, and the record says from when to when', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    await hoursOf(owner, 60);
    const { id: appointmentId } = await bookedBy(owner, { bayId });
    const params = { appointmentId };
    const body = { startsAt: at('10:30'), reason: '客户堵车' };
    const moved = await owner.call(routes.move, { params, body });
    expect(moved).toMatchObject({ startsAt: at('10:30'), timesMoved: 1, state: 'booked' });
    expect(moved.entries.at(-1)).toMatchObject({
      step: 'move',
      formerAt: at('10:00'),
      startsAt: at('10:30'),
      note: '客户堵车',
    });
    await owner.call(routes.cancel, { params, body: { reason: '客户改主意' } });
    await bookedBy(owner, { bayId });
  });

  test('WSH-02 a second move of what another has moved is refused', async ({ shop }) => {
    const owner = await shop.employee('owner');
    await hoursOf(owner, 480);
    const { id: appointmentId, version } = await bookedBy(owner);
    const move = (time: string) =>
      owner.call(
        routes.move,
        { params: { appointmentId }, body: { startsAt: at(time) } },
        { version },
      );
    await move('11:00');
    await expect(move('14:00')).rejects.toMatchObject({ status: 412 });
  });
});

describe('who does not come', () => {
  test('WSH-02 after the grace his hours are free and a call is owed; a new time pays it', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    await hoursOf(owner, 60);
    await owner.call(teamHoursRoutes.saveGrace, { body: { graceMinutes: 20 } });
    const { id: appointmentId } = await bookedBy(owner, { bayId });
    const params = { appointmentId };
    await shop.moveTo(at('10:19'));
    expect((await owner.call(routes.one, { params })).state).toBe('booked');
    await shop.moveTo(at('10:21'));
    expect((await owner.call(routes.one, { params })).state).toBe('noShow');
    expect((await owner.call(routes.day, { query: { on: monday } })).missed).toBe(1);
    const owed = () => shop.reading.rows(owedFor, { appointmentId });
    expect(await owed()).toMatchObject([{ state: 'open', ownerId: owner.id }]);
    const body = { startsAt: at('15:00') };
    await owner.call(routes.move, { params, body });
    expect(await owed()).toMatchObject([{ state: 'kept' }]);
  });

  test('WSH-02 who comes late after all waits at the desk, and takes nobody’s bay', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const bayId = await addBay(owner);
    await hoursOf(owner, 480);
    const { id: appointmentId } = await bookedBy(owner, { bayId });
    await shop.moveTo(at('10:40'));
    await bookedBy(owner, { bayId, startsAt: at('10:45'), plannedMinutes: 120 });
    const late = await owner.call(routes.arrive, { params: { appointmentId } });
    expect(late).toMatchObject({ state: 'arrived', bayId: null });
  });

  test('WSH-02 he is called, and what he said is on record', async ({ shop }) => {
    const owner = await shop.employee('owner');
    await hoursOf(owner, 480);
    const { id: appointmentId } = await bookedBy(owner);
    const params = { appointmentId };
    const body = { note: '忘了，下周再约' };
    await expect(owner.call(routes.call, { params, body })).rejects.toMatchObject({ status: 409 });
    await shop.moveTo(at('11:00'));
    const called = await owner.call(routes.call, { params, body });
    expect(called.entries.at(-1)).toMatchObject({ step: 'call', note: '忘了，下周再约' });
    expect((await owner.call(routes.day, { query: { on: monday } })).missed).toBe(0);
  });
});

describe('at the desk', () => {
  test('WSH-13 a walk-in waits, and one advisor takes him', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const known = await onFile(shop);
    const body = { vehicleId: known.vehicleId, wish: '换机油', kind: 'maintenance' } as const;
    const waiting = await advisor.call(routes.walkIn, { body });
    expect(waiting).toMatchObject({ state: 'arrived', way: 'walkIn', plate: '粤C6M218', ...known });
    const taken = await advisor.call(routes.take, {
      params: { appointmentId: waiting.id },
    });
    expect(taken.takenByName).toBe(advisor.name);
  });
});
