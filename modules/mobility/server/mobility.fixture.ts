import { picture } from '#modules/check-ins/server/check-ins.fixture.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  type Loan,
  type LoanCar,
  loanCarRoutes,
  loanRoutes,
  tripRoutes as routes,
  type Trip,
} from '../contract.ts';
import type { TripKind } from '../lifecycle.ts';

const hoursAhead = (shop: TestShop, hours: number) =>
  new Date(shop.now.getTime() + hours * 3_600_000).toISOString();
const place = '深圳市南山区科苑路 15 号 地下停车场';

/** A trip in a test, asked for at the desk and gone by a technician. */
export class OnTheWay {
  readonly shop: TestShop;
  readonly visit: Visit;
  trip: Trip;
  private constructor(shop: TestShop, visit: Visit, trip: Trip) {
    this.shop = shop;
    this.visit = visit;
    this.trip = trip;
  }
  static async ask(
    shop: TestShop,
    kind: TripKind,
    more: Partial<BodyOf<typeof routes.ask>> = {},
    plate?: string,
  ): Promise<OnTheWay> {
    const visit = await Visit.begin(shop, plate);
    const { vehicleId } = visit;
    const body = { kind, vehicleId, address: place, arriveBy: hoursAhead(shop, 1), ...more };
    return new OnTheWay(shop, visit, await visit.advisor.call(routes.ask, { body }));
  }
  get desk(): TestEmployee {
    return this.visit.advisor;
  }
  get driver(): TestEmployee {
    return this.visit.technician;
  }
  get params() {
    return { tripId: this.trip.id };
  }
  async assign(driverId = this.driver.id) {
    const { version } = this.trip;
    const { params } = this;
    this.trip = await this.desk.call(routes.assign, { params, body: { driverId } }, { version });
  }
  async step(name: 'setOut' | 'arrive', by = this.driver) {
    const { version } = this.trip;
    this.trip = await by.call(routes[name], { params: this.params }, { version });
    return this.trip;
  }
  async there() {
    await this.assign();
    await this.step('setOut');
    return this.step('arrive');
  }
  async hand(name: 'takeOver' | 'finish', body: BodyOf<typeof routes.finish>) {
    const { version } = this.trip;
    const { params } = this;
    this.trip = await this.driver.call(routes[name], { params, body }, { version });
    return this.trip;
  }
  /** The other side's name and hand. */
  async signed() {
    return { signedBy: '欧阳思远', signatureFileId: await picture(this.driver) };
  }
}

/** A car of the shop's own, its papers in order for a year. */
export async function aLoanCar(
  shop: TestShop,
  plate = '粤B88001',
  more: Partial<BodyOf<typeof loanCarRoutes.add>> = {},
): Promise<LoanCar> {
  const owner = await shop.employee('owner');
  const papers = { inspectionUntil: '2027-11-30', insuranceUntil: '2027-10-31' };
  const body = { plate, model: '卡罗拉', mileageKm: 20_000, ...papers, ...more };
  return owner.call(loanCarRoutes.add, { body });
}

export async function lendBody(
  shop: TestShop,
  by: TestEmployee,
  loanCarId: string,
  more: Partial<BodyOf<typeof loanRoutes.lend>> = {},
): Promise<BodyOf<typeof loanRoutes.lend>> {
  return {
    loanCarId,
    ground: 'courtesy',
    borrowerName: '欧阳思远',
    licenceClass: 'C1',
    licenceUntil: '2029-05-01',
    isLicenceSeen: true,
    mileageKm: 20_010,
    fuelEighths: 6,
    note: '右后门划痕 3 cm',
    dueAt: hoursAhead(shop, 48),
    signedBy: '欧阳思远',
    signatureFileId: await picture(by),
    ...more,
  };
}

/** A car lent to the customer of an order. */
export async function lent(shop: TestShop, visit: Visit, loanCarId: string): Promise<Loan> {
  const by = visit.advisor;
  const body = await lendBody(shop, by, loanCarId, { orderId: visit.order.id });
  return by.call(loanRoutes.lend, { body });
}

/** Trips in several states and a loan, for who walks over every route; words end in the mark. */
export async function furnishMobility(
  shop: TestShop,
  nextPlate: () => string,
  mark = '',
): Promise<void> {
  await OnTheWay.ask(shop, 'rescue', { wish: `打不着火${mark}` }, nextPlate());
  const assigned = await OnTheWay.ask(shop, 'onSite', {}, nextPlate());
  await assigned.assign();
  const there = await OnTheWay.ask(shop, 'pickUp', { contactName: `老李${mark}` }, nextPlate());
  await there.there();
  const taken = await OnTheWay.ask(shop, 'pickUp', {}, nextPlate());
  await taken.there();
  const body = { mileageKm: 52_000, note: `左前门划痕${mark}`, ...(await taken.signed()) };
  await taken.hand('takeOver', body);
  await taken.visit.receive();
  await aLoanCar(shop, nextPlate());
  const car = await aLoanCar(shop, nextPlate());
  await lent(shop, taken.visit, car.id);
}
