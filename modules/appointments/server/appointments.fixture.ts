import { createCustomer } from '#modules/customers/server/index.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import { instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { appointmentRoutes, bayRoutes, teamHoursRoutes } from '../contract.ts';
import type { Team } from '../lifecycle.ts';

const zone = 'Asia/Shanghai';
/** Monday 23 November 2026, two days after the shop of a test opens. */
export const monday = '2026-11-23';
export const at = (time: string, on = monday) => instantAt(zone, on, time).toISOString();

export const addBay = async (
  owner: TestEmployee,
  name = '1 号举升机',
  kind: Team | 'general' = 'repair',
) => (await owner.call(bayRoutes.add, { body: { name, kind, usedFrom: '2026-11-01' } })).id;

/** So many minutes of work a day, Monday to Sunday. */
export const hoursOf = (owner: TestEmployee, minutes: number, team: Team = 'repair') =>
  owner.call(teamHoursRoutes.saveWeek, { body: { team, week: Array(7).fill(minutes) } });

type Body = BodyOf<typeof appointmentRoutes.book>;
export const bookedBy = (who: TestEmployee, more: Partial<Body> = {}) =>
  who.call(appointmentRoutes.book, {
    body: {
      name: '陈先生',
      phone: '13600136000',
      plate: '粤B 12345',
      wish: '刹车异响',
      kind: 'repair',
      plannedMinutes: 60,
      startsAt: at('10:00'),
      ...more,
    },
  });

/** A customer and his car on file. */
export const onFile = (shop: TestShop, plate = '粤C6M218') =>
  shop.write(async (work) => {
    const customer = await createCustomer(work, { name: '欧阳思远', phone: '13800138000' });
    const vehicle = await createVehicle(work, { plate, model: '帕萨特', ownerId: customer.id });
    return { customerId: customer.id, vehicleId: vehicle.id };
  });

/** A shop's book as tests of every route need it: bays, one out of order, and an appointment at each step. */
export async function aBook(owner: TestEmployee, mark: string): Promise<void> {
  const bayId = await addBay(owner, `1 号举升机${mark}`, 'repair');
  const closed = await addBay(owner, `2 号举升机${mark}`, 'repair');
  const reason = `油缸漏油${mark}`;
  await owner.call(bayRoutes.close, { params: { bayId: closed }, body: { reason } });
  await hoursOf(owner, 2400);
  const { items } = await owner.call(appointmentRoutes.freeTimes, {
    query: { kind: 'repair', minutes: 30, bayId },
  });
  const made: string[] = [];
  for (const { startsAt } of items.slice(0, 4)) {
    const said = { name: `陈先生${mark}`, wish: `刹车异响${mark}` };
    const times = { startsAt, bayId, plannedMinutes: 30 };
    made.push((await bookedBy(owner, { ...said, ...times })).id);
  }
  const [confirmed, arrived, cancelled] = made.map((appointmentId) => ({
    params: { appointmentId },
  }));
  await owner.call(appointmentRoutes.confirm, confirmed!);
  await owner.call(appointmentRoutes.arrive, arrived!);
  await owner.call(appointmentRoutes.cancel, {
    ...cancelled!,
    body: { reason: `客户改主意${mark}` },
  });
}
