import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { memberRoutes, memberRuleRoutes } from '#modules/members/contract.ts';
import { type Caller, enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

let desk: Caller;
const site = siteForThisFile(async (given) => {
  desk = await given.setUp();
  await desk(memberRuleRoutes.writeTerms, {
    body: {
      content: '储值可用于本店全部工时与配件，不限车辆。',
      price: '按本店公示价格，会员优惠另有说明。',
      refund: '七日内可退本金；之后按法定办法计算，十五日内原路退回。',
      breach: '本店不能继续服务的，退还余额并支付利息。',
    },
  });
  await desk(memberRuleRoutes.offerPackage, {
    body: {
      name: '洗车十次卡',
      priceFen: 300_00,
      items: [{ name: '洗车', uses: 10, unitFen: 40_00 }],
      validDays: 365,
    },
  });
});

/** What a page of the shell asks for by itself, wherever one is. */
const ofShell = /^\/(session|events|notices|stand-ins|emergency-accesses)\b/;

/** What opening the page of a member asks the server for, until all its cards stand. */
async function askedFor(page: Page, customerId: string): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, path] = new URL(request.url()).pathname.split('/api/v1');
    if (path !== undefined && !ofShell.test(path)) asked.push(path);
  });
  await page.goto(`/customers/${customerId}`);
  for (const card of ['会员', '下一次服务', '消息']) {
    await page.getByRole('heading', { name: card }).first().waitFor();
  }
  await page.getByText('待复核').first().waitFor();
  // What a card asks for by itself, it asks for when it comes to stand.
  await page.waitForTimeout(500);
  return asked;
}

describe.each(walkedScreens(import.meta.filename))('on the %s', (screen) => {
  test('ARC-07 a customer becomes a member, tops up, spends, and a refund is worked out before it is asked', async () => {
    const customer = await desk(customerRoutes.add, { body: { name: '欧阳思远' } });
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(`/customers/${customer.id}`);
      await page.getByRole('button', { name: '办理会员' }).click();
      await page.getByRole('button', { name: '充值' }).click();
      await page.getByLabel('实收').fill('1000');
      await page.getByLabel('赠送').fill('200');
      await page.getByLabel('签字人').fill('欧阳思远');
      await picture('members-top-up');
      await page.keyboard.press('Enter');
      await page.getByText('¥1,200.00').first().waitFor();
      await page.getByRole('button', { name: '买套餐' }).click();
      await page.getByLabel('签字人').fill('欧阳思远');
      await page.keyboard.press('Enter');
      await page.getByText('剩 10/10').waitFor();
      await page.getByRole('button', { name: '用一次' }).click();
      await page.getByText('剩 9/10').waitFor();
      await page.getByRole('button', { name: '消费', exact: true }).click();
      await page.getByLabel('金额').fill('600');
      await page.getByLabel('付的是什么').fill('精品脚垫');
      await page.keyboard.press('Enter');
      await page.getByText('¥600.00').first().waitFor();
      await page.getByRole('button', { name: '退款', exact: true }).click();
      await page.getByText('本店的原因').click();
      await page.getByText('-500.00').first().waitFor();
      await picture('members-refund');
      await page.getByRole('textbox', { name: '原因' }).fill('门店搬迁');
      await page.getByRole('button', { name: '申请退款' }).click();
      await page.getByText('待复核').first().waitFor();
      await picture('members-card');
      // Nobody else works here yet: he may pay it himself, and is told that this is on record.
      await page.getByText('店里没有别人可以复核').waitFor();
      expect(await askedFor(page, customer.id)).toEqual([`/customers/${customer.id}/archive`]);
      for (const [path, name] of [
        ['/members', 'members-list'],
        ['/members-liability', 'members-liability'],
        ['/settings/members', 'members-rules'],
      ] as const) {
        await page.goto(path);
        await page
          .getByText(/欧阳思远|本金/)
          .first()
          .waitFor();
        await picture(name);
      }
    });
    const { membership } = await desk(memberRoutes.ofCustomer, {
      params: { customerId: customer.id },
    });
    expect(membership).toMatchObject({ principalFen: 500_00, giftFen: 100_00 });
  }, 120_000);
});
