import { describe, expect } from 'vitest';
import { complaintPageRoutes } from '#modules/complaint-page/contract.ts';
import { analysisRoutes } from '#modules/complaint-reviews/contract.ts';
import { test } from '#test/shop.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { clocksOf, known, received, stepOf, take } from './complaints.fixture.ts';

const monday = '2026-11-23T01:00:00.000Z';

describe('telling that it is received', () => {
  test('CMP-03 whom one speaks with hears it at once: no clock, and no step is left', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    for (const [channel, how] of [
      ['phone', 'phone'],
      ['followUp', 'phone'],
      ['desk', 'desk'],
    ] as const) {
      const made = await received(advisor, { channel });
      expect(made.receipt).toMatchObject({
        state: 'told',
        toldAt: made.receivedAt,
        toldHow: how,
      });
      expect(clocksOf(made)).toEqual({ answer: 'open' });
      expect(stepOf(made, 'tellReceived')).toMatchObject({
        allowed: false,
        reason: 'receipt_settled',
      });
      await expect(take(advisor, 'tellReceived', made.id, { how: 'phone' })).rejects.toMatchObject({
        status: 409,
        code: 'receipt_settled',
      });
    }
  });

  test('CMP-03 CMP-04 who wrote waits two hours of business, warned before; a major one half an hour', async ({
    shop,
  }) => {
    await shop.moveTo(monday);
    const advisor = await shop.employee('advisor');
    const made = await received(advisor, { channel: 'social' });
    expect(made.receipt).toMatchObject({ state: 'due', dueAt: '2026-11-23T03:00:00.000Z' });
    const clock = made.commitments.find(({ rule }) => rule === 'complaints.receipt')!;
    expect(clock).toMatchObject({
      warnAt: '2026-11-23T02:50:00.000Z',
      sum: [{ kind: 'counted', minutes: 120 }],
    });
    const assessed = await take(advisor, 'assess', made.id, { severity: 'major', reason: '受伤' });
    expect(assessed.receipt.dueAt).toBe('2026-11-23T01:30:00.000Z');
    // Laxer again: what was once promised is not taken back.
    const eased = await take(advisor, 'assess', made.id, { severity: 'ordinary', reason: '轻' });
    expect(eased.receipt.dueAt).toBe('2026-11-23T01:30:00.000Z');
    const told = await take(advisor, 'tellReceived', made.id, { how: 'sms', words: '已发短信' });
    expect(told.receipt).toMatchObject({ state: 'told', toldAt: monday, toldHow: 'sms' });
    expect(clocksOf(told)).toMatchObject({ receipt: 'kept', answer: 'open' });
    expect(told.entries.at(-1)).toMatchObject({
      step: 'tellReceived',
      words: '已发短信',
      facts: { receiptHow: 'sms' },
    });
  });

  test('CMP-03 a person says when it was told: not before it came, not in time to come', async ({
    shop,
  }) => {
    await shop.moveTo(monday);
    const advisor = await shop.employee('advisor');
    const { id } = await received(advisor, { channel: 'phone', receiptTold: 'notYet' });
    for (const [toldAt, code] of [
      ['2026-11-23T00:59:00.000Z', 'told_before_received'],
      ['2026-11-23T01:01:00.000Z', 'in_future'],
    ]) {
      await expect(
        take(advisor, 'tellReceived', id, { how: 'phone', toldAt }),
      ).rejects.toMatchObject({ status: 422, errors: [{ code }] });
    }
  });

  test('CMP-03 the first answer tells it too; an exception ends the waiting', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const answered = await received(owner, { channel: 'wecom' });
    const after = await take(owner, 'acknowledge', answered.id, { words: '已联系' });
    expect(after.receipt).toMatchObject({ state: 'told', toldHow: 'answer' });
    expect(clocksOf(after)).toMatchObject({ receipt: 'kept', answer: 'kept' });
    const dropped = await received(owner, { channel: 'wecom' });
    const closed = await take(owner, 'closeByException', dropped.id, { reason: '重复登记' });
    expect(clocksOf(closed)).toMatchObject({ receipt: 'cancelled' });
  });

  test('CMP-12 the link to the page of his complaint tells it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id: complaintId } = await received(advisor, { channel: 'wecom' });
    await advisor.call(complaintPageRoutes.makeLink, { params: { complaintId }, body: {} });
    const after = await advisor.call(routes.one, { params: { complaintId } });
    expect(after.receipt).toMatchObject({ state: 'told', toldHow: 'link' });
    expect(clocksOf(after)).toMatchObject({ receipt: 'kept' });
  });

  test('CMP-18 an anonymous complaint has nobody to tell, not the owner of the car either', async ({
    shop,
  }) => {
    const { vehicleId } = await known(shop);
    const advisor = await shop.employee('advisor');
    const nameless = { isAnonymous: true, complainantName: '匿名', complainantPhone: '' };
    const made = await received(advisor, { ...nameless, channel: 'social', vehicleId });
    expect(made).toMatchObject({
      isAnonymous: true,
      customer: null,
      receipt: { state: 'nobody', dueAt: null },
    });
    expect(clocksOf(made)).toEqual({ answer: 'open' });
    await expect(
      received(advisor, { ...nameless, complainantPhone: '13800138000' }),
    ).rejects.toMatchObject({ status: 422, errors: [{ code: 'anonymous_known' }] });
  });

  test('CMP-03 what was received before the house kept the term has none and is not late', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { id: complaintId } = await received(advisor);
    await shop.write((work) =>
      work.update(
        'complaints',
        { id: complaintId },
        { receiptDueAt: null, receiptToldAt: null, receiptToldHow: null },
      ),
    );
    const { receipt, steps } = await advisor.call(routes.one, { params: { complaintId } });
    expect(receipt).toMatchObject({ state: 'beforehand', dueAt: null });
    expect(stepOf({ steps } as never, 'tellReceived')).toMatchObject({ allowed: false });
  });

  test('CMP-17 how many were told in time is counted; the late ones stand behind it', async ({
    shop,
  }) => {
    await shop.moveTo(monday);
    const owner = await shop.employee('owner');
    await received(owner);
    const { id, number } = await received(owner, { channel: 'social' });
    await received(owner, { channel: 'social', isAnonymous: true, complainantPhone: '' });
    await shop.forward(3);
    const figure = async () =>
      (await owner.call(analysisRoutes.show, { query: {} })).figures.find(
        ({ key }) => key === 'receiptInTime',
      );
    expect(await figure()).toMatchObject({ value: 1, of: 2, share: 0.5 });
    await take(owner, 'tellReceived', id, { how: 'phone' });
    expect(await figure()).toMatchObject({ value: 1, of: 2 });
    const { records } = (await figure())!;
    const { items } = (await owner.raw('GET', `/complaint-analysis/records?${records}`)).json() as {
      items: { number: string }[];
    };
    expect(items.map((each) => each.number)).toEqual([number]);
  });
});
