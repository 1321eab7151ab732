import { describe, expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { customerRoutes, reminderKinds } from '#modules/customers/contract.ts';
import { statement } from '#platform/sql.ts';
import { test } from '#test/shop.ts';
import { linked } from './mine.fixture.ts';

const choicesByLink = statement<
  { kind: string; isOn: boolean; evidence: string; isHisLink: boolean },
  { customerId: string }
>(
  'test.choicesByLink',
  `select r.kind, r.is_on, r.evidence, l.purpose = 'myData' and l.about_id = r.customer_id as is_his_link
     from reminder_choices r left join links l on l.tenant_id = r.tenant_id and l.id = r.link_id
    where r.tenant_id = :tenant and r.customer_id = :customerId order by r.at, r.id`,
);

describe('reminders by kind', () => {
  test('CAR-07 CAR-04 each kind is switched off and on by himself; it stands in the ledger with the link, and on his file', async ({
    shop,
  }) => {
    const { asking, owner, params } = await linked(shop);
    const mine = await asking('prove', { code: '8000' });
    expect(
      mine.reminders.map(({ kind, isOn }: { kind: string; isOn: boolean }) => [kind, isOn]),
    ).toEqual(reminderKinds.map((kind) => [kind, true]));
    const off = await asking('remind', { kind: 'maintenance', isOn: false });
    expect(off.reminders[0]).toMatchObject({ kind: 'maintenance', isOn: false });
    await asking('remind', { kind: 'maintenance', isOn: false });
    const his = {
      kind: 'maintenance',
      isHisLink: true,
      evidence: '客户本人通过链接操作，已核对手机尾号',
    };
    expect(await shop.reading.rows(choicesByLink, params)).toEqual([{ ...his, isOn: false }]);
    expect((await owner.call(customerRoutes.read, { params })).reminders).toMatchObject([
      { kind: 'maintenance', isOn: false, byLink: true },
    ]);
    await shop.forward(0.01);
    const on = await asking('remind', { kind: 'maintenance', isOn: true });
    expect(on.reminders[0]).toMatchObject({ isOn: true });
    expect(await shop.reading.rows(choicesByLink, params)).toHaveLength(2);
  });

  test('D-40 before the step-up nothing is shown of it and nothing is changed', async ({
    shop,
  }) => {
    const { asking, params } = await linked(shop);
    expect(await asking('read')).toMatchObject({ reminders: [], ownWishes: null });
    for (const [name, body] of [
      ['remind', { kind: 'care', isOn: false }],
      ['wish', { preferredChannel: 'none' }],
    ] as const) {
      expect(await asking(name, body)).toMatchObject({ status: 403, code: 'link_code_needed' });
    }
    expect(await shop.reading.rows(choicesByLink, params)).toEqual([]);
  });
});

describe('his own wishes', () => {
  test('CAR-07 CAR-04 channel, hours, language and what not to mention are his to write: at once, on record as by his link', async ({
    shop,
  }) => {
    const { asking, owner, params } = await linked(shop);
    await asking('prove', { code: '8000' });
    const wished = {
      ...{ preferredChannel: 'sms', callFrom: '18:00', callUntil: '20:00', language: 'en' },
      ...{ wishes: '请保留旧件', doNotMention: '保险' },
    };
    const after = await asking('wish', wished);
    const { wishes, ...ownWishes } = wished;
    expect(after).toMatchObject({ status: 200, wishes, ownWishes });
    expect(await owner.call(customerRoutes.read, { params })).toMatchObject(wished);
    const { items } = await owner.call(auditRoutes.list, {
      query: { event: 'customer.changed' },
    });
    expect(items[0]).toMatchObject({ actorKind: 'link' });
  });

  test('CAR-07 hours are both or none, the first before the second; what is left out stays', async ({
    shop,
  }) => {
    const { asking } = await linked(shop);
    await asking('prove', { code: '8000' });
    await asking('wish', { callFrom: '09:00', callUntil: '12:00' });
    for (const body of [{ callFrom: null }, { callFrom: '13:00' }, { callUntil: '09:00' }]) {
      expect(await asking('wish', body)).toMatchObject({ status: 422 });
    }
    const { ownWishes } = await asking('wish', { doNotMention: '上次的事' });
    expect(ownWishes).toMatchObject({
      callFrom: '09:00',
      callUntil: '12:00',
      doNotMention: '上次的事',
    });
    expect(await asking('wish', { wishes: '长'.repeat(2001) })).toMatchObject({ status: 400 });
  });
});
