import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { restrictCustomer } from '#modules/customers/server/index.ts';
import { matterRoutes } from '#modules/follow-ups/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { statement } from '#platform/sql.ts';
import { test } from '#test/shop.ts';
import { endedVisit, toldAgain } from '#test/visit.ts';
import { invitationRoutes, questionnaireRoutes } from '../contract.ts';
import { answersOf, asked, Holder, invitationOf, runSurveysBy } from './surveys.fixture.ts';

const listed = async (by: { call: unknown }, query: object = {}) =>
  (await (by as never as Caller).call(invitationRoutes.list, { query })).items;
type Caller = { call: (route: typeof invitationRoutes.list, input: object) => Promise<List> };
type List = { items: import('../contract.ts').Invitation[] };

describe('asking', () => {
  test('SUR-01 a delivery is asked about once, at an hour within its days that nobody is told', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const visit = await endedVisit(shop, advisor);
    await toldAgain(shop, advisor, visit);
    const [planned, ...more] = await listed(agent);
    expect(more).toEqual([]);
    expect(planned).toMatchObject({ state: 'planned', occasion: 'delivery', expiresAt: null });
    expect(await listed(agent, { due: true })).toEqual([]);
    await shop.forward(5 * 24);
    const [sent] = await listed(agent, { due: true });
    expect(sent).toMatchObject({ id: planned!.id, state: 'sent' });
    const days = (Date.parse(sent!.sentAt!) - Date.parse(sent!.anchoredAt)) / 86_400_000;
    expect(days).toBeGreaterThan(1);
    expect(days).toBeLessThan(4);
  });

  test('SUR-01 one answer an invitation: the same again is taken for it, another is refused', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const { invitationId } = await asked(shop, advisor);
    const holder = await Holder.sent(shop, agent, invitationId);
    expect((await holder.read()).json()).toMatchObject({ state: 'open', occasion: 'delivery' });
    expect((await holder.answer(answersOf(5, 10))).json()).toMatchObject({ state: 'answered' });
    expect((await holder.answer(answersOf(5, 10))).statusCode).toBe(200);
    expect((await holder.answer(answersOf(4, 10))).json()).toMatchObject({
      status: 409,
      code: 'survey_answered',
    });
    const params = { surveyInvitationId: invitationId };
    const body = { answers: answersOf(1, 0) };
    await expect(agent.call(invitationRoutes.record, { params, body })).rejects.toMatchObject({
      code: 'survey_answered',
    });
  });

  test('SUR-01 two answers that arrive at the same moment are one', async ({ shop }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const { invitationId } = await asked(shop, advisor);
    const holder = await Holder.sent(shop, agent, invitationId);
    const replies = await Promise.all([5, 4, 3, 2].map((one) => holder.answer(answersOf(one, 9))));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409]);
  });

  test('SUR-01 a house with SMS sends the link, and calls who does not answer in its days', async ({
    shop,
  }) => {
    await runSurveysBy(shop, { way: 'sms', callAfterDays: 4 });
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const { invitationId, customerId } = await asked(shop, advisor);
    const { items } = await agent.call(messageRoutes.thread, { params: { customerId } });
    const [message] = items.filter(({ template }) => template === 'survey');
    const [url] = /http\S+\/k#\S+/.exec(message!.body)!;
    expect(await listed(agent, { due: true })).toEqual([]);
    const holder = await Holder.by(shop, url, invitationId);
    expect((await holder.read()).json()).toMatchObject({ state: 'open' });
    await shop.forward(4 * 24);
    expect(await listed(agent, { due: true })).toMatchObject([{ id: invitationId }]);
  });

  test('SUR-01 who was asked not long ago, wishes none or is restricted is not asked, with the reason', async ({
    shop,
  }) => {
    const [owner, advisor] = [await shop.employee('owner'), await shop.employee('advisor')];
    const visit = await endedVisit(shop, advisor);
    const { customerId } = visit;
    const again = await shop.write(async (work) => {
      const order = await work.insert('serviceOrders', {
        number: 'GD261121-990',
        vehicleId: visit.vehicleId,
        customerId,
        state: 'delivered',
        customerWords: '再来',
        mileageKm: 42_100,
        advisorId: advisor.id,
        stateSince: shop.now,
        receivedAt: shop.now,
        deliveredAt: shop.now,
      });
      return { ...visit, orderId: order.id };
    });
    await toldAgain(shop, advisor, again);
    const wishesNone = await endedVisit(shop, advisor, { name: '李莉' });
    await owner.call(
      customerRoutes.change,
      { params: { customerId: wishesNone.customerId }, body: { preferredChannel: 'none' } },
      { version: 1 },
    );
    const restricted = await endedVisit(shop, advisor, { name: '赵刚' });
    await shop.write((work) => restrictCustomer(work, restricted.customerId, '先别用我的信息'));
    await shop.forward(5 * 24);
    const reasons = (await listed(owner)).map((row) => [row.customerName, row.withheldReason]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        ['王秀英', ''],
        ['王秀英', 'asked_recently'],
        ['李莉', 'wishes_none'],
        ['赵刚', 'restricted'],
      ]),
    );
  });

  test('SUR-01 on the telephone: never by the advisor who served, and what does not fit is refused', async ({
    shop,
  }) => {
    const [advisor, agent] = [
      await shop.employee('advisor', 'followUpAgent'),
      await shop.employee('followUpAgent'),
    ];
    const { invitationId } = await asked(shop, advisor);
    const params = { surveyInvitationId: invitationId };
    const body = { answers: answersOf(5, 10) };
    await expect(advisor.call(invitationRoutes.record, { params, body })).rejects.toMatchObject({
      status: 403,
      code: 'advisor_served',
    });
    for (const [answers, code] of [
      [answersOf(6, 10), 'answer_not_fitting'],
      [[{ key: 'recommend', score: 9, words: '' }], 'answer_needed'],
      [[...answersOf(5, 9), { key: 'nobodyAsked', score: 1, words: '' }], 'question_unknown'],
    ] as const) {
      const wrong = { params, body: { answers: [...answers] } };
      await expect(agent.call(invitationRoutes.record, wrong)).rejects.toMatchObject({ code });
    }
    const record = await agent.call(invitationRoutes.record, { params, body });
    expect(record).toMatchObject({ state: 'answered', takenByName: agent.name });
  });

  test('SUR-01 CAR-07 who calls sees the page of the link beforehand, word for word', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const { invitationId } = await asked(shop, advisor);
    const params = { surveyInvitationId: invitationId };
    const before = await agent.call(invitationRoutes.preview, { params });
    const holder = await Holder.sent(shop, agent, invitationId);
    expect(before).toEqual((await holder.read()).json());
    const technician = await shop.employee('technician');
    const refused = technician.call(invitationRoutes.preview, { params });
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  test('SUR-01 an invitation that nobody answered is over, and its link says so', async ({
    shop,
  }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const { invitationId } = await asked(shop, advisor);
    const params = { surveyInvitationId: invitationId };
    const { url } = await agent.call(invitationRoutes.makeLink, {
      params,
      body: { validDays: 30 },
    });
    await shop.forward(20 * 24);
    const holder = await Holder.by(shop, url, invitationId);
    expect((await holder.read()).json()).toMatchObject({ state: 'over' });
    expect((await holder.answer(answersOf(5, 10))).json().code).toBe('survey_over');
    expect(await listed(agent)).toMatchObject([{ state: 'expired' }]);
  });
});

describe('a low answer', () => {
  test('SUR-02 opens a matter at once with its clock of two working days, not with the advisor', async ({
    shop,
  }) => {
    const [advisor, agent] = [
      await shop.employee('advisor', 'followUpAgent'),
      await shop.employee('followUpAgent'),
    ];
    const { invitationId, orderId } = await asked(shop, advisor);
    const holder = await Holder.sent(shop, agent, invitationId);
    await holder.answer(answersOf(1, 3, '刹车还是响'));
    const { items } = await agent.call(matterRoutes.list, { query: { open: true } });
    expect(items).toMatchObject([{ kind: 'demand', orderId, state: 'open', ownerId: agent.id }]);
    expect(items[0]!.content).toContain('1/5');
    expect(items[0]!.content).toContain('刹车还是响');
    expect(items[0]!.deadline?.source).toContain('FUP-05');
  });

  test('SUR-02 a good answer opens none', async ({ shop }) => {
    const [advisor, agent] = [await shop.employee('advisor'), await shop.employee('followUpAgent')];
    const { invitationId } = await asked(shop, advisor);
    await (await Holder.sent(shop, agent, invitationId)).answer(answersOf(4, 9));
    expect((await agent.call(matterRoutes.list, { query: {} })).items).toEqual([]);
  });

  test('CMP-09 who is not satisfied with what came of his complaint opens it again', async ({
    shop,
  }) => {
    const [owner, agent] = [await shop.employee('owner'), await shop.employee('followUpAgent')];
    const { customerId } = await endedVisit(shop, await shop.employee('advisor'));
    const complaint = await received(owner, { customerId });
    await upTo(owner, complaint.id, 'close');
    await shop.forward(4 * 24);
    const [invitation] = await listed(agent, { occasion: 'complaintClosed' });
    expect(invitation).toMatchObject({ state: 'sent', complaintId: complaint.id });
    const params = { surveyInvitationId: invitation!.id };
    const answers = [{ key: 'overall', score: 1, words: '' }];
    await agent.call(invitationRoutes.record, { params, body: { answers } });
    const after = await owner.call(complaintRoutes.one, {
      params: { complaintId: complaint.id },
    });
    expect(after).toMatchObject({ state: 'investigating', satisfaction: 'unsatisfied' });
  });
});

describe('questionnaires', () => {
  test('SUR-01 a new edition is asked from then on; what was asked stays as it was', async ({
    shop,
  }) => {
    const [owner, advisor] = [await shop.employee('owner'), await shop.employee('advisor')];
    const before = await asked(shop, advisor);
    const { items } = await owner.call(questionnaireRoutes.current, {});
    const [{ content, edition }] = items.filter(({ occasion }) => occasion === 'delivery') as [
      (typeof items)[number],
    ];
    const title = { zh: '这次服务如何？', en: 'How was it?' };
    const body = {
      occasion: 'delivery',
      basedOn: edition,
      content: { ...content, title },
    } as const;
    const published = await owner.call(questionnaireRoutes.publish, { body });
    expect(published).toMatchObject({ edition: 2 });
    await expect(owner.call(questionnaireRoutes.publish, { body })).rejects.toMatchObject({
      code: 'edition_stale',
    });
    const after = await asked(shop, advisor, '李莉');
    const titleOf = async (surveyInvitationId: string) =>
      (await owner.call(invitationRoutes.read, { params: { surveyInvitationId } })).content.title;
    expect(await titleOf(before.invitationId)).toEqual(content.title);
    expect(await titleOf(after.invitationId)).toEqual(title);
    const changed = statement<never, object>(
      'test.changedEdition',
      "update questionnaires set content = '{}' where tenant_id = :tenant",
    );
    await expect(shop.write((work) => work.run(changed, {}))).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('SUR-01 a questionnaire that cannot be counted is refused, every fault with its place', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { items } = await owner.call(questionnaireRoutes.current, {});
    const [{ content }] = items as [(typeof items)[number]];
    const questions = content.questions.map((question) => ({ ...question, isOverall: false }));
    const body = { occasion: 'delivery', basedOn: 0, content: { ...content, questions } } as const;
    await expect(owner.call(questionnaireRoutes.publish, { body })).rejects.toMatchObject({
      status: 422,
      code: 'overall_not_one',
    });
  });

  test('SUR-01 how a house asks is set for all its shops, by who has seen how it stands', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { settings, settingsVersion: version } = await owner.call(
      questionnaireRoutes.current,
      {},
    );
    const body = { settings: { ...settings, leastForRate: 12 }, version };
    await owner.call(questionnaireRoutes.setRules, { body });
    await expect(owner.call(questionnaireRoutes.setRules, { body })).rejects.toMatchObject({
      status: 412,
    });
    const after = await owner.call(questionnaireRoutes.current, {});
    expect(after.settings.leastForRate).toBe(12);
  });

  test('SUR-01 the order names its invitation once however often it is told', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const visit = await endedVisit(shop, advisor);
    const first = await invitationOf(shop, visit.orderId);
    await toldAgain(shop, advisor, visit);
    expect(await invitationOf(shop, visit.orderId)).toBe(first);
  });
});
