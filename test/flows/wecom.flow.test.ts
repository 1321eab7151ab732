import { afterAll, expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { wecomRoutes } from '#modules/messages/contract.ts';
import {
  agreed,
  corpId,
  openKfid,
  secret,
  WecomPeer,
} from '#modules/messages/server/wecom-peer.fixture.ts';
import {
  type Caller,
  enter,
  owner,
  type Screen,
  siteForThisFile,
  walk,
  walkedScreens,
} from './support.ts';

const peer = new WecomPeer();
afterAll(() => peer.close());
const place = { endpoint: '' };
const customers: Record<Screen, { id: string; wechat: string; name: string }> = {
  desk: { id: '', wechat: 'wmShanXiaohong', name: '单小红' },
  phone: { id: '', wechat: 'wmWangLi', name: '王丽' },
};
let asOwner: Caller;
const site = siteForThisFile(async (opened) => {
  place.endpoint = await peer.open();
  asOwner = await opened.setUp();
  for (const screen of walkedScreens(import.meta.filename)) {
    const { name } = customers[screen];
    const phone = screen === 'desk' ? '13871234567' : '13871234568';
    const { id } = await asOwner(customerRoutes.add, { body: { name, phone } });
    customers[screen].id = id;
  }
});

/** WeCom tells that something is to be read, as it does: sealed and signed. */
async function callBack(): Promise<void> {
  const event = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><CreateTime>1763600000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[ENCtoken]]></Token><OpenKfId><![CDATA[${openKfid}]]></OpenKfId></xml>`;
  const { query, body } = peer.sealed(event);
  const { callbackUrl } = await asOwner(wecomRoutes.wecom, {});
  const answer = await fetch(`${site().baseUrl}${new URL(callbackUrl).pathname}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body,
  });
  expect(await answer.text()).toBe('success');
}

test.each(walkedScreens(import.meta.filename))(
  'CAR-01 the WeCom account is set up and checked, a customer binds himself, is written to and replies (%s)',
  async (screen) => {
    const { id, wechat, name } = customers[screen];
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/settings/wecom');
      await page.getByLabel('企业 ID').fill(corpId);
      await page.getByLabel('接口地址').fill(place.endpoint);
      await page.getByLabel('客服账号 ID').fill(openKfid);
      await page.getByLabel('微信客服的 Secret').fill('抄错的口令');
      await page.getByLabel('回调 Token').fill('有空格 的');
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByText('Token 只能是字母和数字，最多 32 位').waitFor();
      await page.getByLabel('回调 Token').fill(agreed.token);
      await page.getByLabel('回调 EncodingAESKey').fill(agreed.aesKey);
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByText('已保存，等待企业微信通道的消息现在发出').first().waitFor();
      await page.getByRole('button', { name: /检\s?查/ }).click();
      await page.locator('.problem-note').first().waitFor();
      await picture('wecom-refused');

      await page.getByLabel('微信客服的 Secret').fill(secret);
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByText('已保存，等待企业微信通道的消息现在发出').first().waitFor();
      await page.getByRole('button', { name: /检\s?查/ }).click();
      await page.getByText('可以使用，客服账号“景明汽修客服”').waitFor();
      await picture('wecom-works');

      await page.goto(`/customers/${id}`);
      const write = async (words: string) => {
        await page.getByRole('button', { name: '写一条' }).click();
        await page.getByText('自己写', { exact: true }).click();
        await page.getByText('企业微信', { exact: true }).last().click();
        await page.getByLabel('内容').fill(words);
      };
      await write('您的车已经修好，今天可以来取');
      await page.getByText('客户还没有绑定微信').waitFor();
      await page.getByRole('button', { name: '生成绑定链接' }).click();
      const link = page.locator('.message-binding .message-body');
      await link.waitFor();
      await picture('wecom-binding');
      const scene = new URL((await link.textContent())!).searchParams.get('scene_param')!;
      await page.getByRole('button', { name: /发\s?送/ }).click();
      await page.locator('.message-thread').getByText('您的车已经修好，今天可以来取').waitFor();

      // He opens the link in WeChat: what waited for him goes out.
      peer.said.push({
        ...{ msgid: `enters-${screen}`, origin: 4, msgtype: 'event' },
        event: {
          ...{ event_type: 'enter_session', open_kfid: openKfid },
          ...{ external_userid: wechat, scene_param: scene },
        },
      });
      await callBack();
      await page.locator('.message-thread').getByText('已发送').first().waitFor();
      expect(peer.sent.at(-1)).toMatchObject({
        touser: wechat,
        words: '您的车已经修好，今天可以来取',
      });
      peer.said.push({
        ...{ msgid: `says-${screen}`, open_kfid: openKfid, external_userid: wechat, origin: 3 },
        ...{ msgtype: 'text', text: { content: '好的，下午四点到' } },
      });
      await callBack();
      await page.locator('.message-in').getByText('好的，下午四点到').waitFor();
      await page.locator('.message-thread').scrollIntoViewIfNeeded();
      await picture('wecom-thread');
      await page.getByText(name).first().waitFor();
    });
  },
);
