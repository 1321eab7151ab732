import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectionRoutes, templateRoutes } from '#modules/inspections/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { priceRoutes } from '#modules/prices/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, siteForThisFile, walk } from './support.ts';

const inspector = { username: 'chenguodong', password: '雨后山里的石板路' };
const technician = { username: 'zhangwei', password: '雨后山里的石板路' };
const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
let vehicleId = '';

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [name, role, post, person] of [
    ['陈国栋', 'inspector', '检验员', inspector],
    ['张伟', 'technician', '技师', technician],
    ['林晓东', 'advisor', '服务顾问', advisor],
  ] as const) {
    await call(peopleRoutes.addEmployee, { body: { name, post, roleKeys: [role], ...person } });
  }
  ({ vehicleId } = await call(vehicleRoutes.arrive, {
    body: {
      ...{ plate: '鄂A12345', customerName: '单小红', phone: '13871234567' },
      ...{ model: '大众 帕萨特', mileageKm: 42_000 },
    },
  }));
  await call(priceRoutes.add, {
    body: {
      ...{ kind: 'job', code: 'BRAKE-F', name: '更换前制动片', validFrom: '2026-01-01' },
      ...{ standardHours: 100, hoursSource: 'maker', priceFen: 180_00 },
    },
  });
  const look = { method: 'look', unit: '', low: null, high: null, jobCode: '' } as const;
  const pads = {
    method: 'instrument',
    unit: 'mm',
    low: 4,
    high: null,
    jobCode: 'BRAKE-F',
  } as const;
  const { id, version } = await call(templateRoutes.draft, {
    body: {
      ...{ kind: 'intake', grade: '', vehicleType: '' },
      ...{ name: '进厂检验（本店）', source: '车型维修手册 2024 版' },
      sections: [
        {
          title: '发动机舱',
          items: [
            { key: 'fluids', name: '油液液位与品质', ...look },
            { key: 'leaks', name: '渗漏', ...look },
          ],
        },
        { title: '制动', items: [{ key: 'pads', name: '前制动片厚度', ...pads }] },
      ],
    },
  });
  const params = { inspectionTemplateId: id! };
  await call(templateRoutes.publish, { params }, { version: version! });
});

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const photo = async () => ({
  name: 'IMG_0002.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#47606b' } })
    .jpeg()
    .toBuffer(),
});

test('WSH-03 WSH-08 intake by thumb, for a while without a connection; a red item becomes a line; item by item out again', async () => {
  const desk = await site().signIn(advisor.username, advisor.password);
  const order = await desk(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '刹车时有尖叫声', mileageKm: 42_300 },
  });
  const params = { orderId: order.id };
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, inspector.username, inspector.password);
    await page.goto(`/service-orders/${order.id}`);
    await press(page, '开始进厂检验');
    await page.waitForURL(/inspection-sheets\/[0-9a-f-]{36}$/);
    const inspectionSheetId = page.url().split('/').at(-1)!;
    await page.getByText('还有 3 处').waitFor();
    await picture('inspection-begun');
    await press(page, '本段其余全部合格');
    await page.getByText('还有 1 处').waitFor();
    await page.getByText('已保存').waitFor();

    await page.context().setOffline(true);
    await page.getByLabel('前制动片厚度 读数').fill('3.5');
    await page.getByLabel('前制动片厚度 看到了什么').fill('内侧偏磨');
    await page.getByText('超出限值').waitFor();
    await page.getByLabel('前制动片厚度 拍照').setInputFiles(await photo());
    await press(page, '用这张');
    await page.getByText('1 张照片等待上传').waitFor();
    await page.getByText('连不上，已存在本机').waitFor();
    await picture('inspection-offline');
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByAltText('照片 1').waitFor();
    await page.getByRole('button', { name: '报给前台' }).click();
    await page.getByText('已报前台').first().waitFor();
    await picture('inspection-red');

    await page.getByRole('button', { name: '问前台' }).first().click();
    await page.getByLabel('有什么不清楚').fill('尖叫声是冷车还是热车？');
    await press(page, '发出');
    await page.getByText('已问前台，待答复').waitFor();
    await page.getByRole('button', { name: '还有 1 处' }).waitFor();
    const { questions } = await desk(inspectionRoutes.read, { params: { inspectionSheetId } });
    await desk(inspectionRoutes.answer, {
      params: { inspectionSheetId, inspectionQuestionId: questions[0]!.id },
      body: { answer: '只在冷车' },
    });
    await page.getByText('只在冷车').waitFor();
    await press(page, '签字完成');
    await page.getByText('已完成').waitFor();
    await picture('inspection-signed');

    const inspected = await desk(serviceOrderRoutes.read, { params });
    expect(inspected).toMatchObject({ state: 'inspected' });
    expect(inspected.lines).toMatchObject([
      { description: '更换前制动片', labourFen: 180_00, finding: '3.5 mm（≥ 4），内侧偏磨' },
    ]);
    const [line] = inspected.lines;
    const lines = [{ id: line!.id, description: line!.description, labourFen: 180_00 }];
    await desk(serviceOrderRoutes.estimate, { params, body: { lines } });
    const lineId = line!.id;
    await desk(serviceOrderRoutes.approve, {
      params,
      body: { answers: [{ lineId, answer: 'approved' }], answeredBy: '单小红', how: 'phone' },
    });
    const hand = await site().signIn(technician.username, technician.password);
    await hand(serviceOrderRoutes.start, { params, body: {} });
    await hand(serviceOrderRoutes.markDone, {
      params: { ...params, lineId },
      body: { done: true },
    });
    await hand(serviceOrderRoutes.selfCheck, { params, body: { passed: true } });
    await hand(serviceOrderRoutes.teamCheck, { params, body: { passed: true } });

    await page.goto(`/service-orders/${order.id}`);
    await press(page, '开始出厂检验');
    await page.getByRole('region', { name: '工单项目' }).getByText('更换前制动片').waitFor();
    await picture('inspection-final');
    for (const section of ['工单项目', '出厂前']) {
      const region = page.getByRole('region', { name: section });
      await region.getByRole('button', { name: '本段其余全部合格' }).click();
    }
    await page.getByLabel('使用注意事项（交车时告知客户）').fill('前 200 公里避免急刹');
    await page.getByText('已保存', { exact: true }).waitFor();
    await press(page, '合格，签发合格证');
    await page.getByText('陈国栋 签字').waitFor();
    const ready = await desk(serviceOrderRoutes.read, { params });
    expect(ready).toMatchObject({ state: 'ready', certificate: { inspectorName: '陈国栋' } });
    await picture('inspection-final-signed');
  });
});
