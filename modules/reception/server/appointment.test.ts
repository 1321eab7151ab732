import { expect } from 'vitest';
import { appointmentRoutes } from '#modules/appointments/contract.ts';
import {
  addBay,
  at,
  bookedBy,
  hoursOf,
  onFile,
} from '#modules/appointments/server/appointments.fixture.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { test } from '#test/shop.ts';
import { receptionRoutes } from '../contract.ts';

test('WSH-02 the appointment of today stands on the plate card, and becomes the order', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const advisor = await shop.employee('advisor');
  const { vehicleId } = await onFile(shop);
  const bayId = await addBay(owner);
  await hoursOf(owner, 480);
  const { id: appointmentId } = await bookedBy(advisor, {
    vehicleId,
    bayId,
    advisorId: advisor.id,
  });
  const card = () => advisor.call(receptionRoutes.cardOfVehicle, { params: { vehicleId } });
  expect((await card()).appointment).toBeNull();
  await shop.moveTo(at('09:50'));
  expect((await card()).appointment).toMatchObject({
    id: appointmentId,
    wish: '刹车异响',
    bayName: '1 号举升机',
    advisorName: advisor.name,
    startsAt: at('10:00'),
  });
  const known = await advisor.call(serviceOrderRoutes.arrival, { query: { vehicleId } });
  expect(known.appointment).toMatchObject({ id: appointmentId, endsAt: at('11:00') });
  const body = { vehicleId, appointmentId, customerWords: '刹车异响', mileageKm: 12_000 };
  const order = await advisor.call(serviceOrderRoutes.receive, { body });
  const params = { appointmentId };
  expect(await advisor.call(appointmentRoutes.one, { params })).toMatchObject({
    state: 'received',
    orderId: order.id,
  });
  expect((await card()).appointment).toBeNull();
});

test('WSH-02 whoever was booked by his plate alone is known when his car is put on file', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  await hoursOf(owner, 480);
  const { id: appointmentId } = await bookedBy(owner, { plate: '粤C·6M218' });
  const { vehicleId } = await onFile(shop, '粤C6M218');
  await shop.moveTo(at('10:05'));
  const { appointment } = await owner.call(receptionRoutes.cardOfVehicle, {
    params: { vehicleId },
  });
  expect(appointment?.id).toBe(appointmentId);
  const body = { vehicleId, appointmentId, customerWords: '刹车异响', mileageKm: 12_000 };
  await owner.call(serviceOrderRoutes.receive, { body });
  const params = { appointmentId };
  expect(await owner.call(appointmentRoutes.one, { params })).toMatchObject({ vehicleId });
});

test('WSH-02 an appointment of another car is not used up', async ({ shop }) => {
  const owner = await shop.employee('owner');
  await hoursOf(owner, 480);
  const { vehicleId } = await onFile(shop, '粤C6M218');
  const other = await onFile(shop, '粤C6M219');
  const { id: appointmentId } = await bookedBy(owner, { vehicleId: other.vehicleId });
  const body = { vehicleId, appointmentId, customerWords: '保养', mileageKm: 12_000 };
  await expect(owner.call(serviceOrderRoutes.receive, { body })).rejects.toMatchObject({
    status: 422,
    code: 'appointment_of_other_car',
  });
});

test('WSH-13 the desk shows who waits, the longest first, and who is expected today', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  await hoursOf(owner, 480);
  await shop.moveTo(at('09:00'));
  const { id: appointmentId } = await bookedBy(owner, { name: '预约的' });
  await bookedBy(owner, { name: '下午的', startsAt: at('15:00') });
  const walkIn = { name: '直接来的', wish: '换机油', kind: 'maintenance' } as const;
  await owner.call(appointmentRoutes.walkIn, { body: walkIn });
  await shop.moveTo(at('09:55'));
  await owner.call(appointmentRoutes.arrive, { params: { appointmentId } });
  const desk = await owner.call(receptionRoutes.desk, {});
  expect(desk.waiting.map(({ name }) => name)).toEqual(['直接来的', '预约的']);
  expect(desk.expected.map(({ name }) => name)).toEqual(['下午的']);
});
