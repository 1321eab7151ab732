import { describe, expect } from 'vitest';
import { priceRoutes } from '#modules/prices/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { staffingRoutes } from '#modules/staffing/contract.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { inspectionRoutes as routes } from '../contract.ts';
import { green, publishTemplate, Sheet } from './inspections.fixture.ts';

const orderOf = ({ visit }: Sheet) =>
  visit.advisor.call(serviceOrderRoutes.read, { params: { orderId: visit.order.id } });

describe('intake inspection', () => {
  test('WSH-03 the sheet is begun once, by the template of the grade that the rule proposes', async ({
    shop,
  }) => {
    const sheet = await Sheet.atIntake(shop);
    expect(sheet.record).toMatchObject({
      kind: 'intake',
      grade: 'minor',
      proposal: { grade: 'minor', reason: 'orderIsRepair' },
      template: { name: '进厂检验（通用）', edition: 1 },
    });
    const again = await Sheet.begin(sheet.visit, 'intake', sheet.visit.advisor);
    expect(again.record.id).toBe(sheet.record.id);
    const regraded = await sheet.save({ grade: 'secondary' });
    expect(regraded.template.name).toBe('进厂检验（二级维护：维修前诊断）');
  });

  test('WSH-03 an item saves itself and leaves the others; what was not seen is not overwritten', async ({
    shop,
  }) => {
    const sheet = await Sheet.atIntake(shop);
    const { version } = sheet.record;
    const [first, second] = sheet.items;
    await sheet.save({ answers: [green(first!.key)] });
    const { answers } = await sheet.save({ answers: [{ ...green(second!.key), note: '旧伤' }] });
    expect(answers.map(({ key }) => key)).toEqual([first!.key, second!.key]);
    await expect(sheet.save({ answers: [green(first!.key)] }, version)).rejects.toMatchObject({
      status: 412,
    });
    const unknown = sheet.save({ answers: [green('nowhere')] });
    await expect(unknown).rejects.toMatchObject({ code: 'inspection_item_unknown' });
  });

  test('WSH-03 a reading off its limits is red, whoever says green', async ({ shop }) => {
    await publishTemplate(await shop.employee('owner'));
    const sheet = await Sheet.atIntake(shop);
    const { answers } = await sheet.save({ answers: [{ ...green('pads'), reading: 3.5 }] });
    expect(answers).toEqual([{ key: 'pads', light: 'red', reading: 3.5, note: '' }]);
  });

  test('WSH-03 nothing is left out: light, reading, words and the desk’s answer are asked for by name', async ({
    shop,
  }) => {
    await publishTemplate(await shop.employee('owner'));
    const sheet = await Sheet.atIntake(shop);
    await sheet.save({ answers: [green('pads'), { ...green('fluid'), light: 'yellow' }] });
    const question = await sheet.ask('fluid');
    expect(sheet.record.missing).toEqual([
      { key: 'pads', lack: 'reading' },
      { key: 'fluid', lack: 'note' },
      { key: 'fluid', lack: 'answer' },
    ]);
    await expect(sheet.finish()).rejects.toMatchObject({ code: 'inspection_incomplete' });
    await sheet.answer(question);
    await sheet.fill();
    expect(sheet.record.missing).toEqual([]);
    await sheet.finish();
    expect(sheet.record).toMatchObject({ state: 'signed', passed: true });
    const order = await orderOf(sheet);
    expect(order).toMatchObject({ state: 'inspected' });
    expect(order.inspections[0]).toMatchObject({
      gate: 'intake',
      grade: 'minor',
      methods: ['instrument', 'look'],
    });
  });

  test('WSH-03 a question tells the advisor of the order by the bell and is answered at the desk only', async ({
    shop,
  }) => {
    const sheet = await Sheet.atIntake(shop);
    const [first] = sheet.items;
    const inspectionQuestionId = await sheet.ask(first!.key);
    const { advisor, inspector } = sheet.visit;
    const list = await advisor.call(routes.ofOrder, { params: { orderId: sheet.visit.order.id } });
    expect(list.items[0]?.questions).toMatchObject([
      { id: inspectionQuestionId, item: first!.name, askedByName: inspector.name },
    ]);
    const params = { ...sheet.params, inspectionQuestionId };
    const own = inspector.call(routes.answer, { params, body: { answer: '冷车' } });
    await expect(own).rejects.toMatchObject({ status: 403 });
    await sheet.answer(inspectionQuestionId);
    const twice = advisor.call(routes.answer, { params, body: { answer: '热车' } });
    await expect(twice).rejects.toMatchObject({ code: 'inspection_question_answered' });
  });

  test('WSH-03 WSH-12 a red item puts its job from the price list before the desk, once, with what was found', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    await publishTemplate(owner);
    await aJob(owner);
    const sheet = await Sheet.atIntake(shop);
    await sheet.save({ answers: [{ ...green('pads'), reading: 3.5 }] });
    await expect(sheet.offer('fluid')).rejects.toMatchObject({ code: 'inspection_item_green' });
    await sheet.offer('pads');
    await expect(sheet.offer('pads')).rejects.toMatchObject({ code: 'inspection_offered' });
    const { lines } = await orderOf(sheet);
    expect(lines).toMatchObject([
      {
        origin: 'estimate',
        description: '更换前制动片',
        finding: '3.5 mm（≥ 4）',
        labourFen: 180_00,
        answer: 'open',
        listed: { code: 'BRAKE-F', labourFen: 180_00 },
      },
    ]);
    expect(sheet.record.offered).toEqual(['pads']);
  });

  test('WSH-05 once the work has begun, what is put before the desk is an additional item', async ({
    shop,
  }) => {
    await publishTemplate(await shop.employee('owner'));
    const sheet = await Sheet.atIntake(shop);
    await sheet.fill({ ...green('fluid'), light: 'yellow', note: '发黑' });
    await sheet.finish();
    const { visit } = sheet;
    await visit.estimate();
    await visit.approve();
    await visit.start();
    await sheet.offer('fluid');
    const { lines, waitingFor } = await orderOf(sheet);
    expect(waitingFor).toBe('customer');
    expect(lines.at(-1)).toMatchObject({
      origin: 'additional',
      description: '制动液',
      finding: '发黑',
      answer: 'open',
    });
  });

  test('WSH-03 a photo that is sent again is one photo, and can be taken out until the signature', async ({
    shop,
  }) => {
    const sheet = await Sheet.atIntake(shop);
    const [first] = sheet.items;
    const fileId = await sheet.photograph(first!.key);
    const { params } = sheet;
    const body = { fileId, itemKey: first!.key };
    const { photos, version } = await sheet.by.call(routes.addPhoto, { params, body });
    expect(photos).toMatchObject([{ fileId, itemKey: first!.key }]);
    const inspectionPhotoId = photos[0]!.id;
    const left = await sheet.by.call(
      routes.removePhoto,
      { params: { ...params, inspectionPhotoId } },
      { version },
    );
    expect(left.photos).toEqual([]);
  });
});

describe('final inspection', () => {
  test('WSH-08 every job of the order is an item by itself; a pass issues the certificate', async ({
    shop,
  }) => {
    const sheet = await Sheet.atFinal(shop);
    const [jobs] = sheet.record.sections;
    expect(jobs!.items.map(({ name }) => name)).toEqual([
      '二级维护',
      '更换右前下摆臂',
      '天窗排水管疏通',
    ]);
    expect(sheet.record.template.name).toBe('出厂检验（二级维护：竣工检验）');
    await expect(sheet.finish()).rejects.toMatchObject({ code: 'inspection_incomplete' });
    await sheet.fill();
    await sheet.save({ note: '前 200 公里避免急刹' });
    await sheet.finish({ passed: true, guaranteeDays: 60 });
    const order = await orderOf(sheet);
    expect(order).toMatchObject({ state: 'ready', certificate: { guaranteeDays: 60 } });
    const last = order.inspections.at(-1)!;
    expect(last).toMatchObject({ gate: 'final', passed: true, note: '前 200 公里避免急刹' });
    expect(last.findings).toContainEqual({ item: '前制动片厚度', light: 'green', note: '10 mm' });
  });

  test('WSH-08 a red item cannot pass; it sends the car back with its reason', async ({ shop }) => {
    const sheet = await Sheet.atFinal(shop);
    const [job] = sheet.items;
    await expect(sheet.finish({ passed: false })).rejects.toMatchObject({
      code: 'inspection_no_red',
    });
    await sheet.fill({ ...green(job!.key), light: 'red', note: '机油滤芯渗油' });
    await expect(sheet.finish()).rejects.toMatchObject({ code: 'inspection_is_red' });
    await sheet.finish({ passed: false });
    expect(sheet.record).toMatchObject({ state: 'signed', passed: false });
    const order = await orderOf(sheet);
    expect(order).toMatchObject({ state: 'inWork', certificate: null });
    expect(order.history.at(-1)).toMatchObject({
      step: 'sendBack',
      note: '二级维护：机油滤芯渗油',
    });
    const { visit } = sheet;
    await visit.check();
    const next = await Sheet.begin(visit, 'final');
    expect(next.record.id).not.toBe(sheet.record.id);
    expect(next.record.answers).toEqual([]);
  });

  test('WSH-08 only an inspector inspects what leaves, and not before the team has checked it', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    await visit.toWork();
    const early = Sheet.begin(visit, 'final');
    await expect(early).rejects.toMatchObject({ code: 'inspection_not_now' });
    await visit.doJobs();
    await visit.check();
    const byDesk = Sheet.begin(visit, 'final', visit.advisor);
    await expect(byDesk).rejects.toMatchObject({ status: 403 });
  });

  test('ORG-04 an inspector whose certificate has run out signs nothing until it is renewed', async ({
    shop,
  }) => {
    const sheet = await Sheet.atFinal(shop);
    await sheet.fill();
    const owner = await shop.employee('owner');
    const paper = {
      name: '机动车检验员证',
      number: '4404-1',
      issuer: '',
      issuedOn: '2020-01-01',
      fileId: null,
    };
    const params = { employeeId: sheet.by.id };
    const { id: certificateId } = await owner.call(staffingRoutes.addCertificate, {
      params,
      body: { ...paper, expiresOn: '2025-12-31' },
    });
    await expect(sheet.finish()).rejects.toMatchObject({ code: 'inspector_certificate_over' });
    await owner.call(staffingRoutes.renewCertificate, {
      params: { certificateId },
      body: {
        fileId: null,
        number: '4404-2',
        issuer: '',
        issuedOn: '2026-01-02',
        expiresOn: '2030-12-31',
      },
    });
    await sheet.finish();
    expect((await orderOf(sheet)).state).toBe('ready');
  });
});

const aJob = (owner: TestEmployee) =>
  owner.call(priceRoutes.add, {
    body: {
      kind: 'job',
      code: 'BRAKE-F',
      validFrom: '2026-01-01',
      name: '更换前制动片',
      standardHours: 100,
      hoursSource: 'maker',
      priceFen: 180_00,
    },
  });
