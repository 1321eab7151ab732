import { describe, expect } from 'vitest';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { newId } from '#platform/ids.ts';
import { testClock } from '#test/server.ts';
import { TestShop, test } from '#test/shop.ts';
import { entranceRoutes, peopleRoutes } from '../contract.ts';
import { openSession } from './sessions.ts';

describe('who is signed in', () => {
  test('ORG-04 a service advisor sees who he is and what he may do', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const session = await advisor.call(peopleRoutes.session, {});
    expect(session).toMatchObject({
      employeeId: advisor.id,
      tenantName: '试车行',
      home: 'reception',
    });
    expect(session.permissions).toContain('serviceOrders.receive');
    expect(session.permissions).not.toContain('complaints.supervise');
  });

  test('D-02 without a session there is a 401 and nothing else', async ({ shop }) => {
    const reply = await shop.http.inject({ method: 'GET', url: '/api/v1/session' });
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({ code: 'unauthenticated', title: '请先登录' });
  });

  test('G-47 signing out ends the session at once', async ({ shop }) => {
    const agent = await shop.employee('followUpAgent');
    await agent.call(peopleRoutes.session, {});
    await agent.call(peopleRoutes.signOut, {});
    await expect(agent.call(peopleRoutes.session, {})).rejects.toMatchObject({ status: 401 });
  });

  test('D-07 a day later the session is over', async ({ shop }) => {
    const agent = await shop.employee('followUpAgent');
    const { cookie } = agent;
    await shop.forward(24);
    const url = '/api/v1/sessions';
    expect((await shop.http.inject({ url, headers: { cookie } })).statusCode).toBe(401);
  });
});

describe('one’s own sessions', () => {
  test('G-47 a lost tablet is signed out from the desk, at once', async ({ shop }) => {
    const agent = await shop.employee('followUpAgent');
    const tablet = await shop.write((work) =>
      openSession(work, agent.id, { address: '10.0.0.7', userAgent: '平板' }),
    );
    const cookie = `jm_session=${tablet.token}`;
    const onTablet = () =>
      shop.http.inject({ method: 'GET', url: '/api/v1/session', headers: { cookie } });
    expect((await onTablet()).statusCode).toBe(200);
    const { items } = await agent.call(peopleRoutes.listSessions, {});
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const lost = items.find(({ userAgent }) => userAgent === '平板')!;
    await agent.call(peopleRoutes.revokeSession, { params: { sessionId: lost.id } });
    expect((await onTablet()).statusCode).toBe(401);
    await agent.call(peopleRoutes.session, {});
  });
});

describe('people and their logins', () => {
  const colleague = {
    name: '李梅',
    post: '客服专员',
    roleKeys: ['followUpAgent'],
    username: 'limei',
    password: '春天的早上去跑步',
  };

  test('ORG-04 the owner adds a colleague, who signs in with his own password', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const added = await owner.call(peopleRoutes.addEmployee, { body: colleague });
    expect(added).toMatchObject({ name: '李梅', username: 'limei', roleKeys: ['followUpAgent'] });
    const tenant = `t-${shop.tenantId.slice(-12)}`;
    const reply = await shop.http.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { username: 'LiMei', password: colleague.password, tenant },
    });
    expect(reply.statusCode).toBe(201);
    expect(String(reply.headers['set-cookie'])).toMatch(/^jm_session=.+HttpOnly.+SameSite=Strict/);
    expect(reply.json()).toMatchObject({ name: '李梅', home: 'calls' });
  });

  test('a weak password is refused, with what to do', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const body = { ...colleague, password: '12345678' };
    await expect(owner.call(peopleRoutes.addEmployee, { body })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/password', code: 'password_weak' }],
    });
  });

  test('nobody grants more than he may do himself', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const body = { name: '新人', roleKeys: [] };
    await expect(advisor.call(peopleRoutes.addEmployee, { body })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('D-34 G-46 the sixth guess within a quarter of an hour is not looked at', async ({
    shop,
  }) => {
    const tenant = `t-${shop.tenantId.slice(-12)}`;
    const payload = { username: 'owner', password: 'falsch-falsch', tenant };
    const guess = () => shop.http.inject({ method: 'POST', url: '/api/v1/session', payload });
    const replies = await Promise.all(Array.from({ length: 12 }, guess));
    const statuses = replies.map((reply) => reply.statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    const late = replies.find((reply) => reply.statusCode === 429)!;
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('a key of a program works until it is revoked', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const key = await owner.call(peopleRoutes.addApiKey, {
      body: { name: '报表程序', roleKey: 'cashier', expiresAt: '2027-01-01T00:00:00.000Z' },
    });
    const headers = { authorization: `Bearer ${key.secret}` };
    const ask = () => shop.http.inject({ method: 'GET', url: '/api/v1/employees', headers });
    expect((await ask()).statusCode).toBe(200);
    await owner.call(peopleRoutes.revokeApiKey, { params: { apiKeyId: key.id } });
    expect((await ask()).statusCode).toBe(401);
  });
});

describe('what every route keeps to', () => {
  test('an unknown field is 400 and named, and so is an unknown parameter', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const body = { name: '张三', roleKeys: [], mood: 1 } as never;
    await expect(owner.call(peopleRoutes.addEmployee, { body })).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/mood', code: 'unknown_field', message: '没有这个字段。' }],
    });
    expect((await owner.raw('GET', '/employees?mood=1')).statusCode).toBe(400);
  });

  test('D-33 a refusal speaks the reader’s language; its code is never translated', async ({
    shop,
  }) => {
    const nobody = await shop.employee();
    const english = { 'accept-language': 'en-GB,en;q=0.9' };
    const body = { name: '', roleKeys: [] };
    expect((await nobody.raw('POST', '/employees', body, english)).json()).toMatchObject({
      code: 'forbidden',
      title: 'Not permitted',
    });
    const owner = await shop.employee('owner');
    const refused = (await owner.raw('POST', '/employees', body, english)).json();
    expect(refused).toMatchObject({
      code: 'invalid',
      title: 'Please correct',
      errors: [{ pointer: '/name', code: 'required', message: 'Required.' }],
    });
  });

  test('D-30 a key twice, a NUL, a number as text are refused', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const send = (payload: string) =>
      shop.http.inject({
        method: 'POST',
        url: '/api/v1/employees',
        headers: { cookie: owner.cookie, 'content-type': 'application/json' },
        payload,
      });
    expect((await send('{"name":"a","name":"b","roleKeys":[]}')).json().errors[0].code).toBe(
      'duplicate_key',
    );
    expect((await send('{"name":"a\\u0000","roleKeys":[]}')).json().errors[0].code).toBe(
      'bad_character',
    );
    expect((await send('{"name":7,"roleKeys":[]}')).json().errors[0].code).toBe('wrong_type');
    expect((await send('{"name":')).statusCode).toBe(400);
  });

  test('D-20 the same key gives the first answer again; another body is refused', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const idempotencyKey = newId(shop.now);
    const add = (name: string) =>
      owner.call(peopleRoutes.addEmployee, { body: { name, roleKeys: [] } }, { idempotencyKey });
    const [first, again] = await Promise.all([add('王五'), add('王五')]);
    expect(again).toEqual(first);
    await expect(add('赵六')).rejects.toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    const { items } = await owner.call(peopleRoutes.listEmployees, {});
    expect(items.filter(({ name }) => name === '王五')).toHaveLength(1);
  });

  test('D-15 a change needs the version that was read, and an old one is refused', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const params = { orgUnitId: shop.unitId };
    const change = (address: string, version?: number) =>
      owner.call(organisationRoutes.changeUnit, { params, body: { address } }, { version });
    await expect(change('甲路1号')).rejects.toMatchObject({ status: 428 });
    expect(await change('甲路1号', 1)).toMatchObject({ version: 2, address: '甲路1号' });
    await expect(change('乙路2号', 1)).rejects.toMatchObject({
      status: 412,
      code: 'version_stale',
    });
  });

  test('D-31 lists go page by page, and a cursor made by hand is refused', async ({ shop }) => {
    const owner = await shop.employee('owner');
    for (const name of ['甲', '乙', '丙']) {
      await owner.call(peopleRoutes.addEmployee, { body: { name, roleKeys: [] } });
    }
    const first = await owner.call(peopleRoutes.listEmployees, { query: { limit: 2 } });
    const second = await owner.call(peopleRoutes.listEmployees, {
      query: { limit: 2, cursor: first.nextCursor! },
    });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect((await owner.raw('GET', '/employees?cursor=abc.def')).statusCode).toBe(400);
  });

  test('a stranger’s records do not exist', async ({ shop }) => {
    const stranger = await (await TestShop.open()).employee('owner');
    const change = stranger.call(
      organisationRoutes.changeUnit,
      { params: { orgUnitId: shop.unitId }, body: { name: '我的' } },
      { version: 1 },
    );
    await expect(change).rejects.toMatchObject({ status: 404 });
  });

  test('D-60 a write that a browser sends from another site is refused', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const reply = await owner.raw(
      'POST',
      '/employees',
      { name: '甲', roleKeys: [] },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(reply.statusCode).toBe(403);
  });

  test('the first run is offered on an empty server alone', async ({ shop }) => {
    const reply = await shop.http.inject({
      method: 'POST',
      url: `/api/v1${entranceRoutes.setup.path}`,
      payload: {
        tenantName: '又一家',
        employeeName: '甲',
        username: 'jia',
        password: '春天的早上去跑步',
      },
    });
    expect(reply.json()).toMatchObject({ status: 409, code: 'setup_done' });
  });
});

test('G-35 what was seen to be over stays over when the clock goes back', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const body = { name: '报表程序', roleKey: 'advisor', expiresAt: '2026-11-21T10:00:00.000Z' };
  const { secret } = await owner.call(peopleRoutes.addApiKey, { body });
  // Nobody has shown it yet: what was read of it is believed for five seconds.
  const { cookie } = await shop.employee('advisor');
  const entrances = [{ cookie }, { authorization: `Bearer ${secret}` }];
  const begin = shop.now;
  const statuses = async (hours: number) => {
    testClock.setFor(shop.tenantId, new Date(begin.getTime() + hours * 3_600_000));
    const replies = entrances.map((headers) =>
      shop.http.inject({ method: 'GET', url: '/api/v1/employees', headers }),
    );
    return (await Promise.all(replies)).map(({ statusCode }) => statusCode);
  };
  expect(await statuses(30)).toEqual([401, 401]);
  expect(await statuses(0)).toEqual([401, 401]);
});
