import { expect, test } from 'vitest';
import { matterRoutes } from '#modules/follow-ups/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes as orders } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { pressBy } from './keys.ts';
import { type Caller, enter, owner, siteForThisFile, walk } from './support.ts';

const agent = { username: 'limei', password: '雨后山里的石板路' };
const workers = [
  ['linxiaodong', '林晓东', 'advisor'],
  ['zhaogang', '赵刚', 'technician'],
  ['qianjin', '钱进', 'inspector'],
] as const;

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  const { password } = agent;
  await call(peopleRoutes.addEmployee, {
    body: { name: '李梅', post: '客服专员', roleKeys: ['followUpAgent'], ...agent },
  });
  const crew: Caller[] = [];
  for (const [username, name, role] of workers) {
    const body = { name, post: name, roleKeys: [role], username, password };
    await call(peopleRoutes.addEmployee, { body });
    crew.push(await site.signIn(username, password));
  }
  const customer = { customerName: '单小红', phone: '13871234567', model: '秦PLUS' };
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', ...customer },
  });
  await delivered(crew as [Caller, Caller, Caller], vehicleId);
  const { now } = await call(peopleRoutes.session, {});
  await site.moveTo(new Date(Date.parse(now) + 60_000).toISOString());
  await site.moveTo(new Date(Date.parse(now) + 5 * 86_400_000).toISOString());
});

/** From the desk through the workshop and back to the customer. */
async function delivered(
  [advisor, technician, inspector]: [Caller, Caller, Caller],
  vehicleId: string,
): Promise<void> {
  const words = { customerWords: '刹车有异响', mileageKm: 42_000 };
  const { id: orderId } = await advisor(orders.receive, { body: { vehicleId, ...words } });
  const params = { orderId };
  await advisor(orders.inspect, {
    params,
    body: { methods: ['look'], findings: [], grade: 'minor' },
  });
  const lines = [{ description: '更换前制动片', labourFen: 10_000, partsFen: 35_000 }];
  const order = await advisor(orders.estimate, { params, body: { lines } });
  const answers = order.lines.map(({ id: lineId }) => ({ lineId, answer: 'approved' as const }));
  await advisor(orders.approve, {
    params,
    body: { answers, answeredBy: '单小红', how: 'inPerson' },
  });
  await technician(orders.start, { params, body: {} });
  for (const { id: lineId } of order.lines) {
    await technician(orders.markDone, { params: { orderId, lineId }, body: { done: true } });
  }
  await technician(orders.selfCheck, { params, body: { passed: true } });
  await technician(orders.teamCheck, { params, body: { passed: true } });
  await inspector(orders.finalInspect, {
    params,
    body: { passed: true, methods: ['roadTest'], findings: [] },
  });
  const totalFen = 45_000;
  await advisor(orders.settle, {
    params,
    body: { totalFen, payments: [{ method: 'wechat', amountFen: totalFen }], oldParts: 'waive' },
  });
  await advisor(orders.deliver, { params, body: { acceptedBy: '单小红' } });
}

test('issue 7: a delivered car, a link on the phone, a low answer, a matter at the desk (SUR-01, SUR-02)', async () => {
  let url = '';
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, agent.username, agent.password);
    await page.goto('/survey-calls');
    await page.getByText('单小红').click();
    await page.getByText('电话问卷').or(page.getByText('保存回答')).first().waitFor();
    await picture('survey-ask');
    await page.getByText('生成链接').click();
    await page.locator('.link-sheet').getByText('生成链接').click();
    url = await page.locator('.link-url').innerText();
    // The desk goes through it as the customer will; nothing of that is sent or kept.
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('button', { name: '很不满意' }).click();
    await page.getByRole('button', { name: '上一题' }).waitFor();
    await picture('survey-preview');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await page.goto(new URL(url).pathname + new URL(url).hash);
    await page.getByText('开始').waitFor();
    await picture('survey-held-begin');
    await page.setViewportSize({ width: 320, height: 640 });
    await pressBy(page, page.getByRole('button', { name: '开始' }));
    await page.getByText('很不满意').waitFor();
    await picture('survey-held-scale');
    await pressBy(page, page.getByRole('button', { name: '很不满意' }));
    for (let at = 0; at < 3; at++) await pressBy(page, page.getByRole('button', { name: '跳过' }));
    await page.getByRole('button', { name: '10', exact: true }).waitFor();
    await picture('survey-held-nps');
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('textbox').fill('刹车还是响');
    // The page is closed and opened again: what was answered is still on the telephone.
    await page.reload();
    await page.getByText('开始').click();
    await page.getByRole('button', { name: '很不满意', pressed: true }).waitFor();
    for (let at = 0; at < 5; at++) {
      await page.getByRole('button', { name: /^(下一题|跳过)$/ }).click();
    }
    expect(await page.getByRole('textbox').inputValue()).toBe('刹车还是响');
    // The line breaks after the house has heard the answers: they are sent again, and taken once.
    await page.route('**/api/v1/held-surveys/*/answers', async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    });
    await page.getByText('提交').click();
    await page.getByText('网络断了').waitFor();
    await picture('survey-held-kept');
    await page.unroute('**/api/v1/held-surveys/*/answers');
    await page.getByText('再试一次').click();
    await page.getByText('已收到，谢谢您').waitFor();
    await picture('survey-held-end');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, agent.username, agent.password);
    await page.goto('/matters');
    await page.getByText('刹车还是响').waitFor();
    await picture('survey-matter');
    await page.goto('/survey-calls?show=all');
    await page.getByText('开封').waitFor();
    await picture('survey-register-sealed');
  });
  const call = await site().signIn(owner.username, owner.password);
  const { items } = await call(matterRoutes.list, {});
  expect(items).toMatchObject([{ state: 'open', customer: { name: '单小红' } }]);
});

test.each(['desk', 'phone'] as const)(
  'SUR-02 headquarters looks at figures, patterns and the questionnaire (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/surveys');
      await page.getByText('净推荐值 NPS').first().waitFor();
      await picture('survey-figures');
      await page.goto('/survey-calls?show=all');
      await page.getByText('单小红').first().waitFor();
      await picture('survey-register');
      const record = page.locator('a[href^="/surveys/0"]').first();
      await page.goto((await record.getAttribute('href')) ?? '');
      await page.getByText('已开待办').waitFor();
      await picture('survey-answered');
      await page.goto('/surveys/checks');
      await page.getByRole('button', { name: '抽取', exact: true }).click();
      await page.getByText('种子').waitFor();
      await picture('survey-checks');
      await page.goto('/settings/questionnaires');
      await page.getByText('发布新版').waitFor();
      await picture('survey-questionnaires');
    });
  },
);
