import { test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const password = '秋天的晚上去散步';
interface Case {
  customerId: string;
  complaintId: string;
  name: string;
}
const caseOf = new Map<string, Case>();
const legal = '客户已起诉，律师要求保留全部维修资料';
let closeCase: (complaintId: string) => Promise<unknown>;
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  closeCase = (complaintId) =>
    call(complaintRoutes.closeByException, {
      params: { complaintId },
      body: { reason: '双方已和解并签字' },
    });
  await call(peopleRoutes.addEmployee, {
    body: {
      ...{ name: '沈主管', post: '客户关系主管', roleKeys: ['supervisor'] },
      ...{ username: 'shen', password },
    },
  });
  for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
    const phone = `1387123460${at}`;
    const name = `孙丽${at + 1}`;
    const { id: customerId } = await call(customerRoutes.add, { body: { name, phone } });
    const { id: vehicleId } = await call(vehicleRoutes.add, {
      body: { plate: `粤B2234${at}`, model: '秦PLUS DM-i 2023 冠军版', ownerId: customerId },
    });
    const { id: complaintId } = await call(complaintRoutes.receive, {
      body: {
        ...{ channel: 'phone', kind: 'repairTechnique', classKey: 'notFixed' },
        ...{ customerId, vehicleId, complainantName: name, complainantPhone: phone },
        content: '制动片换了两次还是异响，说要找律师。',
      },
    });
    caseOf.set(screen, { customerId, complaintId, name });
  }
});

test.each(walkedScreens(import.meta.filename))(
  'CMP-18 ARC-10 evidence is held at the complaint, an erasure waits behind it, and is done when all is lifted (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      const { customerId, complaintId, name } = caseOf.get(screen)!;
      const isDesk = screen === 'desk';
      await enter(page, 'shen', password);
      await page.goto(`/complaints/${complaintId}`);
      await page.getByText('投诉办结前', { exact: true }).first().waitFor();
      const place = page.getByRole('button', { name: '登记保全' });
      await place.scrollIntoViewIfNeeded();
      await picture('holds-of-complaint');
      if (isDesk) {
        await page.keyboard.press('h');
        await page.keyboard.press('p');
      } else await place.click();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('保全对象').selectOption('customer');
      await sheet.getByLabel('原因').fill(legal);
      await sheet.getByLabel('法院、机关或律师要求').check();
      await sheet.getByLabel('案号').fill('（2026）粤 0402 民初 123 号');
      await picture('hold-place');
      await sheet.getByRole('button', { name: '保全', exact: true }).click();
      await sheet.waitFor({ state: 'detached' });
      await page.getByText(legal).waitFor();
      await page.getByText('须由负责人解除').first().waitFor();
      await picture('holds-placed');

      await enter(page, owner.username, owner.password);
      await page.goto(`/customers/${customerId}`);
      await page.getByText(legal).waitFor();
      await page.getByRole('button', { name: '个人信息', exact: true }).click();
      const erase = page.getByRole('button', { name: '确认删除' });
      await erase.scrollIntoViewIfNeeded();
      await page.getByLabel('原因', { exact: true }).last().fill('客户书面要求删除');
      await erase.click();
      await page.getByRole('heading', { name: '证据保全中，删除暂缓' }).waitFor();
      await picture('holds-erasure-waits');
      await page.goto(`/customers/${customerId}`);
      await page.getByText('客户要求删除', { exact: false }).first().waitFor();
      await picture('holds-of-customer');

      await page.goto('/document-holds');
      await page.getByRole('heading', { name: '证据保全登记' }).waitFor();
      await page.getByText(name).first().waitFor();
      if (isDesk) await page.keyboard.press('1');
      else await page.getByRole('button', { name: /^有删除在等/ }).click();
      await page.getByText(name).first().waitFor();
      await picture('holds-register');

      await closeCase(complaintId);
      await page.goto(`/customers/${customerId}`);
      for (const reason of [legal, '投诉处理']) {
        const line = page.getByRole('listitem').filter({ hasText: reason });
        const lift = line.getByRole('button', { name: '解除保全', disabled: false });
        await lift.scrollIntoViewIfNeeded();
        if (isDesk) {
          await page.keyboard.press('h');
          await page.keyboard.press('l');
        } else await lift.click();
        await sheet.getByLabel('解除原因').fill('双方已和解并签字');
        if (reason === legal) await picture('hold-lift');
        await sheet.getByRole('button', { name: '解除保全' }).click();
        await line.waitFor({ state: 'detached' });
      }
      await page.getByRole('heading', { name: '[已删除]' }).waitFor();
      await picture('holds-done');
    });
  },
);
