import { expect, test, vi } from 'vitest';
import { campaignRoutes, invitationRoutes } from '#modules/campaigns/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { templateRoutes } from '#modules/message-templates/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { pressBy } from './keys.ts';
import { type Caller, enter, owner, siteForThisFile, walk } from './support.ts';

const supervisor = { username: 'chenjing', password: '山里的雨下了一整夜' };
const place = { campaignId: '', second: '' };
let boss: Caller;
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();

const site = siteForThisFile(async (opened) => {
  boss = await opened.setUp();
  await boss(peopleRoutes.addEmployee, {
    body: { name: '陈静', post: '客服主管', roleKeys: ['supervisor'], ...supervisor },
  });
  for (const [name, phone] of [
    ['王丽', '13800138001'],
    ['李强', '13800138002'],
  ] as const) {
    const { id: customerId } = await boss(customerRoutes.add, { body: { name, phone } });
    const said = { purpose: 'marketing', channel: 'any', given: true } as const;
    const body = { ...said, evidence: '进厂登记表' };
    await boss(customerRoutes.recordConsent, { params: { customerId }, body });
  }
  const writer = await opened.signIn(supervisor.username, supervisor.password);
  const words = { purpose: 'marketing', channel: 'sms', language: 'zh-CN' } as const;
  const { id: templateId } = await writer(templateRoutes.add, {
    body: { ...words, name: '活动邀请', body: '{称呼}，请看{链接}，拒收请回复R' },
  });
  await writer(templateRoutes.ask, { params: { templateId } });
  await boss(templateRoutes.approve, { params: { templateId } });
  const conditions = { name: '全部客户', isShared: true, conditions: {} };
  const { id: segmentId } = await boss(segmentRoutes.add, { body: conditions });
  const { id: campaignId } = await writer(campaignRoutes.write, {
    body: {
      ...{ kind: 'event', name: '冬季用车课堂与客户联谊会', segmentId, templateId },
      content: '老师傅讲电瓶、轮胎和暖风，现场免费检测，带家人来。',
      event: {
        ...{ happensAt: inDays(20), place: '客户休息区二楼', capacity: 3 },
        ...{ bring: '行驶证、保养手册', answerBy: inDays(18) },
      },
    },
  });
  const params = { campaignId };
  // New customers are grouped in the background: the list is drawn anew until both are on it.
  const isDrawn = async () => {
    const { customers, isExamined } = await writer(campaignRoutes.one, { params });
    if (customers < 2) await writer(campaignRoutes.examine, { params });
    return customers === 2 && isExamined;
  };
  await vi.waitUntil(isDrawn, { timeout: 60_000, interval: 500 });
  await boss(campaignRoutes.approve, { params });
  const { items } = await boss(campaignRoutes.contacts, { params });
  const contact = items.find(({ customerName }) => customerName === '李强')!;
  const made = await boss(invitationRoutes.makeLink, {
    params: { campaignContactId: contact.id },
    body: {},
  });
  Object.assign(place, { campaignId, second: new URL(made.url).pathname + new URL(made.url).hash });
});

test('CAR-03 CAR-07 a guest is handed his link, says by keyboard that he comes, the desk sees it; the next one waits', async () => {
  await walk(site(), 'desk', async (atDesk, deskPicture) => {
    await enter(atDesk, owner.username, owner.password);
    await atDesk.goto(`/campaigns/${place.campaignId}`);
    const row = atDesk.locator('tr', { hasText: '王丽' }).first();
    await row.getByRole('button', { name: '邀请链接' }).click();
    await atDesk.getByRole('button', { name: '生成链接' }).click();
    const url = new URL(await atDesk.locator('.link-url').innerText());
    // What goes out is seen first, as it will stand on the guest's telephone.
    await atDesk.getByRole('heading', { name: '您来吗？' }).waitFor();
    await deskPicture('invitation-link');
    await atDesk.keyboard.press('Escape');
    await atDesk.getByText('还没有人答复').waitFor();
    await walk(site(), 'phone', async (onPhone, picture) => {
      await onPhone.goto(url.pathname + url.hash);
      await onPhone.getByRole('heading', { name: '您来吗？' }).waitFor();
      expect(await onPhone.textContent('body')).not.toContain('王丽');
      await picture('invitation-asked');
      await pressBy(onPhone, onPhone.getByRole('button', { name: '+1' }));
      await pressBy(onPhone, onPhone.getByRole('button', { name: '我参加' }));
      await onPhone.getByText('已报名，共 2 人').waitFor();
      await picture('invitation-coming');
      await onPhone.getByRole('button', { name: 'English' }).click();
      await onPhone.getByText('You are expected, 2 in all').waitFor();
      await picture('invitation-english');
    });
    await atDesk.getByText('已报 2 / 3 人').waitFor();
    await atDesk.getByText('客户自己').waitFor();
    await deskPicture('invitation-answered');
    await walk(site(), 'phone', async (onPhone, picture) => {
      await onPhone.goto(place.second);
      await onPhone.getByText('名额不多了').waitFor();
      await onPhone.getByRole('button', { name: '+1' }).click();
      await onPhone.getByRole('button', { name: '我参加' }).click();
      await onPhone.getByText('候补第 1 位').waitFor();
      await picture('invitation-waiting');
      await onPhone.getByRole('button', { name: '不能参加' }).click();
      await onPhone.getByText('已答复：不能参加').waitFor();
      await boss(campaignRoutes.stop, {
        params: { campaignId: place.campaignId },
        body: { reason: '台风' },
      });
      await onPhone.reload();
      await onPhone.getByText('活动已取消').waitFor();
      await picture('invitation-called-off');
    });
  });
});

test('CAR-03 the form of an event says what guests bring and until when they answer', async () => {
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, supervisor.username, supervisor.password);
    await page.goto('/campaigns?write=1');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('联谊活动', { exact: true }).click();
    await dialog.getByLabel('请带上').fill('行驶证');
    await dialog.getByLabel('答复截止日').fill(inDays(10).slice(0, 10));
    await picture('invitation-form');
  });
});
