import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { type Complaint, complaintRoutes as routes } from '../contract.ts';
import { clocksOf, stepOf, take, usual } from './complaints.fixture.ts';
import { answer, draft, investigated, remedy } from './work.fixture.ts';

const decide = (by: TestEmployee, { id, solutions }: Complaint, approved: boolean, note = '') =>
  by.call(routes.decideSolution, {
    params: { complaintId: id, complaintSolutionId: solutions[0]!.id },
    body: { approved, note },
  });

describe('what is offered', () => {
  test('CMP-07 within one’s own limits a version is offered at once, and the answer is due the same day', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await investigated(advisor);
    const offered = await draft(advisor, id);
    expect(offered).toMatchObject({
      state: 'resolving',
      solution: '免费返修，并赠送一次保养。',
      customerAnswer: 'undecided',
      costFen: 200_00,
      solutions: [{ edition: 1, state: 'offered', amountFen: 200_00 }],
      tasks: [{ purpose: 'remedy', remedyKind: 'labour', state: 'planned' }],
      gate: { measure: false, tasks: true },
    });
    expect(clocksOf(offered)).toMatchObject({ solve: 'kept', tell: 'open' });
  });

  test('CMP-07 the customer’s yes begins the remedies; done, the loop can close', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const technician = await shop.employee('technician');
    const { id } = await investigated(advisor);
    const offered = await draft(advisor, id, [remedy({ ownerId: technician.id })]);
    const agreed = await answer(advisor, offered);
    expect(agreed).toMatchObject({
      customerAnswer: 'accepted',
      measure: '免费返修，工时全免',
      solutions: [{ state: 'accepted', answerHow: 'phone', answer: '可以，周三来。' }],
      tasks: [{ state: 'open', ownerId: technician.id }],
      gate: { measure: true, tasks: false },
    });
    const [own] = (await technician.call(routes.ownTasks, {})).items;
    const params = { complaintTaskId: own!.id };
    const body = { outcome: 'done', result: '已返修并试车' } as const;
    await technician.call(routes.endOwnTask, { params, body });
    await take(advisor, 'reportBack', id, { how: 'phone', words: '已试车，没有异响。' });
    await take(advisor, 'askSatisfaction', id, { satisfaction: 'satisfied' });
    await take(advisor, 'noteLesson', id, { lesson: '换片作业表加一项。' });
    expect(await take(advisor, 'close', id, {})).toMatchObject({ state: 'closed' });
  });

  test('CMP-07 declined, another version follows; what the first one planned is not done', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await investigated(advisor);
    const declined = await answer(advisor, await draft(advisor, id), 'declined');
    expect(declined).toMatchObject({
      customerAnswer: 'refused',
      solutions: [{ state: 'declined' }],
      tasks: [{ state: 'dropped' }],
    });
    const second = await draft(advisor, id, [remedy({ kind: 'voucher', amountFen: 100_00 })]);
    expect(second.solutions).toMatchObject([
      { edition: 2, state: 'offered' },
      { edition: 1, state: 'declined' },
    ]);
    const third = await draft(advisor, id);
    expect(third.solutions.map(({ state }) => state)).toEqual(['offered', 'replaced', 'declined']);
    await answer(advisor, third);
    await expect(draft(advisor, id)).rejects.toMatchObject({ code: 'solution_agreed' });
  });

  test('CMP-07 a version cannot be answered before it is approved, nor twice', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await shop.employee('supervisor');
    const { id } = await investigated(advisor);
    const asked = await draft(advisor, id, [remedy({ amountFen: 900_00 })]);
    await expect(answer(advisor, asked)).rejects.toMatchObject({ code: 'solution_not_offered' });
    const offered = await draft(advisor, id);
    await answer(advisor, offered);
    await expect(answer(advisor, offered)).rejects.toMatchObject({ code: 'solution_not_offered' });
  });
});

describe('limits', () => {
  test('CMP-07 above the drafter’s limit the supervisor is asked; his word offers it', async ({
    shop,
  }) => {
    const [advisor, colleague] = [await shop.employee('advisor'), await shop.employee('advisor')];
    const supervisor = await shop.employee('supervisor');
    const { id } = await investigated(advisor);
    const asked = await draft(advisor, id, [
      remedy({ amountFen: 900_00 }),
      remedy({ kind: 'loanCar', what: '代步车两天', amountFen: 300_00 }),
    ]);
    expect(asked).toMatchObject({
      state: 'investigating',
      solutions: [{ state: 'asked', amountFen: 1200_00, mayDecide: false }],
    });
    const { items } = await supervisor.call(commitmentRoutes.listNotices, {});
    expect(items).toMatchObject([{ kind: 'complaints.solutionAsked', aboutId: id }]);
    const seen = await supervisor.call(routes.one, { params: { complaintId: id } });
    expect(seen.solutions).toMatchObject([{ mayDecide: true }]);
    await expect(decide(advisor, asked, true)).rejects.toMatchObject({ code: 'solution_own' });
    await expect(decide(colleague, asked, true)).rejects.toMatchObject({
      status: 403,
      code: 'solution_above_limit',
    });
    const offered = await decide(supervisor, asked, true, '可以');
    expect(offered).toMatchObject({
      state: 'resolving',
      costFen: 1200_00,
      solutions: [{ state: 'offered', decidedByName: supervisor.name, decision: '可以' }],
    });
    expect(offered.entries.map(({ step }) => step).slice(-3)).toEqual([
      'draftSolution',
      'approveSolution',
      'propose',
    ]);
    await expect(decide(supervisor, asked, true)).rejects.toMatchObject({
      code: 'solution_not_asked',
    });
  });

  test('CMP-07 not approved needs a reason, and its remedies are dropped', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const supervisor = await shop.employee('supervisor');
    const { id } = await investigated(advisor);
    const asked = await draft(advisor, id, [remedy({ amountFen: 900_00 })]);
    await expect(decide(supervisor, asked, false)).rejects.toMatchObject({
      errors: [{ pointer: '/note', code: 'decision_reason_needed' }],
    });
    const refused = await decide(supervisor, asked, false, '先查清再说');
    expect(refused).toMatchObject({
      state: 'investigating',
      solutions: [{ state: 'notApproved' }],
      tasks: [{ state: 'dropped' }],
    });
    expect(stepOf(refused, 'propose')).toMatchObject({ allowed: true });
  });

  test('CMP-07 what nobody here may approve is refused at once', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const limits = [{ roleKey: 'owner', kind: 'labour', amountFen: null } as const];
    await owner.call(routes.setRemedyLimits, { body: { limits } });
    const { id } = await investigated(advisor);
    await expect(
      draft(advisor, id, [remedy({ kind: 'money', amountFen: 1 })]),
    ).rejects.toMatchObject({ errors: [{ pointer: '/remedies', code: 'solution_nobody' }] });
  });

  test('CMP-07 a cost above one’s limit does not get on record around the approval', async ({
    shop,
  }) => {
    const [advisor, owner] = [await shop.employee('advisor'), await shop.employee('owner')];
    const { id } = await investigated(advisor);
    const cost = (by: TestEmployee, costFen: number) =>
      take(by, 'propose', id, { ...usual.propose, costFen });
    await expect(cost(advisor, 300_01)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/costFen', code: 'cost_above_limit' }],
    });
    expect(await cost(advisor, 300_00)).toMatchObject({ costFen: 300_00 });
    expect(await cost(owner, 9_000_00)).toMatchObject({ costFen: 9_000_00 });
  });

  test('CMP-07 the limits are the house’s to set, by role and kind', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const advisor = await shop.employee('advisor');
    const before = await owner.call(routes.remedyLimits, {});
    expect(before.limits).toContainEqual({ roleKey: 'owner', kind: 'money', amountFen: null });
    const limits = [{ roleKey: 'advisor', kind: 'money', amountFen: 50_00 } as const];
    await owner.call(routes.setRemedyLimits, { body: { limits } });
    const { id } = await investigated(advisor);
    const offered = await draft(advisor, id, [remedy({ kind: 'money', amountFen: 50_00 })]);
    expect(offered.solutions).toMatchObject([{ state: 'offered' }]);
    await expect(
      owner.call(routes.setRemedyLimits, { body: { limits: [...limits, ...limits] } }),
    ).rejects.toMatchObject({ errors: [{ code: 'remedy_role_twice' }] });
    await expect(
      owner.call(routes.setRemedyLimits, {
        body: { limits: [{ ...limits[0]!, roleKey: 'nobody' }] },
      }),
    ).rejects.toMatchObject({ errors: [{ code: 'role_unknown' }] });
    await expect(advisor.call(routes.remedyLimits, {})).rejects.toMatchObject({ status: 403 });
  });

  test('D-01 a version of another complaint is not there', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const one = await investigated(advisor);
    const other = await draft(advisor, (await investigated(advisor)).id);
    await expect(answer(advisor, { ...other, id: one.id })).rejects.toMatchObject({ status: 404 });
  });
});
