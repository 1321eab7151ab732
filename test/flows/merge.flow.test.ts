import { expect, test } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  for (const [at] of walkedScreens(import.meta.filename).entries()) {
    const phone = `1387123456${at}`;
    const first = { plate: `鄂A1234${at}`, customerName: `单小红${at}`, phone };
    const { customerId: firstId } = await call(vehicleRoutes.arrive, { body: first });
    const again = { plate: `鄂A5432${at}`, customerName: `单晓红${at}`, phone };
    const { customerId } = await call(vehicleRoutes.arrive, {
      body: { ...again, samePhoneIsAnother: true },
    });
    for (const [points, id] of [
      [120, firstId],
      [80, customerId],
    ] as const) {
      const member = await call(memberRoutes.join, { body: { customerId: id } });
      const params = { membershipId: member.id };
      await call(memberRoutes.correctPoints, { params, body: { points, reason: '旧卡积分' } });
    }
    const read = await call(customerRoutes.read, { params: { customerId } });
    await call(
      customerRoutes.change,
      {
        params: { customerId },
        body: { address: '武汉市洪山区珞喻路 1037 号', wishes: '周末取车，洗车后通知' },
      },
      { version: read.version },
    );
  }
});

for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
  test(`ARC-05 two files of one person are found, compared, merged and taken apart, on the ${screen}`, async () => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto('/duplicates');
      await page.getByRole('button', { name: '开始全库查重' }).click();
      await page.getByText(/上次查重/).waitFor();
      await page.reload();
      const name = new RegExp(`单(小|晓)红${at}`);
      await page.getByText(name).first().waitFor();
      await picture('duplicates');
      await page.getByText(name).first().click({ force: true });
      await page.getByRole('heading', { name: '合并客户' }).waitFor();
      await page.getByRole('cell', { name: '200', exact: true }).waitFor();
      await picture('merge');
      await page.getByRole('button', { name: '确认合并' }).click();
      await page.getByText('已并入').first().waitFor();
      await picture('merged');
      await page.getByRole('button', { name: '撤销合并' }).click();
      await page.getByText('退回原档案').waitFor();
      await picture('merge-undo');
      await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click();
      await page
        .getByText(/已撤销/)
        .first()
        .waitFor();
      await expect.poll(() => page.getByRole('button', { name: '撤销合并' }).count()).toBe(0);
    });
  });
}
