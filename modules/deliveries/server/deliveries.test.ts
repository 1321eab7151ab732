import { describe, expect } from 'vitest';
import { templateRoutes } from '#modules/message-templates/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { deliveryRoutes as routes } from '../contract.ts';
import { Delivery, setRules } from './deliveries.fixture.ts';

const scratched = { key: 'outside', result: 'different', note: '右后门新划痕 4 cm' } as const;

describe('WSH-01 the finished car is compared with what reception noted', () => {
  test('every mark, the fuel, belongings and accessories stand there as they were noted', async ({
    shop,
  }) => {
    const { record } = await Delivery.atCheckedIn(shop);
    const noted = record.items.map(({ key, noted: said, codes }) => [key, said, codes.join(' ')]);
    expect(noted).toEqual(
      expect.arrayContaining([
        ['mark-1', '左前门 6 cm', 'view_left damage_scratch'],
        ['fuel', '5/8', ''],
        ['lamps', '', 'lamp_engine'],
        ['valuables', '行车记录仪', ''],
        ['accessory-1', '× 1', 'state_used'],
      ]),
    );
    expect(record.earlierPhotos).toMatchObject([{ markNumber: 1 }]);
  });

  test('without a check-in what stands on the order is compared, and what the house asks', async ({
    shop,
  }) => {
    const { record } = await Delivery.atReady(shop);
    expect(record.checkInId).toBeNull();
    expect(record.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['outside', 'lamps', 'house', 'walk']),
    );
  });

  test('nothing is left out: the check names every item that was not compared', async ({
    shop,
  }) => {
    const delivery = await Delivery.atCheckedIn(shop);
    await delivery.save({ answers: [{ key: 'fuel', result: 'same', note: '' }] });
    await expect(delivery.check()).rejects.toMatchObject({
      status: 422,
      code: 'delivery_incomplete',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/answers/mark-1', code: 'delivery_lacks_result' }),
      ]),
    });
  });

  test('a difference has words and its photo, and says who found it', async ({ shop }) => {
    const delivery = await Delivery.atCheckedIn(shop);
    await delivery.compare({ ...scratched, note: '' });
    expect(delivery.record.lackingToCheck).toEqual([
      { key: 'outside', lack: 'note' },
      { key: 'outside', lack: 'photo' },
    ]);
    await delivery.compare(scratched);
    await delivery.photograph('outside');
    const { answers, checked } = await delivery.check();
    expect(answers.find(({ key }) => key === 'outside')).toMatchObject({
      note: '右后门新划痕 4 cm',
      byName: delivery.by.name,
    });
    expect(checked).toMatchObject({ byName: delivery.by.name });
  });

  test('what was checked changes no more, until it is checked again', async ({ shop }) => {
    const delivery = await Delivery.atReady(shop);
    await delivery.compare();
    await delivery.check();
    await expect(delivery.compare()).rejects.toMatchObject({
      status: 409,
      code: 'delivery_checked',
    });
    delivery.record = await delivery.by.call(routes.recheck, { params: delivery.params });
    expect(delivery.record).toMatchObject({ state: 'open', checked: null });
    await delivery.compare();
  });
});

test('WSH-01 the customer is told after the check, not before', async ({ shop }) => {
  const delivery = await Delivery.atReady(shop);
  await expect(delivery.tell()).rejects.toMatchObject({
    status: 409,
    code: 'delivery_not_checked',
  });
  await delivery.compare();
  await delivery.check();
  expect(await delivery.tell()).toMatchObject({
    told: { how: 'phone', byName: delivery.by.name },
  });
});

test('WSH-01 a car is not compared before its final inspection is passed', async ({ shop }) => {
  const visit = await Visit.begin(shop);
  await visit.toWork();
  await expect(Delivery.begin(visit)).rejects.toMatchObject({
    status: 409,
    code: 'delivery_not_now',
  });
});

test('whoever begins what was begun goes on with it', async ({ shop }) => {
  const delivery = await Delivery.atReady(shop);
  const again = await Delivery.begin(delivery.visit);
  expect(again.record.id).toBe(delivery.record.id);
});

describe('WSH-08 the customer signs, and the car is delivered', () => {
  test('the signature delivers the order, bound to its certificate; nothing changes any more', async ({
    shop,
  }) => {
    const delivery = await Delivery.atCheckedIn(shop);
    await delivery.compare();
    await delivery.check();
    await delivery.walk({ mileageKm: 52_316 });
    await delivery.sign();
    const order = await delivery.readOrder();
    expect(order).toMatchObject({
      state: 'delivered',
      acceptedBy: '欧阳思远',
      deliveryMileageKm: 52_316,
    });
    expect(delivery.record.certificate?.number).toBe(order.certificate?.number);
    expect(order.papers.map(({ caption }) => caption)).toContain('交车单签字');
    await expect(delivery.save({ note: '改' })).rejects.toMatchObject({
      status: 409,
      code: 'delivery_signed',
    });
  });

  test('it is not signed before it is settled, explained and the old parts are shown', async ({
    shop,
  }) => {
    const delivery = await Delivery.atReady(shop);
    await delivery.compare();
    await delivery.check();
    await expect(delivery.sign()).rejects.toMatchObject({
      status: 422,
      code: 'delivery_incomplete',
      errors: expect.arrayContaining([
        expect.objectContaining({ code: 'delivery_lacks_settlement' }),
        expect.objectContaining({ code: 'delivery_lacks_oldParts' }),
        expect.objectContaining({ pointer: '/answers/walk-1' }),
      ]),
    });
  });

  test('a pack that was begun must be signed before the car leaves', async ({ shop }) => {
    const delivery = await Delivery.atReady(shop);
    await delivery.visit.settle();
    await expect(delivery.visit.deliver()).rejects.toMatchObject({
      status: 409,
      code: 'delivery_unsigned',
    });
    const { steps } = await delivery.readOrder();
    expect(steps.find(({ step }) => step === 'deliver')).toEqual({
      step: 'deliver',
      allowed: false,
      reason: 'delivery_unsigned',
    });
  });

  test('a shop may ask for it always; another asks for it only where it was begun', async ({
    shop,
  }) => {
    await setRules(await shop.employee('owner'), { isRequired: true });
    const visit = await Visit.begin(shop);
    await visit.toReady();
    await visit.settle();
    await expect(visit.deliver()).rejects.toMatchObject({ code: 'delivery_unsigned' });
    await setRules(await shop.employee('owner'), { isRequired: false });
    await visit.deliver();
    expect(visit.order.state).toBe('delivered');
  });
});

describe('WSH-08 precautions and the next service', () => {
  test('what is to be minded follows from the jobs, with its days and kilometres, in own words', async ({
    shop,
  }) => {
    await setRules(await shop.employee('owner'), {
      precautions: [
        { name: '螺栓复紧', words: '回店复查', days: 7, km: 100, forJobs: '摆臂', source: '本店' },
        { name: '新漆', words: '不洗车', days: 7, km: null, forJobs: '喷漆', source: '本店' },
      ],
    });
    const delivery = await Delivery.atReady(shop);
    expect(delivery.record.precautions).toEqual([
      { name: '螺栓复紧', words: '回店复查', days: 7, km: 100 },
    ]);
    const own = [{ name: '螺栓复紧', words: '开 100 公里后来复查，免费', days: 7, km: 100 }];
    expect(await delivery.save({ precautions: own })).toMatchObject({ precautions: own });
  });

  test('the same words twice are refused', async ({ shop }) => {
    const twice = setRules(await shop.employee('owner'), { checks: ['钥匙', '钥匙'] });
    await expect(twice).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/checks/1', code: 'delivery_words_twice' }],
    });
  });

  test('ARC-03 the next service is what the reminders reckon after this visit', async ({
    shop,
  }) => {
    const delivery = await Delivery.atCheckedIn(shop);
    const { vehicleId } = delivery.visit;
    const owner = await shop.employee('owner');
    const { version } = await owner.call(vehicleRoutes.read, { params: { vehicleId } });
    const body = { intervalMonths: 6, intervalKm: 10_000 };
    await owner.call(vehicleRoutes.change, { params: { vehicleId }, body }, { version });
    await delivery.compare();
    await delivery.check();
    await delivery.walk();
    const { nextService } = await delivery.sign();
    expect(nextService.km).toBe(62_310);
    const vehicle = await owner.call(vehicleRoutes.read, { params: { vehicleId } });
    expect(vehicle).toMatchObject({ nextDueOn: nextService.on, nextDueKm: nextService.km });
  });
});

test('art. 32 the delivery sheet says what differed, the certificate and what to mind', async ({
  shop,
}) => {
  const delivery = await Delivery.atCheckedIn(shop);
  await delivery.compare(scratched);
  await delivery.photograph('outside');
  await delivery.check();
  await delivery.walk();
  await delivery.sign();
  const url = `/api/v1/delivery-packs/${delivery.record.id}/sheet.pdf`;
  const headers = { cookie: delivery.by.cookie };
  const reply = await shop.http.inject({ method: 'GET', url, headers });
  const { pages } = await readPdf(reply.rawPayload);
  const { certificate } = delivery.record;
  for (const said of ['交车单', '右后门新划痕 4 cm', '有差异', certificate!.number, '客户放弃']) {
    expect(pages.join('')).toContain(compact(said));
  }
});

test('a workshop hand may read a delivery and not write it', async ({ shop }) => {
  const delivery = await Delivery.atReady(shop);
  const { technician } = delivery.visit;
  const { params } = delivery;
  expect(await technician.call(routes.read, { params })).toMatchObject({ state: 'open' });
  await expect(technician.call(routes.check, { params })).rejects.toMatchObject({ status: 403 });
});

test('the order tells how far its delivery is', async ({ shop }) => {
  const delivery = await Delivery.atReady(shop);
  await delivery.save({ answers: [scratched] });
  const params = { orderId: delivery.visit.order.id };
  expect(await delivery.by.call(routes.ofOrder, { params })).toEqual({
    isRequired: false,
    pack: { id: delivery.record.id, state: 'open', differences: 1 },
  });
  expect(await delivery.by.call(serviceOrderRoutes.read, { params })).toMatchObject({
    state: 'ready',
  });
});

describe('WSH-08 nobody is told to fetch a car that was not looked at', () => {
  test('WSH-08 the message that a car is ready is held back until outside and belongings are checked', async ({
    shop,
  }) => {
    const delivery = await Delivery.atReady(shop);
    const { by, visit } = delivery;
    const writer = await shop.employee('owner');
    const words = { purpose: 'service', channel: 'sms', language: 'zh-CN' } as const;
    const send = async (occasion: '' | 'carReady') => {
      const name = occasion === '' ? '一般通知' : '通知取车';
      const body = { ...words, name, occasion, body: '{称呼}，您的{车牌}有消息。' };
      const { id: templateId } = await writer.call(templateRoutes.add, { body });
      await writer.call(templateRoutes.ask, { params: { templateId } });
      const second = await shop.employee('owner');
      await second.call(templateRoutes.approve, { params: { templateId } });
      const params = { customerId: visit.customerId };
      return () => by.call(templateRoutes.send, { params, body: { templateId } });
    };
    const [ready, other] = [await send('carReady'), await send('')];
    await expect(ready()).rejects.toMatchObject({ status: 409, code: 'delivery_not_checked' });
    expect((await other()).customerId).toBe(visit.customerId);
    await delivery.compare();
    await delivery.check();
    expect((await ready()).body).toContain('有消息');
  });
});
