import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { received, take } from '#modules/complaints/server/complaints.fixture.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { levelRoutes as routes } from '../contract.ts';
import { house, known } from './levels.fixture.ts';

const whole = { complainantName: '王建国', complainantPhone: '13800138000', isWalled: false };
const hidden = {
  ...{ complainantName: '王**', complainantPhone: '138****8000', isWalled: true },
  ...{ customerId: null, customer: null },
};
const shown = (by: TestEmployee, complaintId: string) =>
  by.call(complaintRoutes.one, { params: { complaintId } });
const at = (complaintId: string) => ({ params: { complaintId } });
const takeDown = (by: TestEmployee, id: string) =>
  by.call(routes.handDown, { ...at(id), body: { instructions: '按技术通报换新批次制动片。' } });

describe('the page of a complaint, opened by a tier above', () => {
  test('CMP-16 CMP-18 name and phone are masked in the answer itself: page, register, clocks; the shop sees all', async ({
    shop: root,
  }) => {
    const { advisor, region, maker } = await house(root);
    const { id } = await known(advisor);
    for (const above of [region, maker]) {
      expect(await shown(above, id)).toMatchObject(hidden);
      for (const path of [`/complaints/${id}`, '/complaints']) {
        const { body } = await above.raw('GET', path);
        expect(body).not.toContain('建国');
        expect(body).not.toContain('13800138000');
      }
    }
    const paper = async (by: TestEmployee) => {
      const { rawPayload } = await by.raw('GET', `/complaints/${id}/file.pdf`);
      return compact((await readPdf(rawPayload)).pages.join(''));
    };
    expect(await paper(region)).not.toContain('王建国');
    expect(await shown(advisor, id)).toMatchObject(whole);
    expect(await paper(advisor)).toContain('王建国');
  });

  test('CMP-16 CMP-18 a reason on record opens it for who gave it, and for nobody else', async ({
    shop: root,
  }) => {
    const { advisor, region, maker } = await house(root);
    const { id } = await known(advisor);
    await region.call(routes.reveal, { ...at(id), body: { reason: 'contact', note: '致电道歉' } });
    expect(await shown(region, id)).toMatchObject(whole);
    expect(await shown(maker, id)).toMatchObject(hidden);
    const { items } = await region.call(complaintRoutes.list, {});
    expect(items).toMatchObject([whole]);
  });

  test('CMP-16 CMP-18 the level that took it over sees whom it answers, a colleague there too, until it is handed down', async ({
    shop: root,
  }) => {
    const { advisor, region, maker, agent } = await house(root);
    const colleague = await agent.employee('supervisor');
    const { id } = await known(advisor);
    await advisor.call(routes.passUp, { ...at(id), body: { reason: '客户要找媒体' } });
    expect(await shown(region, id)).toMatchObject(hidden);
    await region.call(routes.takeOver, { ...at(id), body: {} });
    for (const who of [region, colleague]) expect(await shown(who, id)).toMatchObject(whole);
    expect(await shown(maker, id)).toMatchObject(hidden);
    await takeDown(region, id);
    for (const who of [region, colleague]) expect(await shown(who, id)).toMatchObject(hidden);
  });

  test('CMP-01 CMP-18 who put it on record above sees it, and who has it in hand', async ({
    shop: root,
  }) => {
    const { advisor, region, agent } = await house(root);
    const colleague = await agent.employee('supervisor');
    const { vehicleId } = await known(advisor);
    const { id } = await received(region, { vehicleId: vehicleId!, complainantName: '王建国' });
    expect(await shown(region, id)).toMatchObject({ ...whole });
    expect(await shown(colleague, id)).toMatchObject(hidden);
    await take(colleague, 'acknowledge', id, { words: '已致电' });
    expect(await shown(colleague, id)).toMatchObject(whole);
  });
});
