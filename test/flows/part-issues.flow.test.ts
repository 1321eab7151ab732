import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { partIssueRoutes } from '#modules/part-issues/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { serviceOrderRoutes as orders } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk } from './support.ts';

const password = '雨后山里的石板路';
const people = { technician: 'zhangwei', advisor: 'linxiaodong', clerk: 'heli' } as const;
let orderId = '';
let number = '';

const site = siteForThisFile(async (site) => {
  const call = await site.setUp();
  for (const [name, role, post, username] of [
    ['张伟', 'technician', '技师', people.technician],
    ['林晓东', 'advisor', '服务顾问', people.advisor],
    ['何丽', 'partsClerk', '配件员', people.clerk],
  ] as const) {
    const body = { name, post, roleKeys: [role], username, password };
    await call(peopleRoutes.addEmployee, { body });
  }
  await site.moveTo('2027-03-15T01:00:00.000Z');
  const desk = await site.signIn(people.advisor, password);
  const hand = await site.signIn(people.technician, password);
  const { vehicleId } = await desk(vehicleRoutes.arrive, {
    body: {
      ...{ plate: '鄂A12345', customerName: '单小红', phone: '13871234567' },
      ...{ model: '大众 帕萨特 2022 款 330TSI 豪华版', mileageKm: 42_000 },
    },
  });
  const received = await desk(orders.receive, {
    body: { vehicleId, customerWords: '保养，另外冷车难启动', mileageKm: 42_300 },
  });
  orderId = received.id;
  number = received.number;
  const params = { orderId };
  const look = { methods: ['look' as const], findings: [] };
  await desk(orders.inspect, { params, body: { ...look, grade: 'minor' } });
  const part = { origin: 'original' as const, unit: '件', quantityThousandths: 1000 };
  const lines = [
    {
      description: '二级维护',
      labourFen: 270_00,
      parts: [
        { ...part, number: '06L115562B', name: '机油滤清器', unitFen: 86_00 },
        {
          ...{ ...part, number: '', name: '全合成机油 5W-30', unit: 'L' },
          ...{ quantityThousandths: 4500, unitFen: 98_00 },
        },
      ],
    },
    {
      description: '更换蓄电池',
      labourFen: 50_00,
      parts: [{ ...part, number: '5K0915105H', name: '蓄电池 AGM 68Ah', unitFen: 1280_00 }],
    },
    {
      description: '更换右前下摆臂总成（含球头、衬套，左右不通用，注意核对零件号末位字母）',
      labourFen: 324_00,
      parts: [
        {
          ...{ ...part, number: '3Q0407152D', name: '右前下摆臂总成（含球头与衬套，左右不通用）' },
          unitFen: 890_00,
        },
      ],
    },
  ];
  const quoted = await desk(orders.estimate, { params, body: { lines } });
  const answers = quoted.lines.map(({ id: lineId }) => ({ lineId, answer: 'approved' as const }));
  await desk(orders.approve, { params, body: { answers, answeredBy: '单小红', how: 'phone' } });
  await hand(orders.start, { params, body: {} });
});

/** What a scanner does: the letters, and Enter. Counted. */
let scans = 0;
async function scan(page: Page, code: string): Promise<void> {
  scans += 1;
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}
const outcome = (page: Page) => page.locator('.part-outcome');

test('WSH-06 a part is issued in two scans from the empty counter; mismatch, old for new, return, question and charge', async () => {
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, people.clerk, password);
    await page.goto('/part-counter');
    await page.getByText('扫一张工单就开始').waitFor();
    await picture('parts-empty');
    await scan(page, '粤B00000');
    await outcome(page).getByText('粤B00000').waitFor();
    scans = 0;
    await scan(page, number);
    await scan(page, '06L115562B');
    await outcome(page).getByText('已发 06L115562B 机油滤清器 1 件 → 张伟').waitFor();
    expect(scans).toBe(2);
    await picture('parts-issued');
    await scan(page, '06L115562C');
    await outcome(page).getByText('配件不符，不发').waitFor();
    await outcome(page).getByText('5K0915105H').waitFor();
    await picture('parts-refused');
    await scan(page, '5K0915105H');
    await outcome(page).getByText('先收旧件').waitFor();
    await picture('parts-old');
    await page.keyboard.press('Enter');
    await outcome(page).getByText('旧件标签 JJ').waitFor();
    await picture('parts-old-tagged');
    await scan(page, '4.5*全合成机油 5W-30');
    await outcome(page).getByText('4.5 L').waitFor();
    await page.keyboard.press('Alt+r');
    await page.getByText('扫要退的配件').waitFor();
    await scan(page, '06L115562B');
    await outcome(page).getByText('已退 06L115562B').waitFor();
    await page.keyboard.press('Alt+r');
    await page.getByText('扫配件：配件号').waitFor();
    await scan(page, '06L115562B');
    await outcome(page).getByText('已发 06L115562B').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('扫一张工单就开始').waitFor();
    await scan(page, `鄂A12345`);
    await page.getByText(number).first().waitFor();
    await scan(page, '6901234567892');
    await page.getByText('这个条码是哪一个？').waitFor();
    await picture('parts-barcode');
    await page.getByRole('button', { name: /3Q0407152D/ }).click();
    await outcome(page).getByText('已发 3Q0407152D').waitFor();
    await page.goto('/part-barcodes');
    await page.getByText('6901234567892').waitFor();
    await picture('parts-barcodes');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, people.technician, password);
    await page.goto('/my-parts');
    await page.getByText('蓄电池 AGM 68Ah').first().waitFor();
    await picture('parts-mine');
    await page.getByRole('button', { name: '有疑问' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('哪里不对').fill('给的是左边的');
    await sheet.getByRole('button', { name: '提出' }).click();
    await page.getByText('给的是左边的').waitFor();
    await page.getByRole('button', { name: '收到了' }).nth(1).click();
    await page.getByText('已收到').first().waitFor();
    await picture('parts-mine-said');
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, people.clerk, password);
    await page.goto('/part-issues');
    await page.getByText('有疑问待答复').waitFor();
    await picture('parts-register');
    await page.getByRole('button', { name: '答复' }).click();
    await page.getByRole('dialog').getByLabel('怎么答复').fill('拿错了，已换右边的');
    await page.keyboard.press('Enter');
    await page.getByText('有疑问待答复').waitFor({ state: 'detached' });
  });
  await walk(site(), 'desk', async (page, picture) => {
    await enter(page, owner.username, owner.password);
    await page.goto(`/service-orders/${orderId}`);
    await page.getByText('配件领料').waitFor();
    await page.getByRole('button', { name: '登记赔偿' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('哪个配件').click();
    await page.getByTitle(/3Q0407152D/).click();
    await sheet.getByLabel('谁赔偿').click();
    await page.getByTitle('张伟').click();
    await sheet.getByLabel('金额').fill('890');
    await sheet.getByLabel('经过').fill('装车前跌落，球头防尘套撕裂');
    await picture('parts-charge');
    await sheet.getByLabel('经过').press('Control+Enter');
    await sheet.waitFor({ state: 'detached' });
    await picture('parts-order');
    await page.goto('/part-charges');
    await page.getByText('球头防尘套撕裂').waitFor();
    await picture('parts-charges');
    await page.goto('/settings/part-issues');
    await page.getByText('以坏换新', { exact: true }).waitFor();
    await picture('parts-rules');
  });
  await walk(site(), 'phone', async (page, picture) => {
    await enter(page, people.clerk, password);
    await page.goto('/part-counter');
    await page.getByText('扫一张工单就开始').waitFor();
    await scan(page, number);
    await page.getByText('右前下摆臂总成').first().waitFor();
    await picture('parts-counter-phone');
  });
  const desk = await site().signIn(people.clerk, password);
  const { parts } = await desk(partIssueRoutes.ofOrder, { params: { orderId } });
  expect(parts.map(({ issuedThousandths }) => issuedThousandths)).toEqual([1000, 4500, 1000, 1000]);
});
