import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { callRoutes, matterRoutes } from '#modules/follow-ups/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestShop } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { phoneCallRoutes as routes, telephonyRoutes } from '../contract.ts';
import { exchangeOf } from './exchange.fixture.ts';

const phone = '13800138000';

async function begun(shop: TestShop) {
  const agent = await shop.employee('followUpAgent');
  const owner = await shop.employee('owner');
  const { id: customerId } = await owner.call(customerRoutes.add, {
    body: { name: '王丽', salutation: 'ms', phone },
  });
  const heard = (number: string = phone) =>
    agent.call(routes.add, { body: { direction: 'in', number } });
  return { agent, owner, customerId, heard };
}

/** Nobody picked up. */
async function missedCall(shop: TestShop) {
  const begunHere = await begun(shop);
  const { say } = await exchangeOf(shop, begunHere.owner);
  await say({ type: 'ringing', number: phone, extension: '801' });
  await say({ type: 'missed', number: phone });
  const [row] = (await begunHere.agent.call(routes.list, { query: { show: 'owed' } })).items;
  return { ...begunHere, say, params: { phoneCallId: row!.id }, row: row! };
}

describe('who calls', () => {
  test('FUP-06 a number leads to its customer, with the car that is in the shop now', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop, '粤B12345');
    await visit.receive();
    const agent = await shop.employee('followUpAgent');
    const call = await agent.call(routes.add, { body: { direction: 'in', number: phone } });
    expect(call).toMatchObject({ state: 'talking', customerId: visit.customerId });
    expect(call.file?.cars[0]).toMatchObject({
      plate: '粤B12345',
      openOrder: { id: visit.order.id },
    });
  });

  test('FUP-06 of several customers with one number none is taken; a contact is found too', async ({
    shop,
  }) => {
    const { agent, owner, customerId, heard } = await begun(shop);
    const { id: companyId } = await owner.call(customerRoutes.add, {
      body: { name: '顺达运输有限公司', kind: 'company' },
    });
    await owner.call(customerRoutes.addContact, {
      params: { customerId: companyId },
      body: { name: '司机老李', role: 'driver', phone },
    });
    const call = await heard();
    expect(call.customerId).toBeNull();
    expect(call.matches).toHaveLength(2);
    expect(call.matches).toContainEqual(
      expect.objectContaining({ customerId: companyId, contactName: '司机老李' }),
    );
    const chosen = await agent.call(routes.identify, {
      params: { phoneCallId: call.id },
      body: { customerId },
    });
    expect(chosen.file?.customer.name).toBe('王丽');
  });

  test('FUP-06 the 0 and the +86 that exchanges put in front lead to the same customer', async ({
    shop,
  }) => {
    const { heard, customerId } = await begun(shop);
    const calls = [await heard(`0${phone}`), await heard(`+86${phone}`)];
    expect(calls.map((call) => [call.number, call.customerId])).toEqual(
      Array(2).fill([phone, customerId]),
    );
  });

  test('FUP-06 without number and customer nothing is begun', async ({ shop }) => {
    const { agent } = await begun(shop);
    await expect(
      agent.call(routes.add, { body: { direction: 'in', number: ' ' } }),
    ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/number', code: 'phone_who' }] });
  });

  test('FUP-06 who only sees may not take calls', async ({ shop }) => {
    const { heard } = await begun(shop);
    const { id } = await heard();
    const technician = await shop.employee('technician');
    const cashier = await shop.employee('cashier');
    for (const other of [technician, cashier]) {
      await expect(
        other.call(routes.record, { params: { phoneCallId: id }, body: { result: 'nuisance' } }),
      ).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('what comes of it', () => {
  test('FUP-05 FUP-06 one talk is registered with a question answered at once and a matter with its clock', async ({
    shop,
  }) => {
    const { agent, customerId, heard } = await begun(shop);
    const { id: phoneCallId } = await heard();
    const done = await agent.call(routes.record, {
      params: { phoneCallId },
      body: {
        result: 'talked',
        note: '问保养价格，还想约周末',
        matters: [
          { kind: 'question', content: '保养多少钱', solution: '报了 480 元' },
          { kind: 'demand', content: '周末有空位请回电' },
        ],
      },
    });
    expect(done).toMatchObject({ state: 'recorded', result: 'talked' });
    const talks = (await agent.call(callRoutes.list, { query: { customerId } })).items;
    expect(talks).toMatchObject([
      { id: done.callId, direction: 'in', mainPoints: '问保养价格，还想约周末' },
    ]);
    const matters = (await agent.call(matterRoutes.list, { query: { customerId } })).items;
    expect(matters.map(({ content, state }) => [content, state]).toSorted()).toEqual([
      ['保养多少钱', 'told'],
      ['周末有空位请回电', 'open'],
    ]);
    const { items } = await agent.call(commitmentRoutes.list, { query: {} });
    expect(items.filter(({ rule }) => rule === 'followUps.matter')).toHaveLength(1);
  });

  test('CMP-01 a complaint by telephone is registered, also of somebody who is not on file', async ({
    shop,
  }) => {
    const { agent, heard } = await begun(shop);
    const { id: phoneCallId } = await heard('13911112222');
    await agent.call(routes.identify, {
      params: { phoneCallId },
      body: { customerId: null, callerName: '周先生' },
    });
    const { complaintId } = await agent.call(routes.record, {
      params: { phoneCallId },
      body: {
        result: 'talked',
        note: '等了一上午',
        complaint: { kind: 'timeliness', content: '预约了还等一上午' },
      },
    });
    const complaint = await agent.call(complaintRoutes.one, {
      params: { complaintId: complaintId! },
    });
    expect(complaint).toMatchObject({ channel: 'phone', complainantName: '周先生' });
  });

  test('FUP-04 a matter needs a customer, a talk its main points, and no talk has neither', async ({
    shop,
  }) => {
    const { agent, heard } = await begun(shop);
    const { id: phoneCallId } = await heard('13911112222');
    const record = (body: object) =>
      agent
        .call(routes.record, { params: { phoneCallId }, body: body as never })
        .catch(({ errors, code }) => errors[0]?.code ?? code);
    const matters = [{ kind: 'demand', content: '请回电' }];
    expect(await record({ result: 'talked', note: ' ' })).toBe('phone_note_needed');
    expect(await record({ result: 'talked', note: '要回电', matters })).toBe('phone_no_customer');
    expect(await record({ result: 'nuisance', matters })).toBe('phone_no_talk');
    expect(await record({ result: 'busy' })).toBe('phone_result');
  });

  test('FUP-10 a visit in person is recorded alike', async ({ shop }) => {
    const { agent, customerId } = await begun(shop);
    const { id: phoneCallId } = await agent.call(routes.add, {
      body: { direction: 'visit', customerId },
    });
    await agent.call(routes.record, {
      params: { phoneCallId },
      body: { result: 'talked', note: '到店问年检' },
    });
    const talks = (await agent.call(callRoutes.list, { query: { customerId } })).items;
    expect(talks).toMatchObject([{ direction: 'visit', mainPoints: '到店问年检' }]);
  });
});

describe('whom we owe a call', () => {
  test('FUP-06 a missed call has its clock in working minutes, as the shop sets them', async ({
    shop,
  }) => {
    const { owner, agent, say, row } = await missedCall(shop);
    // Half an hour of the Saturday afternoon on which it came.
    expect(row.callBackBy).toBe('2026-11-21T08:30:00.000Z');
    await owner.call(telephonyRoutes.setUp, { body: { dialUrl: '', callBackMinutes: 15 } });
    await say({ type: 'ringing', callId: 'B2', number: '13911112222' });
    await say({ type: 'missed', callId: 'B2' });
    const { items } = await agent.call(routes.list, { query: { show: 'owed' } });
    expect(items[0]).toMatchObject({ callBackBy: '2026-11-21T08:15:00.000Z' });
  });

  test('FUP-06 one person takes it; another neither takes nor settles it, the supervisor does', async ({
    shop,
  }) => {
    const { agent, params } = await missedCall(shop);
    const other = await shop.employee('followUpAgent');
    await agent.call(routes.take, { params });
    await expect(other.call(routes.take, { params })).rejects.toMatchObject({ status: 409 });
    const body = { reason: '推销电话' };
    await expect(other.call(routes.settle, { params, body })).rejects.toMatchObject({
      code: 'phone_of_another',
    });
    const supervisor = await shop.employee('supervisor');
    const settled = await supervisor.call(routes.settle, { params, body });
    expect(settled).toMatchObject({ state: 'settled', note: '推销电话' });
  });

  test('FUP-06 the call back settles it; without reaching anybody it stays owed', async ({
    shop,
  }) => {
    const { agent, params } = await missedCall(shop);
    const back = async (result: 'noAnswer' | 'talked') => {
      const out = await agent.call(routes.callBack, { params });
      expect(out).toMatchObject({ direction: 'out', firstId: params.phoneCallId, number: phone });
      await agent.call(routes.record, {
        params: { phoneCallId: out.id },
        body: { result, ...(result === 'talked' && { note: '已回电' }) },
      });
      return agent.call(routes.read, { params });
    };
    expect(await back('noAnswer')).toMatchObject({ state: 'taken', tries: 1, ownerId: agent.id });
    expect(await back('talked')).toMatchObject({ state: 'settled', result: 'talked' });
    const { items } = await agent.call(commitmentRoutes.list, { query: {} });
    expect(items.filter(({ rule }) => rule === 'phoneCalls.callBack')).toEqual([]);
  });

  test('FUP-06 who calls again and is answered is owed nothing any more', async ({ shop }) => {
    const { agent, heard, params } = await missedCall(shop);
    await heard();
    expect(await agent.call(routes.read, { params })).toMatchObject({ state: 'settled' });
  });

  test('FUP-06 nobody called back in time: the supervisor hears of it', async ({ shop }) => {
    const { row } = await missedCall(shop);
    const supervisor = await shop.employee('supervisor');
    await shop.forward(1);
    const { items } = await supervisor.call(commitmentRoutes.listNotices, { query: {} });
    expect(items).toContainEqual(
      expect.objectContaining({ aboutType: 'phoneCall', aboutId: row.id }),
    );
  });
});
