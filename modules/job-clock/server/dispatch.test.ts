import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { staffRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { staffingRoutes } from '#modules/staffing/contract.ts';
import { statement } from '#platform/sql.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { clockRoutes, dispatchRoutes, guideRoutes } from '../contract.ts';
import { approvedVisit, clockedVisit, press } from './workshop.fixture.ts';

const historyOf = statement<{ isOver: boolean }, { lineId: string }>(
  'jobClock.test.history',
  `select ended_at is not null as is_over from job_assignments
    where tenant_id = :tenant and line_id = :lineId order by since_at, id`,
);
const paper = { number: 'JX-1', issuer: '', issuedOn: null, fileId: null };
const notices = async (by: TestEmployee) => {
  const { items } = await by.call(commitmentRoutes.listNotices, { query: {} });
  return items.filter(({ kind }) => kind === 'jobClock.lateForeseen');
};

describe('dispatch', () => {
  test('WSH-05 a job is given to a technician, given on with its history, and he finds it in his hand', async ({
    shop,
  }) => {
    const visit = await approvedVisit(shop);
    const leader = await shop.employee('owner');
    const [one, other] = [visit.technician, await shop.employee('technician')];
    const lineId = visit.order.lines[0]!.id;
    const assign = (...ids: string[]) =>
      leader.call(dispatchRoutes.assign, {
        body: { lineId, technicians: ids.map((technicianId) => ({ technicianId })) },
      });
    await assign(one.id);
    expect((await one.call(clockRoutes.mine, {})).jobs).toMatchObject([{ plate: '粤C6M218' }]);
    await assign(other.id);
    await assign(other.id);
    expect((await one.call(clockRoutes.mine, {})).jobs).toEqual([]);
    const board = await leader.call(dispatchRoutes.board, {});
    const line = board.lines.find(({ id }) => id === lineId)!;
    expect(line.assigned).toMatchObject([{ employeeId: other.id, isRunning: false }]);
    const loads = new Map(board.technicians.map(({ id, loadMinutes }) => [id, loadMinutes]));
    expect([loads.get(one.id), loads.get(other.id)]).toEqual([0, 90]);
    const history = await shop.reading.rows(historyOf, { lineId });
    expect(history.map(({ isOver }) => isOver)).toEqual([true, false]);
  });

  test('ORG-04 a job that needs a certificate refuses a technician without a valid one', async ({
    shop,
  }) => {
    const visit = await approvedVisit(shop);
    const leader = await shop.employee('owner');
    const { technician } = visit;
    const lineId = visit.order.lines.find(({ description }) => description === '二级维护')!.id;
    await leader.call(guideRoutes.addGuide, {
      body: {
        jobWords: '维护',
        operation: '按表逐项',
        safety: '举升后上锁',
        certificate: '机修资格证',
      },
    });
    const assign = () =>
      leader.call(dispatchRoutes.assign, {
        body: { lineId, technicians: [{ technicianId: technician.id }] },
      });
    await expect(assign()).rejects.toMatchObject({ code: 'clock_certificate_missing' });
    await press(technician, { press: 'in' });
    const start = { press: 'start', lineId, plateEnding: 'M218' } as const;
    expect(await press(technician, start)).toEqual([['refused', 'certificateMissing']]);
    await leader.call(staffingRoutes.addCertificate, {
      params: { employeeId: technician.id },
      body: { ...paper, name: '机修资格证', expiresOn: '2026-12-31' },
    });
    await assign();
    expect(await press(technician, start)).toEqual([['taken', '']]);
    const { jobs } = await technician.call(clockRoutes.mine, {});
    const guide = { operation: '按表逐项', safety: '举升后上锁', certificate: '机修资格证' };
    expect(jobs[0]!.lines.map((line) => line.guide)).toEqual([guide, null, null]);
  });

  test('WSH-11 several on one job share its hours as set; hours sold stand against hours worked', async ({
    shop,
  }) => {
    const { visit, lineId, technician } = await clockedVisit(shop);
    const leader = await shop.employee('owner');
    const other = await shop.employee('technician');
    const shares = (first: number, second: number) =>
      leader.call(dispatchRoutes.assign, {
        body: {
          lineId,
          technicians: [
            { technicianId: technician.id, sharePercent: first },
            { technicianId: other.id, sharePercent: second },
          ],
        },
      });
    await expect(shares(70, 40)).rejects.toMatchObject({ code: 'clock_shares_wrong' });
    await shares(70, 30);
    await press(other, { press: 'in' });
    await press(other, { press: 'start', lineId, plateEnding: 'M218' });
    await shop.forward(0.5);
    await press(other, { press: 'pause', lineId });
    await shop.forward(0.5);
    await press(technician, { press: 'done', lineId });
    await press(technician, { press: 'out' });
    await press(other, { press: 'out' });
    const { items } = await leader.call(dispatchRoutes.hours, { query: {} });
    const of = (id: string) => items.find((row) => row.id === id);
    expect(of(technician.id)).toMatchObject({
      ...{ period: '2026-11-21', attendedMinutes: 60, workedMinutes: 60, soldMinutes: 63 },
      ...{ utilisation: 1000, efficiency: 1050, productivity: 1050 },
    });
    expect(of(other.id)).toMatchObject({
      ...{ attendedMinutes: 60, workedMinutes: 30, soldMinutes: 27 },
      ...{ utilisation: 500, efficiency: 900, productivity: 450 },
    });
    const month = await leader.call(dispatchRoutes.hours, { query: { by: 'month', of: 'shop' } });
    expect(month.items).toMatchObject([
      { period: '2026-11-01', attendedMinutes: 120, workedMinutes: 90, soldMinutes: 90 },
    ]);
    expect(visit.order.state).toBe('approved');
  });

  test('WSH-11 hours are read page by page', async ({ shop }) => {
    const leader = await shop.employee('owner');
    for (let at = 0; at < 3; at++) {
      const one = await shop.employee('technician');
      await press(one, { press: 'in' });
      await shop.forward(0.1);
      await press(one, { press: 'out' });
    }
    const first = await leader.call(dispatchRoutes.hours, { query: { limit: 2 } });
    const query = { limit: 2, cursor: first.nextCursor! };
    const second = await leader.call(dispatchRoutes.hours, { query });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  });
});

test('ORG-07 who leaves has no job and no running clock any more', async ({ shop }) => {
  const { lineId, technician } = await clockedVisit(shop);
  const owner = await shop.employee('owner');
  const technicians = [{ technicianId: technician.id }];
  await owner.call(dispatchRoutes.assign, { body: { lineId, technicians } });
  const receiver = await shop.employee('technician');
  await owner.call(staffRoutes.leave, {
    params: { employeeId: technician.id },
    body: { handOver: [{ kind: 'jobs', employeeIds: [receiver.id] }] },
  });
  await shop.settle();
  const { lines } = await owner.call(dispatchRoutes.board, {});
  const line = lines.find(({ id }) => id === lineId)!;
  expect(line.assigned).toMatchObject([{ employeeId: receiver.id, isRunning: false }]);
});

describe('what others see', () => {
  test('WSH-11 lateness is foreseen from the minutes left, and the advisor hears of it once, before', async ({
    shop,
  }) => {
    const { visit, lineId, technician } = await clockedVisit(shop);
    const leader = await shop.employee('owner');
    expect((await leader.call(dispatchRoutes.board, {})).late).toEqual([]);
    await press(technician, { press: 'pause', lineId, pauseReason: 'tool' });
    // 90 standard minutes, promised in three hours: from one hour and a half on nobody can make it.
    await shop.forward(1.4);
    expect(await notices(visit.advisor)).toEqual([]);
    await shop.forward(0.2);
    expect(await notices(visit.advisor)).toMatchObject([{ facts: { plate: '粤C6M218' } }]);
    const { late } = await leader.call(dispatchRoutes.board, {});
    expect(late).toMatchObject([{ remainingMinutes: 90, runningClocks: 0, plate: '粤C6M218' }]);
    await press(technician, { press: 'start', lineId });
    await shop.forward(0.2);
    expect(await notices(visit.advisor)).toHaveLength(1);
  });

  test('WSH-05 an additional item shows who has it, from the technician to the customer, the parts and back', async ({
    shop,
  }) => {
    const { visit, technician } = await clockedVisit(shop);
    const params = visit.params;
    const body = { description: '更换前减振器', finding: '漏油' };
    visit.order = await technician.call(serviceOrderRoutes.propose, { params, body });
    const items = async () =>
      (await visit.advisor.call(dispatchRoutes.items, { params })).items.map(
        ({ holder, steps }) => [holder, steps.map((step) => step.holder)],
      );
    expect(await items()).toEqual([['desk', ['desk']]]);
    await shop.forward(0.5);
    const line = visit.order.lines.find(({ origin }) => origin === 'additional')!;
    const answers = [{ lineId: line.id, answer: 'approved' as const, labourFen: 10_000 }];
    const answered = { answers, answeredBy: '欧阳思远', how: 'phone' as const };
    await visit.advisor.call(serviceOrderRoutes.answer, { params, body: answered });
    await shop.forward(0.1);
    const wait = (waitingFor: 'parts' | '') =>
      visit.advisor.call(serviceOrderRoutes.wait, { params, body: { waitingFor } });
    await wait('parts');
    await shop.forward(0.1);
    expect(await items()).toEqual([['parts', ['desk', 'technician', 'parts']]]);
    await wait('');
    expect(await items()).toEqual([['technician', ['desk', 'technician', 'parts', 'technician']]]);
  });

  test('WSH-17 the wall shows cars by state with the people on them; plates masked by role; a stranger sees none', async ({
    shop,
  }) => {
    const { technician } = await clockedVisit(shop);
    const { items } = await technician.call(dispatchRoutes.wall, {});
    expect(items).toMatchObject([
      { plate: '粤C6M218', state: 'inWork', jobs: 3, jobsDone: 0, working: [technician.name] },
    ]);
    const cashier = await shop.employee('cashier');
    expect((await cashier.call(dispatchRoutes.wall, {})).items[0]!.plate).toMatch(/\*/);
    const stranger = await (await TestShop.open()).employee('owner');
    expect((await stranger.call(dispatchRoutes.wall, {})).items).toEqual([]);
    expect((await stranger.call(dispatchRoutes.board, {})).lines).toEqual([]);
  });

  test('WSH-07 a job paused for parts makes the car wait for them, and goes on when it is started again', async ({
    shop,
  }) => {
    const { visit, lineId, technician } = await clockedVisit(shop);
    const waitingFor = async () =>
      (await visit.advisor.call(serviceOrderRoutes.read, { params: visit.params })).waitingFor;
    await press(technician, { press: 'pause', lineId, pauseReason: 'parts' });
    expect(await waitingFor()).toBe('parts');
    await press(technician, { press: 'start', lineId });
    expect(await waitingFor()).toBe('');
  });
});
