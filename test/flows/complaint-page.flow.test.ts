import sharp from 'sharp';
import { test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk } from './support.ts';

const place = { visit: '' };
let desk: Caller;

const site = siteForThisFile(async (opened) => {
  desk = await opened.setUp();
  const { vehicleId } = await desk(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const { id: orderId } = await desk(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '过坎时右前有响声', mileageKm: 42_300 },
  });
  const { url } = await desk(orderLinkRoutes.makeLink, { params: { orderId }, body: {} });
  place.visit = new URL(url).pathname + new URL(url).hash;
});

/** A picture as a telephone's camera gives one. */
const photo = async () => ({
  name: '现场.png',
  mimeType: 'image/png',
  buffer: await sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: 90, g: 120, b: 60 } },
  })
    .png()
    .toBuffer(),
});

test('CAR-07 CMP-07 CMP-12 a customer complains on his phone, the house offers, he follows and accepts', async () => {
  let follow = '';
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.visit);
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.keyboard.press('Enter');
    await page.getByText('不满意？投诉或提意见').click();
    await page.getByLabel('关于').selectOption({ label: '等得太久' });
    await page.getByLabel('发生了什么').fill('说好三点交车，五点还没有人跟我说一声。');
    await page.getByLabel('加一张照片').setInputFiles(await photo());
    await page.getByText('已加上照片').waitFor();
    await picture('complaint-page-complain');
    await page.getByRole('button', { name: '提交投诉' }).click();
    await page.getByText('已登记，编号').waitFor();
    await picture('complaint-page-complained');
    await page.getByRole('button', { name: '查看处理进度' }).click();
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.keyboard.press('Enter');
    await page.getByText('门店最迟').waitFor();
    await picture('complaint-page-first');
    // The order that it came from is still held here, with its step-up.
    await page.getByRole('button', { name: /^我的车/ }).click();
    await page.getByText('不满意？投诉或提意见').waitFor();
    await picture('complaint-page-back');
    await page.getByRole('button', { name: /^我的投诉/ }).click();
    await page.getByText('门店最迟').waitFor();
  });
  const { items } = await desk(complaintRoutes.list, {});
  const params = { complaintId: items[0]!.id };
  await desk(complaintRoutes.acknowledge, { params, body: { words: '已致电道歉' } });
  await desk(complaintRoutes.investigate, {
    params,
    body: {
      findings: '派工时没有告诉客户',
      causeKind: 'serviceProcess',
      cause: '沟通',
      responsibility: '前台',
    },
  });
  const dueAt = new Date(Date.now() + 48 * 3_600_000).toISOString();
  await desk(complaintRoutes.draftSolution, {
    params,
    body: {
      words: '工时费全免，下次保养送机滤。',
      remedies: [{ kind: 'labour', what: '免本次工时费', amountFen: 20_000, dueAt }],
    },
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/complaints/${params.complaintId}`);
    await page.getByRole('heading', { name: '客户页面' }).waitFor();
    await page.getByLabel('写给客户').fill('方案已经发到这一页，请您看一看。');
    await page.getByRole('button', { name: /发\s?送/ }).click();
    await page.getByText('方案已经发到这一页').waitFor();
    await picture('complaint-page-desk');
    await page.getByRole('button', { name: '发链接' }).click();
    // What goes out is seen first, as it will stand on his telephone.
    await page.locator('.link-phone').getByText('门店提出的方案').waitFor();
    await page.getByText('生成链接').click();
    follow = await page.locator('.link-url').innerText();
    await picture('complaint-page-link');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(new URL(follow).pathname + new URL(follow).hash);
    await page.getByLabel('手机号最后四位').fill('4567');
    await page.keyboard.press('Enter');
    await page.getByText('门店提出的方案').waitFor();
    await picture('complaint-page-offer');
    await page.getByRole('button', { name: '不接受' }).click();
    await page.getByText('请说明为什么不接受').waitFor();
    await page.getByRole('button', { name: '接受方案' }).click();
    await page.getByText('您已接受').waitFor();
    await page.getByLabel('补充情况或询问').fill('谢谢，周三来。');
    await page.getByRole('button', { name: '发送', exact: true }).click();
    await page.getByText('已发给门店').waitFor();
    await picture('complaint-page-accepted');
  });
});
