import { test } from 'vitest';
import { callCheckRuleRoutes } from '#modules/call-checks/contract.ts';
import { callRoutes } from '#modules/follow-ups/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { phoneCallRoutes } from '#modules/phone-calls/contract.ts';
import { silence } from '#modules/phone-calls/server/exchange.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { addDays, dateIn, weekdayOf } from '#shared/dates.ts';
import { enter, type Screen, type Site, siteForThisFile, walk, walkedScreens } from './support.ts';

const password = '山里的雨下了一整夜';
const supervisor = { username: 'linfang', password };
const agents: Record<Screen, { name: string; username: string }> = {
  desk: { name: '陈静', username: 'chenjing' },
  phone: { name: '何小梅', username: 'hexiaomei' },
};
const phones: Record<Screen, string> = { desk: '13871234567', phone: '13871234568' };
const plates: Record<Screen, string> = { desk: '鄂A22345', phone: '鄂A22346' };
const today = dateIn('Asia/Shanghai', new Date());
const nextMonday = addDays(today, 8 - weekdayOf(today));
const ids: Record<string, string> = {};

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  await call(peopleRoutes.addEmployee, {
    body: { name: '林芳', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
  });
  for (const screen of walkedScreens(import.meta.filename)) {
    const { name, username } = agents[screen];
    const { id } = await call(peopleRoutes.addEmployee, {
      body: { name, post: '客服专员', roleKeys: ['followUpAgent'], username, password },
    });
    ids[screen] = id;
    const { customerId } = await call(vehicleRoutes.arrive, {
      body: {
        ...{ plate: plates[screen], customerName: `单小红${screen}`, phone: phones[screen] },
        ...{ model: '大众 帕萨特', mileageKm: 42_000 },
      },
    });
    await talks(opened, username, customerId!);
  }
  const rule = await call(callCheckRuleRoutes.read, {});
  await call(callCheckRuleRoutes.save, { body: { ...rule, isOn: true, amount: 2 } });
  await opened.moveTo(`${addDays(nextMonday, -1)}T22:00:00.000Z`);
});

/** A visit in person on record, and a call that was recorded. */
async function talks(opened: Site, username: string, customerId: string): Promise<void> {
  const agent = await opened.signIn(username, password);
  await agent(callRoutes.recordFor, {
    params: { customerId },
    body: {
      ...{ direction: 'visit', result: 'connected', reason: 'talked' },
      answers: { carState: 'good', repaired: 'yes', attitude: 'good' },
      mainPoints: '到店取发票，顺便问下次保养什么时候，建议十二月中旬。',
      satisfaction: 5,
    },
  });
  const { id: phoneCallId } = await agent(phoneCallRoutes.add, {
    body: { direction: 'in', customerId },
  });
  await agent(phoneCallRoutes.record, {
    params: { phoneCallId },
    body: {
      result: 'talked',
      note: '冷车启动还是有异响，上次说修好了。客户希望周六上午来复查，问要不要等。',
      matters: [{ kind: 'demand', content: '周六上午复查异响，先回电确认时间' }],
    },
  });
  const signedIn = await fetch(`${opened.baseUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: opened.baseUrl },
    body: JSON.stringify({ username, password }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const stored = await fetch(`${opened.baseUrl}/api/v1/files?name=call.wav`, {
    method: 'POST',
    headers: { cookie, origin: opened.baseUrl, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(silence()),
  });
  const { id: fileId } = (await stored.json()) as { id: string };
  await agent(phoneCallRoutes.keepRecording, {
    params: { phoneCallId },
    body: { fileId, isAnnounced: true },
  });
}

const points = ['2', '2', '6', '5', '5', '3', '-', '3', '4', '1'];

test.each(walkedScreens(import.meta.filename))(
  'FUP-11 drawn by the system, judged by keys beside record and recording, coached, disputed, decided (%s)',
  async (screen) => {
    const list = `/call-checks?agentId=${ids[screen]}`;
    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, password);
      await page.goto(list);
      await page.getByText(`单小红${screen}`).first().waitFor();
      await picture('call-checks');
      const links =
        screen === 'desk'
          ? page.getByRole('link', { name: agents[screen].name })
          : page.locator('.row-card-link');
      await links.first().click();
      await page.locator('.callcheck-now').waitFor();
      await picture('call-check');
      const judge = async (given: readonly string[]) => {
        const lines = page.locator('.callcheck-criteria > li');
        for (const [at, point] of given.entries()) {
          await lines.nth(at).and(page.locator('.callcheck-now')).waitFor();
          if (screen === 'desk') await page.keyboard.press(point);
          else {
            const name = point === '-' ? '不适用' : point;
            await lines.nth(at).getByRole('button', { name, exact: true }).click();
          }
        }
        await page.locator('.callcheck-now').waitFor({ state: 'detached' });
      };
      await judge(points);
      if (screen === 'desk') {
        await page.keyboard.press('n');
        await page.keyboard.type('开场没报姓名；客户抱怨时不要打断，听完再答。');
      } else {
        await page.getByLabel('辅导意见').fill('开场没报姓名；客户抱怨时不要打断，听完再答。');
      }
      await page.getByLabel('约定', { exact: true }).fill('每次开场先报单位和姓名');
      await page.getByLabel('复看日期').fill(addDays(nextMonday, 10));
      await picture('call-check-judged');
      const first = page.url();
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(({ href }) => href !== first);
      await page.goto(`${list}&state=drawn`);
      await links.first().click();
      await page.locator('.callcheck-now').waitFor();
      await judge([...points.slice(0, 8), '0', '1']);
      await page.getByText('一票否决').first().waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('不及格，请写辅导意见').waitFor();
      await page.getByLabel('辅导意见').fill('满意度登记与录音不一致，请按客户原话登记。');
      await picture('call-check-failed');
      await page.keyboard.press('Control+Enter');
      await page
        .locator('.callcheck-said')
        .first()
        .or(page.locator('.callcheck-now'))
        .first()
        .waitFor();
    });

    await walk(site(), screen, async (page, picture) => {
      await enter(page, agents[screen].username, password);
      await page.goto('/call-checks/mine');
      await page.getByText('一票否决').first().waitFor();
      await picture('call-checks-mine');
      await page
        .locator('tr, .row-card', { hasText: '一票否决' })
        .getByRole('link')
        .first()
        .click();
      await page.getByText('请按客户原话登记').waitFor();
      await picture('call-check-mine');
      if (screen === 'desk') await page.keyboard.press('x');
      else await page.getByRole('button', { name: '有异议' }).click();
      await page.getByLabel('哪里不同意').fill('客户后半段改口说很满意，请听到最后');
      await picture('call-check-dispute');
      await page.getByLabel('哪里不同意').press('Enter');
      await page.getByText('客户后半段改口说很满意').first().waitFor();
    });

    await walk(site(), screen, async (page, picture) => {
      await enter(page, supervisor.username, password);
      await page.goto(`${list}&state=disputed`);
      const links =
        screen === 'desk'
          ? page.getByRole('link', { name: agents[screen].name })
          : page.locator('.row-card-link');
      await links.first().click();
      await page.getByText('客户后半段改口说很满意').first().waitFor();
      const result = page.locator('.callcheck-criteria > li').nth(8);
      await result.getByRole('button', { name: '4', exact: true }).click();
      await page.getByLabel('复核意见').fill('重听录音，客户确实改口，改为满分。');
      await picture('call-check-decide');
      await page.keyboard.press('Control+Enter');
      await page.getByText('复核前 0 分').waitFor();
      await picture('call-check-final');
      await page.goto('/call-checks/figures?by=agent');
      await page.getByText(agents[screen].name).first().waitFor();
      await picture('call-check-figures');
      await page.goto(`/call-checks/figures?by=criterion&agentId=${ids[screen]}`);
      await page.getByText('语气和用语').first().waitFor();
      await picture('call-check-criteria');
      await page.goto('/settings/call-checks');
      await page.getByText('加一项').waitFor();
      await picture('call-check-settings');
    });
  },
);
