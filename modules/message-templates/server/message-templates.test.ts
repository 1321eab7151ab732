import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { newId } from '#platform/ids.ts';
import { TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { templateRoutes as routes } from '../contract.ts';
import { fill, namedIn } from '../judge/variables.ts';
import { faultOf } from '../judge/wording.ts';

const reminder = {
  name: '保养提醒',
  purpose: 'service',
  channel: 'sms',
  language: 'zh-CN',
  body: '{称呼}，您的{车牌}该保养了。{门店}',
  providerTemplate: 'SMS_100',
} as const;

async function begun(shop: TestShop) {
  const writer = await shop.employee('supervisor');
  const boss = await shop.employee('owner');
  const advisor = await shop.employee('advisor');
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '王丽', salutation: 'ms', phone: '13800138000' },
  });
  const addCar = (plate: string) =>
    advisor.call(vehicleRoutes.add, { body: { plate, ownerId: customerId } });
  const write = async (words: object = {}) =>
    (await writer.call(routes.add, { body: { ...reminder, ...words } })).id;
  const approved = async (words: object = {}) => {
    const params = { templateId: await write(words) };
    await writer.call(routes.ask, { params });
    await boss.call(routes.approve, { params });
    return params.templateId;
  };
  const send = (templateId: string, more: object = {}) =>
    advisor.call(routes.send, { params: { customerId }, body: { templateId, ...more } });
  return { writer, boss, advisor, customerId, addCar, write, approved, send };
}

test('CAR-05 what one person wrote another approves; nobody approves his own words', async ({
  shop,
}) => {
  const { writer, boss, advisor, write, send } = await begun(shop);
  const params = { templateId: await write() };
  await expect(send(params.templateId)).rejects.toMatchObject({ code: 'template_not_approved' });
  const asked = await writer.call(routes.ask, { params });
  expect(asked.steps).toContainEqual({ step: 'approve', allowed: false, reason: 'own_words' });
  await expect(writer.call(routes.approve, { params })).rejects.toMatchObject({
    status: 409,
    code: 'template_own',
  });
  await expect(advisor.call(routes.approve, { params })).rejects.toMatchObject({ status: 403 });
  await boss.call(routes.refuse, { params, body: { reason: '请写上电话' } });
  const words = { body: '{称呼}，请来电。' };
  await expect(
    boss.call(routes.change, { params, body: words }, { version: 1 }),
  ).rejects.toMatchObject({ status: 412 });
  const changed = await boss.call(routes.change, { params, body: words }, { version: 3 });
  expect(changed).toMatchObject({ state: 'draft', refusal: '请写上电话' });
  await writer.call(routes.ask, { params });
  // The owner wrote the words that stand there now.
  await expect(boss.call(routes.approve, { params })).rejects.toMatchObject({
    code: 'template_own',
  });
  const third = await shop.employee('supervisor');
  expect(await third.call(routes.approve, { params })).toMatchObject({
    state: 'approved',
    decidedByName: third.name,
  });
});

test('CAR-05 a message is made of what is on file; the thread names its template', async ({
  shop,
}) => {
  const { advisor, customerId, addCar, approved, send } = await begun(shop);
  await addCar('粤A12345');
  const sent = await send(await approved());
  expect(sent).toMatchObject({
    body: '王丽女士，您的粤A12345该保养了。试车行',
    template: '保养提醒 · 1',
    state: 'queued',
  });
  const { items } = await advisor.call(messageRoutes.thread, { params: { customerId } });
  expect(items).toMatchObject([{ id: sent.id, template: '保养提醒 · 1' }]);
});

test('CAR-05 no message leaves with an empty variable: it says which and why', async ({ shop }) => {
  const { advisor, writer, customerId, addCar, approved, send } = await begun(shop);
  const templateId = await approved({ body: '{称呼}，{车牌}预约{预约时间}，{链接}' });
  const params = { customerId };
  const gapsOf = async () => {
    const { items } = await advisor.call(routes.usable, { params });
    return items[0]!.gaps.map(({ word, why }) => `${word} ${why}`);
  };
  expect(await gapsOf()).toEqual(['车牌 no_vehicle', '预约时间 no_appointment', '链接 no_link']);
  await expect(send(templateId)).rejects.toMatchObject({
    status: 422,
    code: 'template_variable_empty',
    title: '模板里有空着的内容：{车牌}、{预约时间}、{链接}',
  });
  await addCar('粤A12345');
  await addCar('粤A54321');
  expect(await gapsOf()).toContain('车牌 several_vehicles');
  const { items } = await advisor.call(messageRoutes.thread, { params });
  expect(items).toEqual([]);
  const preview = await writer.call(routes.preview, { params: { ...params, templateId } });
  expect(preview.body).toBe('王丽女士，{车牌}预约{预约时间}，{链接}');
});

test('CAR-05 of several cars the one that was named is meant, if it is his', async ({ shop }) => {
  const { advisor, addCar, approved, send } = await begun(shop);
  await addCar('粤A12345');
  const { id: vehicleId } = await addCar('粤A54321');
  const templateId = await approved();
  expect((await send(templateId, { vehicleId })).body).toContain('粤A54321');
  const { id: other } = await advisor.call(customerRoutes.add, { body: { name: '李四' } });
  const { id: strange } = await advisor.call(vehicleRoutes.add, {
    body: { plate: '粤B77777', ownerId: other },
  });
  for (const vehicleId of [strange, newId(shop.now)]) {
    await expect(send(templateId, { vehicleId })).rejects.toMatchObject({ status: 404 });
  }
});

test('CAR-05 a variable that vanished from the list is a gap, never an empty place', async ({
  shop,
}) => {
  const { addCar, approved, send } = await begun(shop);
  await addCar('粤A12345');
  const templateId = await approved();
  await shop.write((work) =>
    work.update('messageTemplates', { id: templateId }, { body: '{称呼}，{积分}' }),
  );
  await expect(send(templateId)).rejects.toMatchObject({ code: 'template_variable_empty' });
});

test('CAR-05 a next edition takes the place of the present one when it is approved, not before', async ({
  shop,
}) => {
  const { writer, boss, advisor, customerId, addCar, approved, send } = await begun(shop);
  await addCar('粤A12345');
  const first = await approved();
  const next = await writer.call(routes.revise, { params: { templateId: first } });
  expect(next).toMatchObject({ edition: 2, state: 'draft', providerTemplate: 'SMS_100' });
  await expect(writer.call(routes.revise, { params: { templateId: first } })).rejects.toMatchObject(
    { code: 'template_edition_open' },
  );
  const params = { templateId: next.id };
  const body = { body: '{称呼}，该保养了。' };
  await writer.call(routes.change, { params, body }, { version: 1 });
  await writer.call(routes.ask, { params });
  expect((await send(first)).template).toBe('保养提醒 · 1');
  await boss.call(routes.approve, { params });
  await expect(send(first)).rejects.toMatchObject({ code: 'template_not_approved' });
  const { items } = await advisor.call(routes.usable, { params: { customerId } });
  expect(items.map(({ id, edition }) => ({ id, edition }))).toEqual([{ id: next.id, edition: 2 }]);
});

test('CAR-05 unknown variables and advertising against the law are refused before anybody reads them', async ({
  shop,
}) => {
  const { writer, write } = await begun(shop);
  await expect(write({ body: '{称呼}{余额}' })).rejects.toMatchObject({
    code: 'template_variable_unknown',
  });
  await expect(write({ channel: 'email' })).rejects.toMatchObject({ code: 'template_no_subject' });
  const offer = { purpose: 'marketing', body: '{称呼}，冬季检测八折。' };
  const ask = async (words: object) =>
    writer.call(routes.ask, { params: { templateId: await write({ ...offer, ...words }) } });
  await expect(ask({})).rejects.toMatchObject({ code: 'template_no_way_out' });
  await expect(ask({ body: '最佳优惠，拒收请回复R' })).rejects.toMatchObject({
    code: 'template_forbidden_words',
  });
  expect(await ask({ body: '冬季检测八折，拒收请回复R' })).toMatchObject({ state: 'asked' });
  expect(faultOf({ purpose: 'service', channel: 'sms', subject: '', body: '完工' })).toBe(
    undefined,
  );
});

test('CAR-05 a shop uses the templates of the units above it and changes none; a sister’s are not there', async ({
  shop,
}) => {
  const { approved, writer } = await begun(shop);
  const fromAbove = await approved();
  const [north, south] = await sisterShops(shop);
  const inNorth = await begun(north);
  const inSouth = await begun(south);
  const own = { templateId: await inNorth.approved({ body: '{称呼}，城北店有您的件。' }) };
  const usable = await inNorth.advisor.call(routes.usable, {
    params: { customerId: inNorth.customerId },
  });
  expect(usable.items.map(({ id }) => id).sort()).toEqual([fromAbove, own.templateId].sort());
  const retire = (by: typeof writer, templateId: string) =>
    by.call(routes.retire, { params: { templateId } });
  await expect(retire(inNorth.writer, fromAbove)).rejects.toMatchObject({ status: 404 });
  await expect(retire(inSouth.writer, own.templateId)).rejects.toMatchObject({ status: 404 });
  await expect(inSouth.send(own.templateId)).rejects.toMatchObject({ status: 404 });
  expect(await retire(writer, own.templateId)).toMatchObject({ state: 'retired' });
});

test('G-11 another house’s templates and customers are not there', async ({ shop }) => {
  const { approved, customerId } = await begun(shop);
  const templateId = await approved();
  const other = await begun(await TestShop.open());
  const retire = other.boss.call(routes.retire, { params: { templateId } });
  await expect(retire).rejects.toMatchObject({ status: 404 });
  await expect(other.send(templateId)).rejects.toMatchObject({ status: 404 });
  const params = { customerId };
  await expect(other.advisor.call(routes.usable, { params })).rejects.toMatchObject({
    status: 404,
  });
  expect((await other.writer.call(routes.list, {})).items).toEqual([]);
});

test('CAR-05 what stands for a variable is never read as a variable itself', () => {
  const values = { name: { text: '{车牌}' }, plate: { text: '粤A12345' } };
  expect(fill('{姓名} {plate}', values)).toMatchObject({ text: '{车牌} 粤A12345', gaps: [] });
  expect(namedIn('{车牌}{ 车牌 }{}{{姓名}}').map(({ key }) => key)).toEqual(['plate', 'name']);
});
