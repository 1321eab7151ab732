import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { telephonyRoutes } from '#modules/phone-calls/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { inboundRoutes } from '#modules/webhooks/contract.ts';
import { timeIn } from '#shared/dates.ts';
import { formatPhone } from '#shared/phones.ts';
import { enter, owner, type Screen, siteForThisFile, walk, walkedScreens } from './support.ts';

const agent = { username: 'chenjing', password: '山里的雨下了一整夜' };
const extension = '801';
const plates: Record<Screen, string> = { desk: '鄂A12345', phone: '鄂A12346' };
const phones: Record<Screen, string> = { desk: '13871234567', phone: '13871234568' };
const resting: Record<Screen, string> = { desk: '13871234569', phone: '13871234570' };
/** Nobody on file has these. */
const strangers: Record<Screen, string> = { desk: '01088886666', phone: '01088887777' };
let endpoint = { url: '', secret: '' };
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  const { id: employeeId } = await call(peopleRoutes.addEmployee, {
    body: { name: '陈静', post: '客服专员', roleKeys: ['followUpAgent', 'advisor'], ...agent },
  });
  await call(telephonyRoutes.setExtension, { body: { employeeId, extension } });
  const added = await call(inboundRoutes.add, { body: { name: '总机', source: 'phoneCalls' } });
  endpoint = { url: added.endpoint.url, secret: added.secret };
  for (const screen of walkedScreens(import.meta.filename)) {
    const { vehicleId } = await call(vehicleRoutes.arrive, {
      body: {
        ...{ plate: plates[screen], customerName: `单小红${screen}`, phone: phones[screen] },
        ...{ model: '大众 帕萨特', mileageKm: 42_000 },
      },
    });
    await call(serviceOrderRoutes.receive, {
      body: { vehicleId, customerWords: '早上冷车启动时有异响', mileageKm: 42_010 },
    });
  }
});

/** The telephone system speaks. */
async function tell(event: { type: string; callId: string; number?: string }) {
  const at = new Date();
  const id = `${event.callId}-${event.type}`;
  const body = JSON.stringify({ at: at.toISOString(), extension, ...event });
  const answer = await fetch(new URL(new URL(endpoint.url).pathname, site().baseUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(endpoint.secret).sign(id, at, body),
    },
    body,
  });
  expect(answer.status).toBe(200);
}

test.each(walkedScreens(import.meta.filename))(
  'FUP-06 whose telephone rings sees caller and car, answers at once, opens a matter, and calls a missed one back (%s)',
  async (screen) => {
    const number = phones[screen];
    await walk(site(), screen, async (page, picture) => {
      await enter(page, agent.username, agent.password);
      await page.goto('/phone-calls');
      await page.getByText('没有欠着的电话').waitFor();
      await picture('phone-empty');

      await page.goto('/customers');
      await page.getByText(`单小红${screen}`).first().waitFor();
      await tell({ type: 'ringing', callId: `in-${screen}`, number });
      const ringing = page.locator('.phone-ringing-call');
      await ringing.getByText(`单小红${screen}`).waitFor();
      await picture('phone-ringing');
      await tell({ type: 'answered', callId: `in-${screen}`, number });
      await ringing.getByText('通话中').waitFor();
      if (screen === 'desk') await page.keyboard.press('Alt+a');
      else await ringing.getByRole('button', { name: '看来电人' }).click();
      await page.getByText('“早上冷车启动时有异响”').waitFor();
      await page.locator('.phone-record .talk-lines > button').waitFor();
      await picture('phone-call');

      const note = page.getByLabel('谈话要点');
      if (screen === 'desk') {
        await page.keyboard.press('n');
        await page.keyboard.type('问车什么时候好，想周末取');
        await page.keyboard.press('Escape');
        await page.keyboard.press('m');
      } else {
        await note.fill('问车什么时候好，想周末取');
        await page.locator('.phone-record .talk-lines > button').click();
      }
      await page.locator('.talk-line textarea').fill('周六上午能否取车，请回电');
      await picture('phone-record');
      await page.keyboard.press('Control+Enter');
      await page.locator('.phone-outcome').waitFor();
      await picture('phone-recorded');

      await tell({ type: 'ringing', callId: `missed-${screen}`, number: strangers[screen] });
      await tell({ type: 'missed', callId: `missed-${screen}`, number: strangers[screen] });
      await page.goto('/phone-calls');
      await page.getByText(formatPhone(strangers[screen])).first().waitFor();
      await picture('phone-owed');
      if (screen === 'desk') await page.getByRole('link', { name: '不在档' }).click();
      else await page.locator('.row-card-link').first().click();
      await page.getByText('这个号码不在档').waitFor();
      if (screen === 'desk') await page.keyboard.press('t');
      else await page.getByRole('button', { name: '我来回' }).click();
      await page.getByRole('button', { name: '放回' }).waitFor();
      await picture('phone-taken');
      await page
        .getByRole('link', { name: '回拨' })
        .or(page.getByRole('button', { name: '回拨' }))
        .first()
        .click();
      await page.getByRole('button', { name: '占线' }).waitFor();
      await page.getByRole('button', { name: '建档' }).waitFor();
      if (screen === 'desk') await page.keyboard.press('f');
      else await page.getByRole('button', { name: '建档' }).click();
      await page.getByLabel('姓名').fill(`周先生${screen}`);
      await page.getByLabel('姓名').press('Enter');
      await page.getByText('名下没有车').waitFor();
      await page.getByRole('button', { name: '谈过了' }).click();
      await note.fill('想买保养套餐，已约');
      await picture('phone-call-back');
      await page.keyboard.press('Control+Enter');
      await page.locator('.phone-outcome').waitFor();
      await page.goto('/phone-calls');
      await page.getByText('没有欠着的电话').waitFor();
      await page.goto('/phone-calls?show=all');
      await page.getByText(`周先生${screen}`).first().waitFor();
      await picture('phone-all');
    });
  },
);

/** An hour that is not now, whatever the clock says. */
const anotherHour = () => {
  const isMorning = timeIn('Asia/Shanghai', new Date()) < '12:00';
  return isMorning
    ? { callFrom: '18:00', callUntil: '19:00' }
    : { callFrom: '09:00', callUntil: '10:00' };
};

test.each(walkedScreens(import.meta.filename))(
  'FUP-09 from his page a customer is called in his hours, or when he asked for it (%s)',
  async (screen) => {
    const call = await site().signIn(owner.username, owner.password);
    const { id } = await call(customerRoutes.add, {
      body: { name: `郑远${screen}`, phone: resting[screen], ...anotherHour() },
    });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, agent.username, agent.password);
      await page.goto(`/customers/${id}`);
      const dial = page.getByRole('button', { name: /^拨打/ });
      await dial.waitFor();
      if (screen === 'desk') await page.keyboard.press('d');
      else await dial.click();
      await page.getByText('现在不宜打电话').waitFor();
      await picture('phone-rest');
      await page.getByRole('button', { name: '客户要求此时联系，拨打' }).click();
      // No telephone system here, and the number is hidden: it is asked why it shall be shown.
      await page.locator('.customer-reveal').waitFor();
      expect(await page.getByText('现在不宜打电话').count()).toBe(0);
      await picture('phone-rest-asked');
    });
  },
);

test.each(walkedScreens(import.meta.filename))(
  'FUP-06 the telephone system is set up on one page (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/telephony');
      await page.getByText('陈静').first().waitFor();
      await page.getByText('总机').first().waitFor();
      await picture('telephony');
      await page.getByLabel('电话系统的地址').fill('https://10.0.0.7');
      await page
        .getByRole('button', { name: /保\s*存/ })
        .first()
        .click();
      await page.getByText('公网地址').first().waitFor();
      await picture('telephony-refused');
      expect(await page.getByText('公网地址').count()).toBeGreaterThan(0);
    });
  },
);
