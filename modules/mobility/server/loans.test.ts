import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { loanCarRoutes, loanRoutes as routes } from '../contract.ts';
import { aLoanCar, lendBody, lent } from './mobility.fixture.ts';

const inHours = (now: Date, hours: number) =>
  new Date(now.getTime() + hours * 3_600_000).toISOString();

describe('WSH-13 loan cars', () => {
  test('WSH-13 a car is lent for an order, signed, and comes back with what that costs', async ({
    shop,
  }) => {
    const car = await aLoanCar(shop);
    const visit = await Visit.begin(shop);
    await visit.receive();
    const loan = await lent(shop, visit, car.id);
    expect(loan).toMatchObject({
      ...{ state: 'lent', customerName: '欧阳思远', orderNumber: visit.order.number },
      ...{ checkedByName: visit.advisor.name, mayStep: true },
      handovers: [{ stage: 'lent', mileageKm: 20_010, fuelEighths: 6, signedBy: '欧阳思远' }],
    });
    const cars = await visit.advisor.call(loanCarRoutes.list, { query: {} });
    expect(cars.items).toMatchObject([{ mileageKm: 20_010, loan: { id: loan.id } }]);
    const params = { loanId: loan.id };
    const back = { mileageKm: 20_150, fuelEighths: 2, note: '油少了一半', isOutOfOrder: true };
    const giveBack = (costReason: string) =>
      visit.advisor.call(routes.giveBack, {
        params,
        body: { ...back, costFen: 150_00, costReason },
      });
    await expect(giveBack(' ')).rejects.toMatchObject({ code: 'loan_cost_reason_needed' });
    expect(await giveBack('补油')).toMatchObject({
      ...{ state: 'returned', costFen: 150_00, costReason: '补油', mayStep: false },
      handovers: [{ stage: 'lent' }, { stage: 'returned', mileageKm: 20_150 }],
    });
    const after = await visit.advisor.call(loanCarRoutes.list, { query: {} });
    expect(after.items).toMatchObject([
      { mileageKm: 20_150, loan: null, condition: 'outOfOrder', conditionNote: '油少了一半' },
    ]);
  });

  test('WSH-13 no car is lent twice: of many who lend it at once one does', async ({ shop }) => {
    const car = await aLoanCar(shop);
    const visit = await Visit.begin(shop);
    await visit.receive();
    const { advisor } = visit;
    const orderId = visit.order.id;
    const bodies = await Promise.all(
      [1, 2, 3, 4, 5].map(() => lendBody(shop, advisor, car.id, { orderId })),
    );
    const asked = await Promise.allSettled(
      bodies.map((body) => advisor.call(routes.lend, { body })),
    );
    const said = asked.map((one) => (one.status === 'fulfilled' ? 'lent' : one.reason.code));
    expect(said.toSorted()).toEqual(['lent', ...Array(4).fill('loan_car_lent')]);
    const { items } = await advisor.call(routes.list, { query: { orderId } });
    expect(items).toHaveLength(1);
  });

  test('WSH-13 the licence is seen, and it and the papers of the car hold until the day of return', async ({
    shop,
  }) => {
    const car = await aLoanCar(shop);
    const soonOver = { inspectionUntil: '2026-11-21' };
    const old = await aLoanCar(shop, '粤B88002', soonOver);
    const uninsured = await aLoanCar(shop, '粤B88003', { insuranceUntil: '2026-11-21' });
    const visit = await Visit.begin(shop);
    const { advisor, customerId } = visit;
    const lend = async (id: string, more: object) => {
      const body = await lendBody(shop, advisor, id, { customerId, ...more });
      return advisor.call(routes.lend, { body }).then(
        () => 'lent',
        ({ code }: { code: string }) => code,
      );
    };
    expect(await lend(car.id, { isLicenceSeen: false })).toBe('licence_not_seen');
    expect(await lend(car.id, { licenceUntil: '2026-11-20' })).toBe('licence_over');
    expect(await lend(car.id, { mileageKm: 19_999 })).toBe('handover_mileage_lower');
    expect(await lend(car.id, { dueAt: inHours(shop.now, -1) })).toBe('loan_due_past');
    expect(await lend(old.id, {})).toBe('loan_car_inspection_over');
    expect(await lend(uninsured.id, {})).toBe('loan_car_insurance_over');
    expect(await lend(car.id, {})).toBe('lent');
  });

  test('WSH-13 what is overdue is seen; extended in time it is not', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const late = await lent(shop, visit, (await aLoanCar(shop)).id);
    const extended = await lent(shop, visit, (await aLoanCar(shop, '粤B88002')).id);
    const params = { loanId: extended.id };
    const body = { dueAt: inHours(shop.now, 24 * 7) };
    const after = await visit.advisor.call(routes.extend, { params, body });
    expect(after).toMatchObject({ state: 'lent', dueAt: body.dueAt });
    await shop.forward(49);
    const owner = await shop.employee('owner');
    const query = { rule: 'mobility.loanBack', state: 'late' as const };
    const { items } = await owner.call(commitmentRoutes.list, { query });
    expect(items.map(({ aboutId }) => aboutId)).toEqual([late.id]);
  });

  test('WSH-13 a plate is one car; what is with a customer is not retired, what is out of order not lent', async ({
    shop,
  }) => {
    const car = await aLoanCar(shop);
    await expect(aLoanCar(shop)).rejects.toMatchObject({ code: 'loan_car_twice' });
    const owner = await shop.employee('owner');
    const params = { loanCarId: car.id };
    const stopped = await owner.call(
      loanCarRoutes.change,
      { params, body: { condition: 'outOfOrder', conditionNote: '换轮胎' } },
      { version: car.version },
    );
    const visit = await Visit.begin(shop);
    await visit.receive();
    await expect(lent(shop, visit, car.id)).rejects.toMatchObject({ code: 'loan_car_not_ready' });
    const ready = await owner.call(
      loanCarRoutes.change,
      { params, body: { condition: 'ready', conditionNote: '' } },
      { version: stopped.version },
    );
    await lent(shop, visit, car.id);
    await expect(
      owner.call(
        loanCarRoutes.change,
        { params, body: { condition: 'retired' } },
        { version: ready.version + 1 },
      ),
    ).rejects.toMatchObject({ code: 'loan_car_lent' });
  });

  test('WSH-13 the agreement comes twice on paper, with what was signed', async ({ shop }) => {
    const visit = await Visit.begin(shop);
    await visit.receive();
    const { id } = await lent(shop, visit, (await aLoanCar(shop)).id);
    const reply = await visit.advisor.raw('GET', `/loans/${id}/sheet.pdf`);
    const { pages } = await readPdf(reply.rawPayload);
    expect(pages).toHaveLength(2);
    for (const said of ['代步车借用协议', '欧阳思远', '右后门划痕', visit.order.number]) {
      expect(pages[0]).toContain(compact(said));
    }
    expect(pages[1]).toContain('存根联');
  });
});
