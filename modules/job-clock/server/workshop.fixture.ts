import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { newId } from '#platform/ids.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { clockRoutes, dispatchRoutes, type Press, type Stamp } from '../contract.ts';

type Pressed = Partial<Omit<Stamp, 'press'>> & { press: Press };

/** A stamp as a device makes it, pressed some minutes ago. */
export const pressed = (shop: TestShop, given: Pressed, minutesAgo = 0): Stamp => ({
  key: newId(shop.now),
  pressedAt: new Date(shop.now.getTime() - minutesAgo * 60_000).toISOString(),
  ...given,
});

/** Sends stamps as the device of this person does; answers with what became of each. */
export async function send(by: TestEmployee, ...stamps: readonly Stamp[]) {
  const sentAt = by.shop.now.toISOString();
  const { outcomes } = await by.call(clockRoutes.stamp, { body: { sentAt, stamps: [...stamps] } });
  return outcomes.map(({ outcome, conflict }) => [outcome, conflict]);
}
export const press = (by: TestEmployee, given: Pressed) => send(by, pressed(by.shop, given));

/** A car whose jobs the customer has agreed to, handed over to nobody; plate 粤C6M218. */
export async function approvedVisit(shop: TestShop, plate = '粤C6M218'): Promise<Visit> {
  const visit = await Visit.begin(shop, plate);
  const promisedAt = new Date(shop.now.getTime() + 3 * 3_600_000).toISOString();
  await visit.receive({ promisedAt });
  await visit.inspect();
  await visit.estimate();
  await visit.approve();
  return visit;
}

/** A car in work: its technician has come, taken it up and runs the clock of the first job. */
export async function clockedVisit(shop: TestShop, plate = '粤C6M218') {
  const visit = await approvedVisit(shop, plate);
  const [first] = visit.order.lines;
  const lineId = first!.id;
  await press(visit.technician, { press: 'in' });
  await press(visit.technician, { press: 'start', lineId, plateEnding: plate.slice(-4) });
  return { visit, lineId, technician: visit.technician };
}

/** What other checks need: clocks with a conflict, a correction and jobs that were given to somebody. */
export async function furnishClocks(shop: TestShop, plate: string): Promise<void> {
  const { visit, lineId, technician } = await clockedVisit(shop, plate);
  const leader = await shop.employee('owner');
  const technicians = [{ technicianId: technician.id }];
  await leader.call(dispatchRoutes.assign, { body: { lineId, technicians } });
  const other = await shop.employee('technician');
  await press(other, { press: 'start', lineId, plateEnding: plate.slice(-4) });
  await shop.forward(0.5);
  await press(visit.technician, { press: 'pause', lineId, pauseReason: 'tool' });
  await press(visit.technician, { press: 'out' });
}
