import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { peopleRoutes } from '#modules/people/contract.ts';
import { portalRoutes } from '#modules/portal/contract.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type Caller, enter, siteForThisFile, walk } from './support.ts';

const advisor = { username: 'linxiaodong', password: '雨后山里的石板路' };
const place = { orderId: '', url: '' };
let desk: Caller;

const lines = [
  {
    description: '二级维护',
    finding: '',
    labourFen: 27_000,
    parts: [
      {
        name: '机油滤清器',
        number: '',
        origin: 'original',
        quantityThousandths: 1000,
        unit: '个',
        unitFen: 8_600,
      },
    ],
  },
  {
    description: '更换右前下摆臂',
    finding: '胶套开裂，过坎有异响，继续行驶会磨损轮胎',
    labourFen: 32_400,
    partsFen: 89_000,
  },
  { description: '天窗排水管疏通', finding: '', labourFen: 9_000, payer: 'warranty' },
] as const;

const site = siteForThisFile(async (opened) => {
  const owner = await opened.setUp();
  await owner(peopleRoutes.addEmployee, {
    body: { name: '林晓东', post: '服务顾问', roleKeys: ['advisor'], ...advisor },
  });
  desk = await opened.signIn(advisor.username, advisor.password);
  const { vehicleId } = await desk(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const { id: orderId } = await desk(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '过坎时右前有响声', mileageKm: 42_300 },
  });
  const params = { orderId };
  const findings = [{ item: '右前下摆臂', light: 'red', note: '胶套开裂' }] as const;
  await desk(serviceOrderRoutes.inspect, {
    params,
    body: { methods: ['look', 'roadTest'], findings: [...findings], grade: 'secondary' },
  });
  await desk(serviceOrderRoutes.estimate, {
    params,
    body: {
      lines: lines.map((line) => ({ ...line, parts: 'parts' in line ? [...line.parts] : [] })),
    },
  });
  const { url } = await desk(orderLinkRoutes.makeLink, { params, body: {} });
  Object.assign(place, { orderId, url: new URL(url).pathname + new URL(url).hash });
});

/** Counts what the desk's computer would play. */
const countSounds = () => {
  const heard = globalThis as { sounds?: number };
  heard.sounds = 0;
  globalThis.AudioContext = class extends AudioContext {
    constructor() {
      super();
      heard.sounds = (heard.sounds ?? 0) + 1;
    }
  };
};
const soundsOn = (page: Page) =>
  page.evaluate(() => (globalThis as { sounds?: number }).sounds ?? 0);

/** Signs by keyboard alone: the name, and the button that writes it into the field. */
async function sign(page: Page): Promise<void> {
  await page.getByLabel('签字人姓名').fill('单小红');
  await page.getByText('用姓名代替手写').press('Enter');
}

test('CAR-07 WSH-12 customer and desk side by side: a question, an answer, a changed price, a signature', async () => {
  const params = () => ({ orderId: place.orderId });
  await walk(site(), 'desk', async (atDesk, deskPicture) => {
    await enter(atDesk, advisor.username, advisor.password);
    await atDesk.addInitScript(countSounds);
    await atDesk.goto(`/service-orders/${place.orderId}`);
    await atDesk.getByText('客户链接').click();
    await atDesk.getByText('客户看到的页面').waitFor();
    await atDesk.getByText('逐项选择，选完签字。没有您的同意不会施工。').waitFor();
    await deskPicture('portal-preview');
    await atDesk.keyboard.press('Escape');
    await walk(site(), 'phone', async (onPhone, phonePicture) => {
      await onPhone.goto(place.url);
      await onPhone.getByLabel('手机号最后四位').waitFor();
      await phonePicture('portal-before-code');
      await onPhone.getByLabel('手机号最后四位').fill('4567');
      await onPhone.keyboard.press('Enter');
      await onPhone.getByText('请确认报价').waitFor();
      const arm = onPhone.locator('fieldset', { hasText: '更换右前下摆臂' });
      await phonePicture('portal-asked');

      await arm.getByText('问一下').click();
      await arm.getByLabel('想问什么').fill('能再开半年吗？');
      await arm.getByText('发送').click();
      const answer = atDesk.getByLabel('答复', { exact: true });
      await atDesk.getByText('客户有问题').waitFor();
      await answer.waitFor();
      expect(await soundsOn(atDesk)).toBe(1);
      await deskPicture('portal-question');
      await answer.fill('不建议，会吃胎');
      await atDesk.getByText('发给客户').click();
      await onPhone.getByText('不建议，会吃胎').waitFor();
      // From here on the desk's computer keeps silent, and says all the same who answered.
      await atDesk.getByRole('button', { name: /^通知/ }).click();
      await atDesk.getByRole('button', { name: '提示音：开' }).click();
      await atDesk.getByRole('button', { name: '提示音：关' }).waitFor();
      await atDesk.keyboard.press('Escape');

      await onPhone.locator('label', { hasText: '同意' }).nth(0).click();
      await arm.getByText('不做', { exact: true }).click();
      await arm.getByLabel('不做的原因（可不填）').fill('下次');
      await onPhone.locator('fieldset', { hasText: '天窗' }).getByText('同意').click();
      await onPhone.getByText('¥356.00').last().waitFor();
      await sign(onPhone);
      await phonePicture('portal-chosen');

      const order = await desk(serviceOrderRoutes.read, { params: params() });
      const dearer = order.lines.map(
        ({ id, description, finding, labourFen, partsFen, payer, parts }) => ({
          ...{ id, description, finding, labourFen, partsFen, payer },
          parts: parts.map(({ listedFen: _, ...part }) => part),
        }),
      );
      dearer[0]!.labourFen += 1_000;
      await desk(serviceOrderRoutes.estimate, { params: params(), body: { lines: dearer } });
      await onPhone.getByText('¥366.00').first().waitFor();
      await onPhone.getByText('门店刚刚改了报价').waitFor();
      await phonePicture('portal-changed');
      for (const choice of await onPhone.getByText('同意', { exact: true }).all())
        await choice.click();
      await onPhone.getByText('¥1,580.00').waitFor();
      await sign(onPhone);
      await onPhone.getByText('签字并提交').click();
      await onPhone.getByText('准备施工').first().waitFor();
      await atDesk.getByText('客户已答复报价').waitFor();
      expect(await soundsOn(atDesk)).toBe(1);
      await phonePicture('portal-answered');
      await atDesk.locator('.portal-signed summary').click();
      await deskPicture('portal-signed');

      await onPhone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await onPhone.context().setOffline(true);
      await onPhone.reload();
      await onPhone.getByText('暂时连不上').waitFor();
      await onPhone.getByText('准备施工').first().waitFor();
      await phonePicture('portal-offline');
      await onPhone.context().setOffline(false);
      await onPhone.getByText('暂时连不上').waitFor({ state: 'detached' });

      await onPhone.getByText('English').click();
      await onPhone.getByText('About to begin').first().waitFor();
      await phonePicture('portal-english');
      await onPhone.setViewportSize({ width: 320, height: 640 });
      await phonePicture('portal-narrow');
    });
    const { signings } = await desk(portalRoutes.page, { params: params() });
    expect(signings).toMatchObject([{ signedBy: '单小红', sumFen: 1_580_00 }]);
  });
});

test('CAR-07 the first view of the page weighs no more than 60 KB of script', () => {
  const out = process.env.WEB_DIR ?? resolve(import.meta.dirname, '../../dist/web');
  const manifest = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8')) as Record<
    string,
    { file: string; imports?: string[] }
  >;
  const seen = new Set<string>();
  const take = (key: string) => {
    if (seen.has(key) || !manifest[key]) return;
    seen.add(key);
    for (const needed of manifest[key].imports ?? []) take(needed);
  };
  take('link.html');
  const bytes = [...seen]
    .filter((key) => manifest[key]!.file.endsWith('.js'))
    .map((key) => readFileSync(`${out}/${manifest[key]!.file}.br`).length)
    .reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
});
