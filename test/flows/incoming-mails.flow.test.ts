import { afterAll, beforeAll, expect, test } from 'vitest';
import { MailboxPeer } from '#modules/incoming-mails/server/imap-peer.fixture.ts';
import { letter, letterWith } from '#modules/incoming-mails/server/letters.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, type Screen, siteForThisFile, walk, walkedScreens } from './support.ts';

const peers = { desk: new MailboxPeer(), phone: new MailboxPeer() };
const plates: Record<Screen, string> = { desk: '鄂A22345', phone: '鄂A22346' };
const phones: Record<Screen, string> = { desk: '13871230001', phone: '13871230002' };
const trustedServer = 'mx.shop.example';
const forged = [
  `Authentication-Results: ${trustedServer}; dmarc=fail header.from=customer.example`,
];
let ports: Record<Screen, number> = { desk: 0, phone: 0 };
beforeAll(async () => {
  ports = { desk: await peers.desk.open(), phone: await peers.phone.open() };
});
afterAll(async () => {
  await Promise.all(Object.values(peers).map((peer) => peer.close()));
});
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  for (const screen of walkedScreens(import.meta.filename)) {
    await call(vehicleRoutes.arrive, {
      body: {
        ...{ plate: plates[screen], customerName: `单小红${screen}`, phone: phones[screen] },
        ...{ model: '大众 帕萨特', mileageKm: 42_000 },
      },
    });
  }
});

/** Three letters: a complaint with its papers, one whose sender is forged, and an advertisement. */
function post(peer: MailboxPeer, screen: Screen): void {
  const at = new Date();
  const words = `我的车 ${plates[screen]}，上周在你们店修的刹车，昨天下坡时又响了，家里有小孩，很害怕。\n电话 ${phones[screen]}，请尽快联系我。`;
  peer.put(letter({ subject: '刹车又响了，要求处理', text: words }), at);
  peer.put(
    letterWith([
      ['维修单.csv', Buffer.from('项目,金额\n刹车片,480\n')],
      ['录像.exe', Buffer.alloc(99)],
    ]),
    at,
  );
  peer.put(
    letter({
      subject: '急！请马上退款到新账户',
      from: '单小红 <xiaohong@customer.example>',
      text: words,
      headers: forged,
    }),
    at,
  );
  peer.put(
    letter({
      subject: '汽配展会邀请函',
      text: '诚邀贵店参加今年的汽配展会，地点见官网。',
      from: '展会 <news@fair.example>',
      headers: ['List-Id: <news.fair.example>'],
    }),
    at,
  );
}

test.each(walkedScreens(import.meta.filename))(
  'CMP-01 a mailbox is connected, its letters come in and are decided: a complaint, a forged one confirmed, one filed (%s)',
  async (screen) => {
    const peer = peers[screen];
    post(peer, screen);
    await walk(site(), screen, async (page, picture) => {
      /** Kept once the field of the password is empty again. */
      const save = async () => {
        await page.getByRole('button', { name: '保存' }).click();
        await page.locator('#password:placeholder-shown').waitFor();
      };
      const openLetter = (subject: string) =>
        screen === 'desk'
          ? page.getByRole('link', { name: subject }).first().click()
          : page
              .locator('.row-card', { has: page.locator('.row-card-title', { hasText: subject }) })
              .first()
              .locator('a')
              .click();
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/mailbox');
      await page.getByLabel('邮箱地址').fill('kefu@shop.example');
      await page.getByLabel('IMAP 服务器').fill('127.0.0.1');
      await page.getByLabel('端口').fill(String(ports[screen]));
      await page.getByLabel('加密连接（993，推荐）').uncheck();
      await page.getByRole('textbox', { name: '账号' }).fill(peer.username);
      await page.getByLabel('密码或授权码').fill('错的');
      await page.getByLabel('核验发件人的服务器').fill(trustedServer);
      await save();
      await page.getByText('现在的情况').waitFor();
      await page.getByRole('button', { name: '测试连接' }).click();
      await page.getByText('账号或密码不对').first().waitFor();
      await picture('mail-wrong-password');
      await page.getByLabel('密码或授权码').fill(peer.password);
      await save();
      await page.getByRole('button', { name: '测试连接' }).click();
      await page.getByText('连上了').waitFor();
      await picture('mail-settings');

      await page.goto('/incoming-mails');
      await page.getByText('汽配展会邀请函').first().waitFor();
      await picture('mail-list');
      await openLetter('刹车又响了，要求处理');
      await page.getByText(`信里有车牌 ${plates[screen]}`).waitFor();
      await picture('mail-letter');
      if (screen === 'desk') await page.keyboard.press('o');
      else await page.getByRole('button', { name: '立为投诉' }).click();
      await page.getByRole('radio', { name: '维修技术' }).check();
      await picture('mail-open');
      await page.getByLabel('投诉内容').press('Control+Enter');
      await page.waitForURL(/\/complaints\/[0-9a-f-]{36}$/);
      await page.getByRole('link', { name: '刹车又响了，要求处理' }).waitFor();
      await picture('mail-complaint');

      await page.goto('/incoming-mails');
      await openLetter('急！请马上退款到新账户');
      await page.getByText('邮件服务器核验没有通过').waitFor();
      await picture('mail-forged');
      expect(await page.getByText(`单小红${screen}`).count()).toBe(0);
      if (screen === 'desk') await page.keyboard.press('c');
      else await page.getByRole('button', { name: '已核实' }).click();
      await page.getByLabel('怎样核实的').fill('打档案里的电话，本人确认');
      await page.getByLabel('怎样核实的').press('Enter');
      await page.getByText(`信里有车牌 ${plates[screen]}`).waitFor();
      await picture('mail-confirmed');
      if (screen === 'desk') await page.keyboard.press('a');
      else await page.getByRole('button', { name: '归入投诉' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: '归入', exact: true })
        .first()
        .waitFor();
      await picture('mail-add');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: '归入', exact: true })
        .first()
        .click();
      await page.getByText('已归入投诉').first().waitFor();

      await page.goto('/incoming-mails');
      await page.getByText('附件').first().waitFor();
      await openLetter('汽配展会邀请函');
      await page.getByText('群发').first().waitFor();
      if (screen === 'desk') await page.keyboard.press('x');
      else await page.getByRole('button', { name: '不是投诉' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '归档' }).waitFor();
      await picture('mail-file');
      await page.getByRole('dialog').getByRole('button', { name: '归档' }).click();
      await page.getByText('已归档').first().waitFor();
      await picture('mail-filed');

      await page.goto('/incoming-mails');
      await openLetter('附件');
      await page.getByText('维修单.csv').waitFor();
      await picture('mail-files');
    });
  },
);
