import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { received, stepOf, take, upTo, usual } from './complaints.fixture.ts';
import { inTwoDays, investigated, task } from './work.fixture.ts';

const finish = (by: TestEmployee, complaintTaskId: string, result = '已复查，导向销已润滑。') =>
  by.call(routes.endOwnTask, { params: { complaintTaskId }, body: { outcome: 'done', result } });

describe('team and tasks', () => {
  test('CMP-05 a colleague of another department gets a task with a clock, is told, and says what came of it', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const technician = await shop.employee('technician');
    const { id } = await investigated(advisor);
    const given = await task(advisor, id, { ownerId: technician.id });
    expect(given).toMatchObject({
      gate: { tasks: false },
      tasks: [{ ownerName: technician.name, state: 'open', dueAt: inTwoDays }],
    });
    expect(given.entries.at(-1)).toMatchObject({ step: 'giveTask', byName: advisor.name });
    const notices = await technician.call(commitmentRoutes.listNotices, {});
    expect(notices.items).toMatchObject([{ kind: 'complaints.taskGiven' }]);
    const { items } = await technician.call(routes.ownTasks, {});
    expect(items).toMatchObject([{ number: given.number, what: '复查导向销' }]);
    expect(await finish(technician, items[0]!.id)).toMatchObject({ state: 'done' });
    const shown = await advisor.call(routes.one, { params: { complaintId: id } });
    expect(shown).toMatchObject({
      gate: { tasks: true },
      tasks: [{ state: 'done', endedByName: technician.name, result: '已复查，导向销已润滑。' }],
    });
    expect((await technician.call(routes.ownTasks, {})).items).toEqual([]);
    const promises = await technician.call(commitmentRoutes.list, { query: { state: 'kept' } });
    expect(promises.items).toMatchObject([{ rule: 'complaints.task', aboutId: items[0]!.id }]);
  });

  test('CMP-05 a task that is late climbs to the supervisor', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const supervisor = await shop.employee('supervisor');
    const { id } = await investigated(advisor);
    await task(advisor, id, { dueAt: '2026-11-22T08:00:00.000Z' });
    await shop.forward(25);
    const { items } = await supervisor.call(commitmentRoutes.listNotices, {});
    expect(items.map(({ kind, aboutType }) => `${kind} ${aboutType}`)).toContain(
      'commitment.climbed complaintTask',
    );
  });

  test('CMP-12 who has a task sees what was complained of, not who; others see nothing of it', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const [technician, other] = [
      await shop.employee('technician'),
      await shop.employee('technician'),
    ];
    const { id } = await investigated(advisor);
    await task(advisor, id, { ownerId: technician.id });
    const reply = await technician.raw('GET', '/complaint-tasks');
    expect(reply.body).toContain('刹车异响');
    expect(reply.body).not.toContain('王先生');
    const [mine] = reply.json().items;
    expect((await other.call(routes.ownTasks, {})).items).toEqual([]);
    await expect(finish(other, mine.id)).rejects.toMatchObject({ status: 404 });
    await expect(
      technician.call(routes.one, { params: { complaintId: id } }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('D-01 nobody of a sister shop gets a task, and none of hers is ended from here', async ({
    shop,
  }) => {
    const [own, sister] = await sisterShops(shop);
    const advisor = await own.employee('advisor');
    const stranger = await sister.employee('technician');
    const { id } = await investigated(advisor);
    await expect(task(advisor, id, { ownerId: stranger.id })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/ownerId', code: 'owner_unknown' }],
    });
    const theirs = await sister.employee('advisor');
    const shown = await task(theirs, (await investigated(theirs)).id, {});
    const body = { outcome: 'done', result: '看看' } as const;
    const params = { complaintId: id, complaintTaskId: shown.tasks[0]!.id };
    await expect(advisor.call(routes.endTask, { params, body })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('CMP-05 a term to come is asked for, and another handler’s case is his', async ({
    shop,
  }) => {
    const [advisor, colleague] = [await shop.employee('advisor'), await shop.employee('advisor')];
    const { id } = await investigated(advisor);
    await expect(task(advisor, id, { dueAt: '2026-11-20T08:00:00.000Z' })).rejects.toMatchObject({
      errors: [{ pointer: '/dueAt', code: 'due_past' }],
    });
    await expect(task(colleague, id, {})).rejects.toMatchObject({
      status: 403,
      code: 'not_your_case',
    });
  });

  test('CMP-11 with a task left open it is not closed; dropped with a reason it is', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    await upTo(advisor, id, 'noteLesson');
    const given = await task(advisor, id, {});
    expect(stepOf(given, 'close')).toMatchObject({ allowed: false, reason: 'gate_tasks' });
    await expect(take(advisor, 'close', id, {})).rejects.toMatchObject({
      code: 'gate_open',
      errors: [{ pointer: '/gate/tasks', code: 'needs_tasks' }],
    });
    await advisor.call(routes.endTask, {
      params: { complaintId: id, complaintTaskId: given.tasks[0]!.id },
      body: { outcome: 'dropped', result: '客户已把车卖掉' },
    });
    expect(await take(advisor, 'close', id, {})).toMatchObject({ state: 'closed' });
  });
});

describe('responsibility', () => {
  test('CMP-06 nobody is held responsible before he has spoken, refused, or his time is over', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const technician = await shop.employee('technician');
    const { id } = await received(advisor);
    await upTo(advisor, id, 'acknowledge');
    const asked = await task(advisor, id, {
      purpose: 'statement',
      what: '当天怎么装的',
      ownerId: technician.id,
    });
    const decide = () => take(advisor, 'investigate', id, usual.investigate);
    await expect(decide()).rejects.toMatchObject({ status: 409, code: 'statement_outstanding' });
    const { responsibility: _, ...findings } = usual.investigate;
    await take(advisor, 'investigate', id, findings);
    const refused = await technician.call(routes.endOwnTask, {
      params: { complaintTaskId: asked.tasks[0]!.id },
      body: { outcome: 'refused', result: '不是我装的，不作说明' },
    });
    expect(refused.state).toBe('refused');
    expect(await decide()).toMatchObject({ responsibility: '机修一组' });
  });

  test('CMP-06 a statement that nobody gave in time holds the decision up no longer', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    await upTo(advisor, id, 'acknowledge');
    await task(advisor, id, { purpose: 'statement', dueAt: '2026-11-21T20:00:00.000Z' });
    await shop.forward(13);
    expect(await take(advisor, 'investigate', id, usual.investigate)).toMatchObject({
      responsibility: '机修一组',
    });
  });

  test('CMP-06 only a statement can be refused', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await investigated(advisor);
    const { tasks } = await task(advisor, id, {});
    const params = { complaintId: id, complaintTaskId: tasks[0]!.id };
    await expect(
      advisor.call(routes.endTask, { params, body: { outcome: 'refused', result: '不做' } }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/outcome', code: 'not_a_statement' }] });
  });
});

test('D-01 a stranger finds no task, whatever he sends', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  const { tasks } = await task(advisor, (await investigated(advisor)).id, {});
  const stranger = await (await TestShop.open()).employee('owner');
  await expect(finish(stranger, tasks[0]!.id)).rejects.toMatchObject({ status: 404 });
});
