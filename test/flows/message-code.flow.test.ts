import { afterAll, expect, test } from 'vitest';
import { keyId, SmsPeer, secret } from '#modules/messages/server/sms-peer.fixture.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { dataLinkRoutes } from '#modules/shop-page/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const peer = new SmsPeer();
afterAll(() => peer.close());
const phone = '13871234567';
const place = { endpoint: '', visit: '', data: '' };
const pathOf = (url: string) => new URL(url).pathname + new URL(url).hash;

const site = siteForThisFile(async (opened) => {
  place.endpoint = await peer.open();
  const call = await opened.setUp();
  const { vehicleId, customerId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', customerName: '单小红', phone, model: '秦PLUS' },
  });
  const { id: orderId } = await call(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '过坎时右前有响声', mileageKm: 42_300 },
  });
  const params = { orderId };
  await call(serviceOrderRoutes.inspect, {
    params,
    body: { methods: ['look'], findings: [], grade: 'secondary' },
  });
  await call(serviceOrderRoutes.estimate, {
    params,
    body: { lines: [{ description: '二级维护', labourFen: 27_000, parts: [] }] },
  });
  place.visit = pathOf((await call(orderLinkRoutes.makeLink, { params, body: {} })).url);
  const data = await call(dataLinkRoutes.makeLink, {
    params: { customerId: customerId! },
    body: {},
  });
  place.data = pathOf(data.url);
});

const lastCode = () => String((peer.to(phone).at(-1)!.values as { code: string }).code);

test('CAR-07 D-41 the shop sends codes: who signs or sees his data shows one from his telephone', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto('/settings/sms');
    await page.getByLabel('接口地址').fill(place.endpoint);
    await page.getByLabel('AccessKey ID').fill(keyId);
    await page.getByLabel('AccessKey Secret').fill(secret);
    await page.getByLabel('短信签名').fill('景明汽修');
    await page.getByLabel('验证码模板号').fill('SMS_777');
    await picture('message-code-settings');
    await page
      .getByRole('button', { name: /保\s?存/ })
      .first()
      .click();
    await page.getByText('已保存，等待短信通道的消息现在发出').waitFor();
  });
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.visit);
    await page.getByLabel('手机号最后四位').fill(phone.slice(-4));
    await page.keyboard.press('Enter');
    await page.getByText('请确认报价').waitFor();
    await page.getByText('同意', { exact: true }).click();
    await page.getByLabel('签字人姓名').fill('单小红');
    await page.getByText('用姓名代替手写').click();
    await page.getByText('签字并提交').click();
    await page.getByText('请先发送验证码，再输入收到的六位数字').waitFor();
    await picture('message-code-asked');
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByText('已发到 138****4567').waitFor();
    await page.getByRole('button', { name: /秒后可重新发送/ }).waitFor();
    await page.getByLabel('短信验证码').fill(lastCode() === '111111' ? '222222' : '111111');
    await page.getByText('签字并提交').click();
    await page.getByText('验证码不对').waitFor();
    await picture('message-code-wrong');
    await page.getByLabel('短信验证码').fill(lastCode());
    await page.getByText('签字并提交').click();
    await page.getByText('已同意的费用').waitFor();
    await picture('message-code-signed');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(place.data);
    await page.getByRole('button', { name: '发送验证码' }).waitFor();
    expect(await page.textContent('body')).not.toContain('单小红');
    await picture('message-code-my-data');
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByText('已发到 138****4567').waitFor();
    await page.getByLabel('短信验证码').fill(lastCode());
    await page.keyboard.press('Enter');
    await page.getByText('单小红，您好').waitFor();
  });
});
