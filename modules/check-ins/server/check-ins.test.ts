import pg from 'pg';
import { describe, expect, inject } from 'vitest';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { checkInRoutes as routes } from '../contract.ts';
import { picture, Reception, usual } from './check-ins.fixture.ts';

describe('writing at the car', () => {
  test('WSH-01 a check-in is a record from the first tap; whoever taps again goes on with it', async ({
    shop,
  }) => {
    const { record, visit } = await Reception.begin(shop);
    expect(record).toMatchObject({
      state: 'open',
      vehicle: { id: visit.vehicleId, mileageKm: 50_000 },
      customer: { id: visit.customerId, name: '欧阳思远' },
      lacking: ['words', 'mileage', 'walkRound'],
    });
    const other = await shop.employee('advisor');
    const again = await other.call(routes.begin, { body: { vehicleId: visit.vehicleId } });
    expect(again.id).toBe(record.id);
    const { items } = await other.call(routes.list, { query: {} });
    expect(items).toMatchObject([{ id: record.id, beganByName: visit.advisor.name }]);
  });

  test('WSH-01 a field saves itself and leaves the others; what was not seen is not overwritten', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    const { version } = reception.record;
    await reception.save({ customerWords: '刹车响' });
    const { content } = await reception.save({ mileageKm: 52_000 });
    expect(content).toMatchObject({ customerWords: '刹车响', mileageKm: 52_000 });
    await expect(reception.save({ customerWords: '别的' }, version)).rejects.toMatchObject({
      status: 412,
    });
  });

  test('WSH-01 history and refused work stand beside the request', async ({ shop }) => {
    const { visit } = await (async () => {
      const reception = await Reception.begin(shop);
      await reception.save();
      await reception.sign();
      return reception;
    })();
    visit.order = await visit.advisor.call(serviceOrderRoutes.read, {
      params: { orderId: await orderOfCar(visit) },
    });
    await visit.inspect();
    await visit.estimate();
    await visit.approve(['更换右前下摆臂']);
    await visit.start();
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    await visit.settle();
    await visit.deliver();
    await shop.forward(1 / 60);
    const body = { vehicleId: visit.vehicleId };
    const next = await visit.advisor.call(routes.begin, { body });
    expect(next.arrival?.refused).toEqual([{ description: '更换右前下摆臂', reason: '下次再说' }]);
    expect(next.arrival?.guarantee).toMatchObject({ orderId: visit.order.id });
    expect(next.earlier).toMatchObject([
      { id: visit.order.id, customerWords: usual.customerWords },
    ]);
  });

  test('WSH-03 a number on the drawing stands for one mark', async ({ shop }) => {
    const reception = await Reception.begin(shop);
    const [mark] = usual.marks;
    await expect(
      reception.save({ marks: [mark, mark] as typeof usual.marks }),
    ).rejects.toMatchObject({
      code: 'mark_number_twice',
    });
  });

  test('WSH-03 a photo that is sent again is one photo, and can be taken out until the signature', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    const body = { fileId: await picture(reception.advisor), markNumber: 1 };
    const { params } = reception;
    await reception.advisor.call(routes.addPhoto, { params, body });
    const { photos, version } = await reception.advisor.call(routes.addPhoto, { params, body });
    expect(photos).toMatchObject([{ fileId: body.fileId, markNumber: 1 }]);
    const left = await reception.advisor.call(
      routes.removePhoto,
      { params: { ...params, photoId: photos[0]!.id } },
      { version },
    );
    expect(left.photos).toEqual([]);
  });

  test('WSH-13 how he asked and how the car comes stand on record and on paper', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    const { content } = await reception.save({ asked: 'phone', arrival: 'pickedUp' });
    expect(content).toMatchObject({ asked: 'phone', arrival: 'pickedUp' });
    const path = `/check-ins/${reception.record.id}/sheet.pdf`;
    const { pages } = await readPdf((await reception.advisor.raw('GET', path)).rawPayload);
    expect(pages[0]).toContain(compact('上门接车 · 电话'));
  });

  test('WSH-01 one that is abandoned says why and is over', async ({ shop }) => {
    const reception = await Reception.begin(shop);
    const { params, advisor } = reception;
    const body = { reason: '客户赶时间，改天再来' };
    const left = await advisor.call(routes.abandon, { params, body });
    expect(left).toMatchObject({ state: 'abandoned', abandonReason: body.reason });
    await expect(reception.save({ valuables: '伞' }, left.version)).rejects.toMatchObject({
      code: 'check_in_closed',
    });
    const { items } = await advisor.call(routes.list, { query: { state: 'abandoned' } });
    expect(items).toMatchObject([{ id: left.id, abandonReason: body.reason }]);
  });
});

const orderOfCar = async ({ advisor, vehicleId }: Reception['visit']): Promise<string> => {
  const { items } = await advisor.call(serviceOrderRoutes.list, { query: { vehicleId } });
  return items[0]!.id;
};

describe('the signature', () => {
  test('WSH-04 makes the order, with the customer’s words, the reading and the papers', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    await reception.save({ ...usual, promisedAt: '2026-11-21T12:00:00.000Z' });
    await reception.photograph({ markNumber: 1 });
    const { order, signature } = await reception.sign();
    const orderId = order!.id;
    const made = await reception.advisor.call(serviceOrderRoutes.read, { params: { orderId } });
    expect(made).toMatchObject({
      number: order!.number,
      state: 'received',
      customerWords: usual.customerWords,
      mileageKm: usual.mileageKm,
      fuelEighths: 5,
      promisedAt: '2026-11-21T12:00:00.000Z',
      advisorId: reception.advisor.id,
    });
    expect(made.papers.map(({ kind, caption }) => [kind, caption]).sort()).toEqual([
      ['photo', '1 左前门 6 cm'],
      ['signature', '报修单签字'],
    ]);
    expect(signature?.signedBy).toBe('欧阳思远');
    const ofOrder = await reception.advisor.call(routes.list, { query: { orderId } });
    expect(ofOrder.items.map(({ id }) => id)).toEqual([reception.record.id]);
  });

  test('WSH-03 nothing is signed before words, reading and walk-round are there', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    const refusal = await reception.sign().catch((problem) => problem);
    expect(refusal).toMatchObject({ status: 422, code: 'check_in_incomplete' });
    expect(refusal.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/customerWords',
      '/mileageKm',
      '/isWalkedRound',
    ]);
    await reception.save({ customerWords: '保养', mileageKm: 52_000, isWalkedRound: true });
    expect((await reception.sign()).state).toBe('signed');
  });

  test('WSH-03 a mileage lower than last time is asked for its reason', async ({ shop }) => {
    const reception = await Reception.begin(shop);
    const { lacking } = await reception.save({ ...usual, mileageKm: 49_000 });
    expect(lacking).toEqual(['mileageReason']);
    await expect(reception.sign()).rejects.toMatchObject({ code: 'check_in_incomplete' });
    await reception.save({ mileageReason: '上次抄错了' });
    expect((await reception.sign()).order).not.toBeNull();
  });

  test('WSH-04 a list of accessories is signed by itself', async ({ shop }) => {
    const reception = await Reception.begin(shop);
    const accessories = [{ item: '备胎', count: 1, state: 'used' as const }];
    await reception.save({ ...usual, accessories });
    await expect(reception.sign()).rejects.toMatchObject({ code: 'accessory_signature_needed' });
    const { signature } = await reception.sign({
      accessoryFileId: await picture(reception.advisor),
    });
    expect(signature?.accessoryFileId).not.toBeNull();
  });

  test('WSH-01 all of it or nothing: where the order cannot be made, nothing is signed', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    await reception.save();
    await reception.visit.receive();
    await expect(reception.sign()).rejects.toMatchObject({ code: 'vehicle_here_already' });
    const { params, advisor } = reception;
    expect(await advisor.call(routes.read, { params })).toMatchObject({
      state: 'open',
      signature: null,
      content: { customerWords: usual.customerWords },
    });
  });

  test('WSH-04 what is signed changes no more; a correction stands beside it with its reason', async ({
    shop,
  }) => {
    const reception = await Reception.begin(shop);
    await reception.save();
    await reception.photograph();
    const { version, photos, content } = await reception.sign();
    const { params, advisor } = reception;
    await expect(reception.save({ valuables: '伞' }, version)).rejects.toMatchObject({
      code: 'check_in_closed',
    });
    await expect(reception.photograph()).rejects.toMatchObject({ code: 'check_in_closed' });
    const photo = { params: { ...params, photoId: photos[0]!.id } };
    await expect(advisor.call(routes.removePhoto, photo, { version })).rejects.toMatchObject({
      code: 'check_in_closed',
    });
    await expect(reception.sign()).rejects.toMatchObject({ code: 'check_in_closed' });
    const body = { words: '划痕在右前门', reason: '记反了左右' };
    const corrected = await reception.correct(body);
    expect(corrected.corrections).toMatchObject([{ ...body, byName: advisor.name }]);
    expect(corrected.content).toEqual(content);
  });

  test('WSH-04 D-12 the database itself gives up nothing that was signed', async ({ shop }) => {
    const reception = await Reception.begin(shop);
    await reception.save();
    await reception.photograph();
    await reception.sign();
    const app = new pg.Client(inject('databases').app as pg.ClientConfig);
    await app.connect();
    try {
      await app.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
      const touched = async (sql: string) => (await app.query(sql)).rowCount;
      expect(await touched(`update signed_check_ins set content = '{}'`)).toBe(0);
      expect(await touched(`update check_in_photos set caption = '改'`)).toBe(0);
      expect(await touched('delete from check_in_photos')).toBe(0);
      await expect(app.query('delete from signed_check_ins')).rejects.toMatchObject({
        code: '42501',
      });
      await expect(app.query('update signed_check_ins set at = now()')).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await app.end();
    }
  });

  test('WSH-04 the paper is made twice, with drawing, marks and signature', async ({ shop }) => {
    const reception = await Reception.begin(shop);
    const accessories = [{ item: '备胎', count: 1, state: 'used' as const }];
    await reception.save({ ...usual, accessories });
    await reception.photograph({ markNumber: 1 });
    const { order } = await reception.sign({ accessoryFileId: await picture(reception.advisor) });
    const path = `/check-ins/${reception.record.id}/sheet.pdf`;
    const reply = await reception.advisor.raw('GET', path);
    expect(reply.statusCode).toBe(200);
    const { pages } = await readPdf(reply.rawPayload);
    expect(pages).toHaveLength(4);
    for (const [at, said] of [
      [0, '客户联'],
      [0, usual.customerWords],
      [0, '左前门 6 cm'],
      [1, '附件交接清单'],
      [1, '备胎'],
      [2, '存根联'],
      [2, order!.number],
      [3, '备胎'],
    ] as const) {
      expect(pages[at]).toContain(compact(said));
    }
  });
});
