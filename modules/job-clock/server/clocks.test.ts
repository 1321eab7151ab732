import { describe, expect } from 'vitest';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { test } from '#test/shop.ts';
import { clockRoutes, dispatchRoutes } from '../contract.ts';
import { approvedVisit, clockedVisit, press, pressed, send } from './workshop.fixture.ts';

const minutesAgo = (now: Date, minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

describe('the two clocks', () => {
  test('WSH-11 a technician clocks in, starts, pauses with a reason and finishes; both clocks have their minutes', async ({
    shop,
  }) => {
    const { visit, lineId, technician } = await clockedVisit(shop);
    await shop.forward(0.5);
    expect(await press(technician, { press: 'pause', lineId, pauseReason: 'tool' })).toEqual([
      ['taken', ''],
    ]);
    await shop.forward(0.25);
    await press(technician, { press: 'start', lineId });
    await shop.forward(0.5);
    expect(await press(technician, { press: 'done', lineId })).toEqual([['taken', '']]);
    const mine = await technician.call(clockRoutes.mine, {});
    expect(mine).toMatchObject({ attendedMinutes: 75, workedMinutes: 60, running: null });
    const order = await visit.advisor.call(serviceOrderRoutes.read, { params: visit.params });
    expect(order.lines.find(({ id }) => id === lineId)).toMatchObject({
      doneByName: technician.name,
    });
  });

  test('WSH-05 a wrong plate is refused, and the order is not taken up', async ({ shop }) => {
    const visit = await approvedVisit(shop);
    const lineId = visit.order.lines[0]!.id;
    await press(visit.technician, { press: 'in' });
    const wrong = { press: 'start', lineId, plateEnding: 'M219' } as const;
    expect(await press(visit.technician, wrong)).toEqual([['refused', 'plateWrong']]);
    expect(await press(visit.technician, { press: 'start', lineId })).toEqual([
      ['refused', 'plateWrong'],
    ]);
    const order = await visit.advisor.call(serviceOrderRoutes.read, { params: visit.params });
    expect(order.state).toBe('approved');
    expect(await press(visit.technician, { ...wrong, plateEnding: 'm218' })).toEqual([
      ['taken', ''],
    ]);
  });

  test('WSH-11 no job runs without a shift, and only one at a time', async ({ shop }) => {
    const visit = await approvedVisit(shop);
    const [one, two] = visit.order.lines.map(({ id }) => id);
    const start = { press: 'start', plateEnding: '6M218' } as const;
    expect(await press(visit.technician, { ...start, lineId: one })).toEqual([['kept', 'noShift']]);
    await press(visit.technician, { press: 'in' });
    expect(await press(visit.technician, { ...start, lineId: one })).toEqual([['taken', '']]);
    expect(await press(visit.technician, { ...start, lineId: two })).toEqual([
      ['kept', 'otherRuns'],
    ]);
    const pair = [one, two].map((lineId) => pressed(shop, { ...start, lineId }));
    const other = await shop.employee('technician');
    await press(other, { press: 'in' });
    const raced = await Promise.all(pair.map((stamp) => send(other, stamp)));
    expect(raced.flat().sort()).toEqual([
      ['kept', 'otherRuns'],
      ['taken', ''],
    ]);
  });

  test('WSH-11 two who take up one free order at once both run a clock; the order is taken up once', async ({
    shop,
  }) => {
    const visit = await approvedVisit(shop);
    const [one, two] = visit.order.lines.map(({ id }) => id);
    const other = await shop.employee('technician');
    for (const each of [visit.technician, other]) await press(each, { press: 'in' });
    const start = { press: 'start', plateEnding: 'M218' } as const;
    const both = await Promise.all([
      press(visit.technician, { ...start, lineId: one }),
      press(other, { ...start, lineId: two }),
    ]);
    expect(both).toEqual([[['taken', '']], [['taken', '']]]);
    const order = await visit.advisor.call(serviceOrderRoutes.read, { params: visit.params });
    expect(order.history.filter(({ step }) => step === 'start')).toHaveLength(1);
  });

  test('WSH-11 a break ends the running job and is not attended', async ({ shop }) => {
    const { technician } = await clockedVisit(shop);
    await shop.forward(1);
    await press(technician, { press: 'break' });
    await shop.forward(0.5);
    await press(technician, { press: 'back' });
    const mine = await technician.call(clockRoutes.mine, {});
    expect(mine).toMatchObject({ attendedMinutes: 60, workedMinutes: 60, running: null });
  });
});

describe('without a network', () => {
  test('WSH-11 stamps sent later count from when they were pressed, by a device whose clock is off, each once', async ({
    shop,
  }) => {
    const { lineId, technician } = await clockedVisit(shop);
    await shop.forward(1);
    const fast = (minutes: number) => minutesAgo(shop.now, minutes - 30);
    const body = {
      sentAt: fast(0),
      stamps: [
        { ...pressed(shop, { press: 'done', lineId }), pressedAt: fast(10) },
        {
          ...pressed(shop, { press: 'pause', lineId, pauseReason: 'help' }),
          pressedAt: fast(40),
        },
        { ...pressed(shop, { press: 'start', lineId }), pressedAt: fast(20) },
      ],
    } as const;
    const first = await technician.call(clockRoutes.stamp, {
      body: { ...body, stamps: [...body.stamps] },
    });
    const again = await technician.call(clockRoutes.stamp, {
      body: { ...body, stamps: [...body.stamps] },
    });
    expect(again).toEqual(first);
    expect(first.outcomes.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
    const mine = await technician.call(clockRoutes.mine, {});
    expect(mine.workedMinutes).toBe(20 + 10);
  });

  test('WSH-11 somebody else finished the job meanwhile: the minutes count, and both sides are shown', async ({
    shop,
  }) => {
    const { visit, lineId, technician } = await clockedVisit(shop);
    const other = await shop.employee('technician');
    await press(other, { press: 'in' });
    await press(other, { press: 'start', lineId, plateEnding: 'M218' });
    await shop.forward(0.5);
    await press(other, { press: 'done', lineId });
    await shop.forward(0.25);
    expect(await press(technician, { press: 'done', lineId })).toEqual([['taken', 'lineDone']]);
    const { conflicts, workedMinutes } = await technician.call(clockRoutes.mine, {});
    expect(workedMinutes).toBe(45);
    expect(conflicts).toMatchObject([
      { conflict: 'lineDone', outcome: 'taken', doneByName: other.name, plate: '粤C6M218' },
    ]);
    const leader = await shop.employee('owner');
    const late = await press(technician, { press: 'start', lineId });
    expect(late).toEqual([['kept', 'lineDone']]);
    const board = await leader.call(dispatchRoutes.board, {});
    expect(board.conflicts.map(({ conflict }) => conflict)).toEqual(['lineDone', 'lineDone']);
    expect((await visit.inspector.call(clockRoutes.mine, {})).conflicts).toEqual([]);
  });

  test('WSH-11 the team leader counts what was kept, with a reason, once', async ({ shop }) => {
    const visit = await approvedVisit(shop);
    const lineId = visit.order.lines[0]!.id;
    await press(visit.technician, { press: 'start', lineId, plateEnding: 'M218' });
    const other = await shop.employee('technician');
    await press(other, { press: 'in' });
    await press(other, { press: 'start', lineId, plateEnding: 'M218' });
    const leader = await shop.employee('owner');
    await shop.forward(1);
    const { conflicts } = await leader.call(dispatchRoutes.board, {});
    const settle = () =>
      leader.call(clockRoutes.settle, {
        params: { stampId: conflicts[0]!.id },
        body: {
          counted: { startedAt: minutesAgo(shop.now, 60), endedAt: minutesAgo(shop.now, 20) },
          reason: '忘打上班卡',
        },
      });
    expect(await settle()).toMatchObject({ decision: 'counted' });
    await expect(settle()).rejects.toMatchObject({ code: 'clock_settled_already' });
    expect((await visit.technician.call(clockRoutes.mine, {})).workedMinutes).toBe(40);
    expect((await leader.call(dispatchRoutes.board, {})).conflicts).toEqual([]);
  });
});

test('WSH-11 a device whose time cannot be, or a stamp a month old, is refused and named', async ({
  shop,
}) => {
  const technician = await shop.employee('technician');
  const press = (sentAt: string, pressedAt: string) =>
    technician.call(clockRoutes.stamp, {
      body: { sentAt, stamps: [{ ...pressed(shop, { press: 'in' }), pressedAt }] },
    });
  const strange = { status: 422, code: 'clock_device_time' };
  await expect(press('0001-01-01T00:00:00.000Z', shop.now.toISOString())).rejects.toMatchObject(
    strange,
  );
  const old = minutesAgo(shop.now, 32 * 24 * 60);
  await expect(press(shop.now.toISOString(), old)).rejects.toMatchObject(strange);
});

describe('corrections', () => {
  test('WSH-11 a correction has a reason and keeps the original', async ({ shop }) => {
    const { technician } = await clockedVisit(shop);
    const leader = await shop.employee('owner');
    await shop.forward(2);
    await press(technician, { press: 'out' });
    const query = { employeeId: technician.id, on: '2026-11-21' };
    const before = await leader.call(clockRoutes.spells, { query });
    const job = before.items.find(({ clock }) => clock === 'job')!;
    const body = {
      startedAt: job.startedAt,
      endedAt: minutesAgo(shop.now, 30),
      reason: '忘了点暂停',
    };
    const correct = () => leader.call(clockRoutes.correct, { params: { spellId: job.id }, body });
    expect(await correct()).toMatchObject({ correctsId: job.id, endedAt: body.endedAt });
    await expect(correct()).rejects.toMatchObject({ code: 'clock_corrected_already' });
    const { items } = await leader.call(clockRoutes.spells, { query });
    expect(items.filter(({ clock }) => clock === 'job')).toMatchObject([
      { id: job.id, endedAt: job.endedAt, isSuperseded: true },
      { isSuperseded: false, reason: '忘了点暂停', byName: leader.name },
    ]);
    const forbidden = technician.call(clockRoutes.correct, { params: { spellId: job.id }, body });
    await expect(forbidden).rejects.toMatchObject({ status: 403 });
  });

  test('WSH-11 times in the future, or over another stretch, are refused', async ({ shop }) => {
    const { technician, lineId } = await clockedVisit(shop);
    const leader = await shop.employee('owner');
    await shop.forward(1);
    await press(technician, { press: 'pause', lineId });
    await shop.forward(1);
    await press(technician, { press: 'start', lineId });
    await shop.forward(1);
    const query = { employeeId: technician.id, on: '2026-11-21' };
    const { items } = await leader.call(clockRoutes.spells, { query });
    const job = items.find(({ clock }) => clock === 'job')!;
    const correctTo = (endedAt: string) =>
      leader.call(clockRoutes.correct, {
        params: { spellId: job.id },
        body: { startedAt: job.startedAt, endedAt, reason: '核对监控' },
      });
    await expect(correctTo(minutesAgo(shop.now, -5))).rejects.toMatchObject({
      code: 'clock_times_wrong',
    });
    await expect(correctTo(minutesAgo(shop.now, 30))).rejects.toMatchObject({
      code: 'clock_overlaps',
    });
  });
});
