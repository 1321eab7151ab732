import { expect } from 'vitest';
import { customerRoutes, paperRoutes } from '#modules/customers/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { newId } from '#platform/ids.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { fileRoutes } from '../contract-file.ts';
import { type EntryKind, timelineRoutes } from '../contract-timeline.ts';

const arrival = { plate: '粤C6M218', customerName: '欧阳思远', phone: '13800138000' };
const arrive = (advisor: TestEmployee) => advisor.call(vehicleRoutes.arrive, { body: arrival });

async function upload(person: TestEmployee, name = '登记表.csv'): Promise<string> {
  const path = `/files?name=${encodeURIComponent(name)}`;
  const reply = await person.raw('POST', path, Buffer.from('姓名,电话\n欧阳思远,13800138000\n'), {
    'content-type': 'application/octet-stream',
  });
  return (reply.json() as { id: string }).id;
}

const consent = (person: TestEmployee, customerId: string, given: boolean) =>
  person.call(customerRoutes.recordConsent, {
    params: { customerId },
    body: { purpose: 'marketing', channel: 'sms', given, evidence: '登记表签字' },
  });

const read = (
  person: TestEmployee,
  customerId: string,
  query: { kind?: EntryKind; cursor?: string; limit?: number } = {},
) => person.call(timelineRoutes.ofCustomer, { params: { customerId }, query });

test('ARC-08 a paper is filed with its kind, who and when, and is read back; filed wrongly it is withdrawn', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const { customerId, vehicleId } = await arrive(advisor);
  const params = { customerId };
  const body = { fileId: await upload(advisor), kind: 'signedForm', vehicleId } as const;
  const filed = await advisor.call(paperRoutes.add, { params, body });
  expect(filed).toMatchObject({
    kind: 'signedForm',
    title: '登记表.csv',
    filedByName: advisor.name,
    vehicleId,
  });
  const withTitle = { ...body, kind: 'letter', title: '感谢信', note: '周六送来' } as const;
  await advisor.call(paperRoutes.add, { params, body: withTitle });
  const { items } = await advisor.call(paperRoutes.list, { params });
  expect(items.map(({ title }) => title)).toEqual(['感谢信', '登记表.csv']);
  const letters = await advisor.call(paperRoutes.list, { params, query: { kind: 'letter' } });
  expect(letters.items).toMatchObject([{ note: '周六送来' }]);
  const wrong = { params: { paperId: filed.id }, body: { reason: '归错了客户' } };
  await advisor.call(paperRoutes.withdraw, wrong);
  await expect(advisor.call(paperRoutes.withdraw, wrong)).rejects.toMatchObject({
    status: 409,
    code: 'paper_withdrawn',
  });
  const left = await advisor.call(paperRoutes.list, { params });
  expect(left.items.map(({ title }) => title)).toEqual(['感谢信']);
});

test('ORG-04 who may not edit files nothing; a stranger finds neither customer nor paper', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const { customerId } = await arrive(advisor);
  const body = { fileId: await upload(advisor), kind: 'photo' } as const;
  const { id: paperId } = await advisor.call(paperRoutes.add, { params: { customerId }, body });
  const technician = await shop.employee('technician');
  await expect(
    technician.call(paperRoutes.add, { params: { customerId }, body }),
  ).rejects.toMatchObject({ status: 403 });
  const stranger = await (await TestShop.open()).employee('advisor');
  const missing = { status: 404 };
  await expect(read(stranger, customerId)).rejects.toMatchObject(missing);
  await expect(stranger.call(paperRoutes.list, { params: { customerId } })).rejects.toMatchObject(
    missing,
  );
  await expect(
    stranger.call(paperRoutes.withdraw, { params: { paperId }, body: { reason: '看看' } }),
  ).rejects.toMatchObject(missing);
});

test('ARC-01 one history of visits, calls, consents, papers and cars, newest first, by kind', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const visit = await Visit.begin(shop, '粤B20001');
  await visit.toDelivered();
  const { customerId } = visit;
  await shop.forward(1);
  await consent(advisor, customerId, true);
  await shop.forward(1);
  const body = { fileId: await upload(advisor), kind: 'contract' } as const;
  await advisor.call(paperRoutes.add, { params: { customerId }, body });
  const { items } = await read(advisor, customerId);
  expect(items.map(({ kind }) => kind).slice(0, 3)).toEqual(['paper', 'consent', 'visit']);
  expect(items.map(({ kind }) => kind)).toContain('owner');
  expect(items[1]).toMatchObject({ what: 'marketing', direction: 'sms', state: 'given' });
  expect(items[2]!.visit).toMatchObject({ number: visit.order.number, plate: '粤B20001' });
  const papers = await read(advisor, customerId, { kind: 'paper' });
  expect(papers.items).toMatchObject([{ kind: 'paper', what: 'contract', byName: advisor.name }]);
  const { timeline } = await advisor.call(fileRoutes.read, { params: { customerId } });
  expect(timeline.items).toEqual(items);
});

test('ORG-04 the history leaves out what a role may not see', async ({ shop }) => {
  const visit = await Visit.begin(shop, '粤B20002');
  await visit.toDelivered();
  const { customerId } = visit;
  const cashier = await shop.employee('cashier');
  const advisor = await shop.employee('advisor');
  await consent(advisor, customerId, false);
  await advisor.call(customerRoutes.read, { params: { customerId } });
  const kinds = (await read(cashier, customerId)).items.map(({ kind }) => kind);
  expect(kinds).toContain('visit');
  expect((await read(cashier, customerId, { kind: 'complaint' })).items).toEqual([]);
});

test('D-31 two thousand entries: each page is two statements, nothing twice, nothing left out', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const { customerId } = await arrive(advisor);
  const at = new Date('2026-01-05T02:00:00.000Z').getTime();
  await shop.write((work) =>
    work.insertAll(
      'consents',
      Array.from({ length: 2000 }, (_, n) => ({
        id: newId(work.now),
        customerId,
        purpose: 'service',
        channel: 'phone',
        given: n % 2 === 0,
        evidence: `第 ${n} 次`,
        recordedBy: null,
        // Three at the same instant, so that pages break between them.
        at: new Date(at + Math.floor(n / 3) * 60_000),
      })),
    ),
  );
  const seen = new Set<string>();
  let cursor: string | undefined;
  let last = '9';
  do {
    const page = await read(advisor, customerId, { limit: 200, cursor });
    for (const entry of page.items) {
      expect(entry.at <= last).toBe(true);
      expect(seen.has(entry.id)).toBe(false);
      seen.add(entry.id);
      last = entry.at;
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.size).toBe(2001);
  const reply = await advisor.raw('GET', `/customers/${customerId}/timeline`);
  expect(reply.headers['server-timing']).toBe('sql;desc="2"');
  const file = await advisor.raw('GET', `/customers/${customerId}/archive`);
  expect(file.headers['server-timing']).toBe('sql;desc="4"');
});
