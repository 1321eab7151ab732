import { describe, expect } from 'vitest';
import type { TestEmployee, TestShop } from '#test/shop.ts';
import { test } from '#test/shop.ts';
import { entranceRoutes, peopleRoutes, staffRoutes } from '../contract.ts';

const secret = '春天的早上去跑步';
const params = ({ id }: { id: string }) => ({ employeeId: id });

const colleague = (owner: TestEmployee, name: string, roleKeys: string[], username?: string) =>
  owner.call(peopleRoutes.addEmployee, {
    body: { name, roleKeys, ...(username && { username, password: secret }) },
  });

const signIn = (shop: TestShop, username: string, password = secret) =>
  shop.http.inject({
    method: 'POST',
    url: `/api/v1${entranceRoutes.signIn.path}`,
    payload: { username, password, tenant: `t-${shop.tenantId.slice(-12)}` },
  });

describe('changing a colleague', () => {
  test('ORG-04 name, post, telephone and roles, with the version that was read', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const read = await owner.call(staffRoutes.read, { params: params(advisor) });
    expect(read).toMatchObject({ roleKeys: ['advisor'], orgUnitName: '试车行', mayChange: true });
    const change = () =>
      owner.call(
        staffRoutes.change,
        { params: params(advisor), body: { name: '周强', roleKeys: ['technician'] } },
        { version: read.version },
      );
    expect(await change()).toMatchObject({ name: '周强', roleKeys: ['technician'] });
    await expect(change()).rejects.toMatchObject({ status: 412, code: 'version_stale' });
    const session = await advisor.call(peopleRoutes.session, {});
    expect(session.permissions).not.toContain('serviceOrders.receive');
  });

  test('who may not manage people is refused; who may does not reach above himself', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const supervisor = await shop.employee('supervisor');
    const edit = (by: TestEmployee, of: { id: string }, body: object) =>
      by.call(staffRoutes.change, { params: params(of), body }, { version: 1 });
    await expect(edit(supervisor, owner, { name: '我' })).rejects.toMatchObject({ status: 403 });
    await shop.write(async (work) => {
      await work.update('roles', { key: 'cashier' }, { permissions: ['people.manage'] });
    });
    const clerk = await shop.employee('cashier');
    await expect(edit(clerk, owner, { phone: '1' })).rejects.toMatchObject({
      status: 403,
      code: 'employee_above_own',
    });
    const nobody = await shop.employee();
    await expect(edit(clerk, nobody, { roleKeys: ['owner'] })).rejects.toMatchObject({
      status: 422,
      code: 'role_above_own',
    });
    const reset = clerk.call(staffRoutes.resetPassword, {
      params: params(owner),
      body: { username: 'chef', password: secret },
    });
    await expect(reset).rejects.toMatchObject({ code: 'employee_above_own' });
  });

  test('the last owner who can sign in is neither demoted nor leaves', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const first = await colleague(owner, '甲', ['owner'], 'first');
    const demote = () =>
      owner.call(
        staffRoutes.change,
        { params: params(first), body: { roleKeys: ['advisor'] } },
        { version: 1 },
      );
    const leave = () => owner.call(staffRoutes.leave, { params: params(first), body: {} });
    await expect(demote()).rejects.toMatchObject({ status: 422, code: 'last_owner' });
    await expect(leave()).rejects.toMatchObject({ status: 422, code: 'last_owner' });
    await colleague(owner, '乙', ['owner'], 'second');
    expect(await demote()).toMatchObject({ roleKeys: ['advisor'] });
  });
});

describe('away and left', () => {
  test('ORG-07 away takes nothing new, and comes back', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const agent = await shop.employee('followUpAgent');
    const away = await owner.call(staffRoutes.goAway, { params: params(agent) });
    expect(away.state).toBe('away');
    expect(away.steps).toContainEqual({ step: 'goAway', allowed: false, reason: 'while_away' });
    await expect(owner.call(staffRoutes.goAway, { params: params(agent) })).rejects.toMatchObject({
      status: 409,
      code: 'step_not_allowed',
    });
    const back = await owner.call(staffRoutes.comeBack, { params: params(agent) });
    expect(back.state).toBe('active');
  });

  test('G-47 a leaver’s sessions end at once and his password opens nothing', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const advisor = await colleague(owner, '周强', ['advisor'], 'zhouqiang');
    const cookie = String((await signIn(shop, 'zhouqiang')).headers['set-cookie']).split(';')[0]!;
    const ask = () => shop.http.inject({ url: '/api/v1/session', headers: { cookie } });
    expect((await ask()).statusCode).toBe(200);
    const left = await owner.call(staffRoutes.leave, { params: params(advisor), body: {} });
    expect(left.state).toBe('left');
    expect((await ask()).statusCode).toBe(401);
    expect((await signIn(shop, 'zhouqiang')).statusCode).toBe(401);
    await owner.call(staffRoutes.comeBack, { params: params(advisor) });
    expect((await signIn(shop, 'zhouqiang')).statusCode).toBe(401);
    const body = { password: '秋天的晚上去散步' };
    await owner.call(staffRoutes.resetPassword, { params: params(advisor), body });
    expect((await signIn(shop, 'zhouqiang', body.password)).statusCode).toBe(201);
  });

  test('G-45 a new password ends the sessions of the old one, and is on record', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const reset = (body: { username?: string; password: string }) =>
      owner.call(staffRoutes.resetPassword, { params: params(advisor), body });
    await expect(reset({ password: secret })).rejects.toMatchObject({
      status: 422,
      code: 'username_needed',
    });
    await expect(reset({ username: 'zhou', password: '12345678' })).rejects.toMatchObject({
      code: 'password_weak',
    });
    expect(await reset({ username: 'zhou', password: secret })).toMatchObject({ username: 'zhou' });
    await expect(advisor.call(peopleRoutes.session, {})).rejects.toMatchObject({ status: 401 });
  });
});

describe('standing in', () => {
  const span = { fromAt: '2026-11-21T08:00:00.000Z', untilAt: '2026-11-25T10:00:00.000Z' };
  const name = (by: TestEmployee, absent: TestEmployee, standIn: TestEmployee, over = {}) =>
    by.call(staffRoutes.nameStandIn, {
      params: params(absent),
      body: { standInId: standIn.id, ...span, ...over },
    });

  test('ORG-06 a supervisor names one for a time, sees him and ends it', async ({ shop }) => {
    const supervisor = await shop.employee('supervisor');
    const agent = await shop.employee('followUpAgent');
    const other = await shop.employee('followUpAgent');
    const named = await name(supervisor, agent, other);
    expect(named).toMatchObject({ absentName: agent.name, namedByName: supervisor.name });
    const running = () => other.call(staffRoutes.listStandIns, { query: { running: true } });
    expect((await running()).items).toMatchObject([{ standInId: other.id, isRunning: true }]);
    await expect(name(agent, other, agent)).rejects.toMatchObject({ status: 403 });
    const end = () => supervisor.call(staffRoutes.endStandIn, { params: { standInId: named.id } });
    expect(await end()).toMatchObject({ isRunning: false });
    expect((await running()).items).toEqual([]);
    await expect(end()).rejects.toMatchObject({ status: 409, code: 'stand_in_over' });
  });

  test('ORG-06 two at a time are refused, with who it is and what to do', async ({ shop }) => {
    const supervisor = await shop.employee('supervisor');
    const [agent, other, third] = [
      await shop.employee('followUpAgent'),
      await shop.employee('followUpAgent'),
      await shop.employee('followUpAgent'),
    ];
    await name(supervisor, agent, other);
    await expect(name(supervisor, agent, third)).rejects.toMatchObject({
      status: 409,
      code: 'stand_in_overlap',
      detail: expect.stringMatching(`${other.name}.*2026-11-25 18:00`),
    });
    await expect(name(supervisor, third, agent)).rejects.toMatchObject({ code: 'stand_in_absent' });
    await expect(name(supervisor, third, third)).rejects.toMatchObject({ code: 'stand_in_self' });
    const backwards = { fromAt: span.untilAt, untilAt: span.fromAt };
    await expect(name(supervisor, third, other, backwards)).rejects.toMatchObject({
      code: 'span_backwards',
    });
    const later = { fromAt: span.untilAt, untilAt: '2026-11-28T10:00:00.000Z' };
    expect(await name(supervisor, agent, third, later)).toMatchObject({ isRunning: false });
  });
});
