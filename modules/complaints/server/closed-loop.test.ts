import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { test } from '#test/shop.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { clocksOf, known, received, stepOf, take, upTo, usual } from './complaints.fixture.ts';

describe('the closed loop', () => {
  test('CMP-05 CMP-06 CMP-07 CMP-08 CMP-11 every step on record leads to a closed complaint', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor);
    const closed = await upTo(advisor, id, 'close');
    expect(closed).toMatchObject({
      state: 'closed',
      gate: { cause: true, measure: true, told: true, satisfaction: true, lesson: true },
      causeKind: 'repair',
      responsibility: '机修一组',
      customerAnswer: 'accepted',
      toldHow: 'phone',
      dueAt: null,
    });
    expect(closed.entries.map(({ step }) => step)).toEqual(['receive', ...Object.keys(usual)]);
    expect(clocksOf(closed)).toEqual({
      answer: 'kept',
      solve: 'kept',
      tell: 'kept',
      close: 'kept',
    });
    const watched = await advisor.call(routes.watch, { params: { complaintId: id }, body: {} });
    expect(watched).toMatchObject({ state: 'monitoring', watchUntil: '2027-02-19' });
  });

  for (const missing of ['cause', 'satisfaction', 'lesson'] as const) {
    test(`CMP-11 without ${missing} it cannot be closed`, async ({ shop }) => {
      const advisor = await shop.employee('advisor');
      const params = { complaintId: (await received(advisor)).id };
      const skipped = {
        cause: 'investigate',
        satisfaction: 'askSatisfaction',
        lesson: 'noteLesson',
      };
      for (const [step, body] of Object.entries(usual)) {
        if (step === 'close') break;
        const given =
          step === 'investigate' ? { findings: '还没有查到' } : { satisfaction: 'unreachable' };
        const sent = skipped[missing] === step ? given : body;
        if (missing === 'lesson' && step === 'noteLesson') continue;
        await take(advisor, step, params.complaintId, sent);
      }
      const shown = await advisor.call(routes.one, { params });
      expect(shown.gate).toMatchObject({ [missing]: false });
      expect(stepOf(shown, 'close')).toEqual({
        step: 'close',
        allowed: false,
        reason: `gate_${missing}`,
      });
      await expect(advisor.call(routes.close, { params, body: {} })).rejects.toMatchObject({
        status: 409,
        code: 'gate_open',
        errors: [{ pointer: `/gate/${missing}`, code: `needs_${missing}` }],
      });
    });
  }

  for (const last of ['acknowledge', 'investigate', 'propose'] as const) {
    test(`CMP-11 after ${last} alone it cannot be closed: the result was not told`, async ({
      shop,
    }) => {
      const advisor = await shop.employee('advisor');
      const shown = await upTo(advisor, (await received(advisor)).id, last);
      expect(stepOf(shown, 'close')?.allowed).toBe(false);
      const params = { complaintId: shown.id };
      await expect(advisor.call(routes.close, { params, body: {} })).rejects.toMatchObject({
        status: 409,
        code: 'step_not_allowed',
      });
    });
  }

  test('CMP-11 an exception is signed by a supervisor, with a reason', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const supervisor = await shop.employee('supervisor');
    const params = { complaintId: (await received(advisor)).id };
    const body = { reason: '客户撤回投诉，已来电说明。' };
    await expect(advisor.call(routes.closeByException, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    const closed = await supervisor.call(routes.closeByException, { params, body });
    expect(closed).toMatchObject({
      state: 'closed',
      exception: { reason: body.reason, byName: supervisor.name },
    });
    expect(clocksOf(closed)).toEqual({ answer: 'cancelled' });
  });

  test('CMP-09 not satisfied opens it again, and what was told has to be told anew', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const params = { complaintId: (await received(advisor)).id };
    await upTo(advisor, params.complaintId, 'reportBack');
    await shop.forward(20);
    const body = { satisfaction: 'unsatisfied', words: '第二天又响了' } as const;
    const reopened = await advisor.call(routes.askSatisfaction, { params, body });
    expect(reopened).toMatchObject({
      state: 'investigating',
      timesReopened: 1,
      gate: { told: false, satisfaction: false },
    });
    expect(clocksOf(reopened)).toMatchObject({ close: 'kept', solve: 'open' });
    expect(reopened.entries.at(-1)).toMatchObject({ step: 'reopen', words: '第二天又响了' });
  });

  test('CMP-10 while it is watched, the same fault on the same car proposes to open it again', async ({
    shop,
  }) => {
    const { vehicleId } = await known(shop);
    const [handler, desk] = [await shop.employee('advisor'), await shop.employee('advisor')];
    const first = await received(handler, { vehicleId });
    await upTo(handler, first.id, 'close');
    await handler.call(routes.watch, { params: { complaintId: first.id }, body: {} });
    await shop.forward(24);
    const again = await received(desk, { vehicleId });
    const { items } = await handler.call(commitmentRoutes.listNotices, {});
    expect(items).toMatchObject([
      { kind: 'complaints.cameBack', aboutId: first.id, facts: { again: again.number } },
    ]);
    await take(handler, 'reopen', first.id, { reason: `又响了，见 ${again.number}` });
  });

  test('CMP-10 the same kind about the same car within 90 days is linked', async ({ shop }) => {
    const { vehicleId } = await known(shop);
    const advisor = await shop.employee('advisor');
    const first = await received(advisor, { vehicleId });
    await upTo(advisor, first.id, 'close');
    await shop.forward(24 * 80);
    const again = await received(advisor, { vehicleId });
    expect(again).toMatchObject({
      repeatOfId: first.id,
      earlier: [{ id: first.id, isSameVehicle: true }],
    });
    expect((await received(advisor, { vehicleId, kind: 'price' })).repeatOfId).toBeNull();
    await upTo(advisor, again.id, 'close');
    await shop.forward(24 * 91);
    expect((await received(advisor, { vehicleId })).repeatOfId).toBeNull();
  });
});
