import { describe, expect } from 'vitest';
import { fileRoutes } from '#modules/archive/contract-file.ts';
import { timelineRoutes } from '#modules/archive/contract-timeline.ts';
import { vehicleFileRoutes } from '#modules/archive/contract-vehicle.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { levelRoutes as routes } from '../contract.ts';
import { house, known } from './levels.fixture.ts';

const at = (complaintId: string) => ({ params: { complaintId } });
const words = '刹车异响修了两次还响';

describe('what other pages hold of a complaint, read by a tier above', () => {
  test('CMP-16 CMP-18 a customer’s file and history tell that there is one and its state, until it is taken over', async ({
    shop: root,
  }) => {
    const { advisor, region, maker } = await house(root);
    const { id, number, customerId, vehicleId } = await known(advisor);
    const file = (by: TestEmployee) =>
      by.call(fileRoutes.read, { params: { customerId: customerId! } });
    const car = (by: TestEmployee) =>
      by.call(vehicleFileRoutes.read, { params: { vehicleId: vehicleId! } });
    expect((await file(advisor)).complaints).toMatchObject([{ id, number, isWalled: false }]);
    const seen = await file(region);
    expect(seen.complaints).toMatchObject([
      { number: '', kind: '', content: '', state: 'received', isWalled: true },
    ]);
    expect(seen.promises.filter(({ aboutType }) => aboutType === 'complaint')).toEqual([]);
    expect(seen.timeline.items.find(({ kind }) => kind === 'complaint')).toMatchObject({
      ...{ number: '', text: '', state: 'open', isWalled: true },
    });
    const told = [seen, await car(region), await car(maker)];
    const { items } = await region.call(timelineRoutes.ofCustomer, {
      params: { customerId: customerId! },
      query: { kind: 'complaint' },
    });
    for (const each of [...told, items]) {
      for (const kept of [id, number, words]) expect(JSON.stringify(each)).not.toContain(kept);
    }
    const foundBy = async (by: TestEmployee, query: object) =>
      (await by.call(complaintRoutes.list, { query })).items.map((each) => each.id);
    for (const query of [{ customerId: customerId! }, { vehicleId: vehicleId! }]) {
      expect(await foundBy(advisor, query)).toEqual([id]);
      expect(await foundBy(region, query)).toEqual([]);
    }
    expect((await car(advisor)).promises.map(({ aboutId }) => aboutId)).toContain(id);
    const paper = await region.raw('GET', `/customers/${customerId}/archive.pdf`);
    const text = compact((await readPdf(paper.rawPayload)).pages.join(''));
    for (const kept of [number, words]) expect(text).not.toContain(compact(kept));
    await advisor.call(routes.passUp, { ...at(id), body: { reason: '客户要找媒体' } });
    await region.call(routes.takeOver, { ...at(id), body: {} });
    expect((await file(region)).complaints).toMatchObject([{ id, number, isWalled: false }]);
    expect(await foundBy(region, { customerId: customerId! })).toEqual([id]);
    expect(await foundBy(maker, { customerId: customerId! })).toEqual([]);
    expect((await file(maker)).complaints).toMatchObject([{ number: '', isWalled: true }]);
  });

  test('CMP-18 the list of promises and the bell tell a tier above the number, not who complained', async ({
    shop: root,
  }) => {
    const { advisor, region, shop } = await house(root);
    const manager = await shop.employee('supervisor');
    const { number } = await known(advisor);
    const subjects = async (by: TestEmployee) =>
      (await by.call(commitmentRoutes.list, {})).items
        .filter(({ aboutType }) => aboutType === 'complaint')
        .map(({ subject }) => subject);
    expect(await subjects(manager)).toContain(`${number} 王建国`);
    expect(new Set(await subjects(region))).toEqual(new Set([number]));
    await root.forward(24 * 8);
    const bell = async (by: TestEmployee) => (await by.raw('GET', '/notices')).body;
    expect(await bell(manager)).toContain('王建国');
    const above = await bell(region);
    expect(above).toContain(number);
    expect(above).not.toContain('王建国');
  });

  test('CMP-05 CMP-18 the letter that a complaint came from keeps its words and its sender from a tier above', async ({
    shop: root,
  }) => {
    const { advisor, region, shop } = await house(root);
    const manager = await shop.employee('owner');
    const { id, number, customerId } = await known(advisor);
    const mailId = await shop.write(async (work) => {
      const box = await work.insert('mailboxes', {
        ...{ orgUnitId: shop.unitId, orgPath: shop.unitPath },
        ...mailbox,
      });
      const mail = await work.insert('incomingMails', {
        ...{ orgUnitId: shop.unitId, orgPath: shop.unitPath, mailboxId: box.id },
        ...letter,
        ...{ complaintId: id, customerId, arrivedAt: work.now, decidedAt: work.now },
        phones: [...letter.phones],
      });
      return mail.id;
    });
    const read = async (by: TestEmployee) =>
      (await by.raw('GET', `/incoming-mails/${mailId}`)).body;
    expect(await read(manager)).toContain('王建国');
    const lists = ['', `?complaintId=${id}`, `?customerId=${customerId}`];
    for (const path of [`/${mailId}`, ...lists]) {
      const { body, statusCode } = await region.raw('GET', `/incoming-mails${path}`);
      expect(statusCode).toBe(200);
      for (const kept of ['王建国', 'jianguo@example.com', '13800138000', customerId!]) {
        expect(body).not.toContain(kept);
      }
      expect(body).toContain('"isWalled":true');
    }
    const byCustomer = await region.raw('GET', `/incoming-mails?customerId=${customerId}`);
    expect(byCustomer.body).not.toContain(number);
    await region.call(routes.reveal, { ...at(id), body: { reason: 'contact', note: '致电道歉' } });
    expect(await read(region)).toContain('jianguo@example.com');
  });
});

const letter = {
  fromAddress: 'jianguo@example.com',
  fromName: '王建国',
  subject: '王建国投诉刹车异响',
  body: '我是王建国，电话 13800138000，请回复。',
  phones: ['13800138000'],
  identity: 'letter-1',
  contentHash: 'a'.repeat(64),
  sizeBytes: 900,
  state: 'added',
  standing: 'unchecked',
} as const;
const mailbox = {
  ...{ address: 'kefu@shop.example', host: 'imap.shop.example', port: 993, isSecure: true },
  ...{ username: 'kefu', password: 'sealed', folder: 'INBOX', isActive: false },
  ...{ everyMinutes: 5, decideMinutes: 240 },
} as const;
