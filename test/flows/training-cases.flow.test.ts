import { test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { enter, owner, siteForThisFile, walk, walkedScreens } from './support.ts';

const password = '秋天的晚上去散步';
const complaintOf = new Map<string, string>();
const site = siteForThisFile(async (opened) => {
  const call = await opened.setUp();
  const employ = (name: string, post: string, role: string, username: string) =>
    call(peopleRoutes.addEmployee, { body: { name, post, roleKeys: [role], username, password } });
  await employ('沈主管', '客户关系主管', 'supervisor', 'shen');
  await employ('林晓东', '技师', 'technician', 'lin');
  for (const [at, screen] of walkedScreens(import.meta.filename).entries()) {
    const phone = `1387123450${at}`;
    const { id: customerId } = await call(customerRoutes.add, { body: { name: '孙丽', phone } });
    const { id: vehicleId } = await call(vehicleRoutes.add, {
      body: { plate: `粤B1234${at}`, model: '秦PLUS DM-i 2023 冠军版', ownerId: customerId },
    });
    const { id: complaintId } = await call(complaintRoutes.receive, {
      body: {
        ...{ channel: 'phone', kind: 'repairTechnique', classKey: 'notFixed' },
        ...{ customerId, vehicleId, complainantName: '孙丽', complainantPhone: phone },
        content: `孙丽（${phone}，粤B·1234${at}）来电：制动片换了两次还是异响，林晓东说是厂家件的问题。她先生 13912345678 也打过电话，一直没有人回。`,
      },
    });
    const params = { complaintId };
    await call(complaintRoutes.acknowledge, {
      params,
      body: { words: '已致电孙女士道歉，请林晓东今天下午路试。' },
    });
    await call(complaintRoutes.investigate, {
      params,
      body: {
        findings: '林晓东两次换片都没有清洁润滑导向销，右前导向销缺油卡滞。',
        ...{ causeKind: 'repair', cause: '换片作业漏了导向销润滑' },
        responsibility: '机修一组',
      },
    });
    await call(complaintRoutes.propose, {
      params,
      body: {
        solution: '免费返修，赠送一次保养',
        measure: '清洁润滑四轮导向销，路试 10 公里无异响',
        customerAnswer: 'accepted',
      },
    });
    await call(complaintRoutes.reportBack, {
      params,
      body: { how: 'phone', words: '已试车，没有异响，孙女士认可。' },
    });
    await call(complaintRoutes.askSatisfaction, { params, body: { satisfaction: 'satisfied' } });
    await call(complaintRoutes.noteLesson, {
      params,
      body: { lesson: '换片作业表加一项“导向销清洁润滑”，由组长抽查；承诺回电的事当天记入待办。' },
    });
    await call(complaintRoutes.close, { params, body: {} });
    complaintOf.set(screen, complaintId);
  }
});

test.each(walkedScreens(import.meta.filename))(
  'CMP-14 a closed complaint becomes a case without persons, another publishes it, the shop reads it (%s)',
  async (screen) => {
    await walk(site(), screen, async (page, picture) => {
      await enter(page, owner.username, owner.password);
      await page.goto(`/complaints/${complaintOf.get(screen)}`);
      const make = page.getByRole('button', { name: '做成培训案例' });
      await make.scrollIntoViewIfNeeded();
      await picture('training-case-make');
      await make.click();
      await page.getByRole('heading', { name: '整理案例' }).waitFor();
      await picture('training-case-draft');
      await page.getByRole('button', { name: '去改：13912345678' }).click();
      const story = page.getByLabel('客户说了什么');
      const said = await story.inputValue();
      await story.fill(said.replace(' 13912345678 ', ''));
      await page.getByText('没有发现个人信息', { exact: false }).waitFor();
      await page.getByText('已保存', { exact: true }).waitFor();
      await picture('training-case-clean');
      const address = page.url();

      await enter(page, 'shen', password);
      await page.goto(address);
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByRole('heading', { name: '谁读过' }).waitFor();
      await picture('training-case-readers');

      await enter(page, 'lin', password);
      await page.goto('/training-cases');
      await page.getByText('未读', { exact: true }).first().waitFor();
      await picture('training-cases');
      await page.goto(address);
      const tick = page.getByRole('button', { name: '我读过了' });
      await tick.waitFor();
      if (screen === 'desk') await page.keyboard.press('r');
      else await tick.click();
      await page.getByText('已记下您读过').waitFor();
      await picture('training-case-read');
    });
  },
);
