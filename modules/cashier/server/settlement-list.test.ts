import { expect } from 'vitest';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { Desk } from './desk.fixture.ts';

const printed = async (by: TestEmployee, visit: Visit, paper = 'a4') => {
  const path = `/service-orders/${visit.order.id}/settlement-list.pdf?paper=${paper}`;
  const reply = await by.raw('GET', path);
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('application/pdf');
  return (await readPdf(reply.rawPayload)).pages.join('');
};

test('WSH-15 the settlement list is there before anybody pays: labour and material itemised apart', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const text = await printed(desk.owner, visit);
  for (const said of [
    '机动车维修费用结算清单',
    '付款前提供',
    '欧阳思远',
    visit.order.number,
    '更换右前下摆臂324.00',
    '更换右前下摆臂（材料）890.00',
    '天窗排水管疏通厂家保修',
    '工时费594.00',
    '材料费1,576.00',
    '应付金额2,170.00',
    '人民币贰仟壹佰柒拾元整',
    '二级维护',
    '公里或',
    '托修方签字',
  ]) {
    expect(text).toContain(compact(said));
  }
});

test('WSH-15 what was let off is off the list before anybody pays, and off the sum that the desk asks for', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  await desk.letOff(visit, 70_00);
  expect((await desk.look()).orders).toMatchObject([{ id: visit.order.id, dueFen: 2_100_00 }]);
  const text = await printed(desk.owner, visit);
  expect(text).toContain('优惠70.00');
  expect(text).toContain('应付金额2,100.00');
});

test('WSH-15 after payment it says how it was paid; what a cashier may not see of the car is masked', async ({
  shop,
}) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  await desk.letOff(visit, 70_00);
  await desk.deposit(visit, 500_00);
  await desk.settle(visit, [
    ['onAccount', 500_00],
    ['wechat', 1_600_00],
  ]);
  const text = await printed(desk.cashier, visit);
  for (const said of ['已结算', '挂账500.00；微信1,600.00', '已收定金500.00', '优惠70.00']) {
    expect(text).toContain(said);
  }
  expect(text).toContain('旧件处理托修方声明放弃');
  expect(text).not.toContain(visit.order.plate.slice(2));
});

test('WSH-15 on the till’s roll the same sums stand, 80 mm wide', async ({ shop }) => {
  const desk = await Desk.open(shop);
  const visit = await desk.readyVisit();
  const text = await printed(desk.owner, visit, 'roll');
  for (const said of ['付款前提供', '二级维护270.00', '工时费594.00', '应付金额¥2,170.00']) {
    expect(text).toContain(said);
  }
});

test('WSH-15 before the final inspection there is none', async ({ shop }) => {
  const desk = await Desk.open(shop);
  const visit = await Visit.begin(shop);
  await visit.toWork();
  const path = `/service-orders/${visit.order.id}/settlement-list.pdf`;
  expect((await desk.cashier.raw('GET', path)).json()).toMatchObject({
    code: 'settlement_too_early',
  });
});
