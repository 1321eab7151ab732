import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { known, received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { freed } from '#modules/document-holds/server/holds.fixture.ts';
import { privacyRoutes } from '#modules/privacy/contract.ts';
import { readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { trainingCaseRoutes as routes, type TrainingCase } from '../contract.ts';
import { caseParts } from '../lifecycle.ts';

const allWords = (shown: TrainingCase) => caseParts.map((part) => shown[part]).join('\n');
const make = (by: TestEmployee, complaintId: string) =>
  by.call(routes.make, { params: { complaintId } });
const at = ({ id }: { id: string }) => ({ params: { trainingCaseId: id } });

/** A closed complaint in whose words its persons stand. */
async function closed(shop: TestShop) {
  const author = await shop.employee('supervisor');
  const second = await shop.employee('supervisor');
  const advisor = await shop.employee('advisor');
  const concerned = await known(shop);
  const content = `王建国 138 0013 8000 说京A·12345 2026-11-20 修了还响，${advisor.name}没有回电。`;
  const { id } = await received(advisor, { ...concerned, content });
  await upTo(advisor, id, 'close');
  return { author, second, advisor, complaintId: id, ...concerned };
}
/** The same, published. */
async function published(shop: TestShop) {
  const given = await closed(shop);
  const draft = await make(given.author, given.complaintId);
  const shown = await given.second.call(routes.publish, at(draft), { version: draft.version });
  return { ...given, draft, shown };
}

describe('made of a closed complaint', () => {
  test('CMP-14 the draft holds the facts and none of the persons', async ({ shop }) => {
    const { author, advisor, complaintId } = await closed(shop);
    const draft = await make(author, complaintId);
    const words = allWords(draft);
    for (const gone of ['王', '138', '8000', '12345', '2026', advisor.name]) {
      expect(words).not.toContain(gone);
    }
    expect(draft.story).toContain('客户 〔电话略〕 说〔车牌略〕 投诉前 1 天 修了还响，');
    expect(draft.story).toContain('投诉处理人没有回电');
    expect(draft.actions).toContain('第 1 天 响应客户：已致电道歉');
    expect(draft.actions).toContain('24 小时内响应：第 1 天（期限第 2 天，按时）');
    expect(draft.cause).toContain('导向销没有润滑');
    expect(draft.remedy).toContain('清洁润滑导向销');
    expect(draft.lesson).toBe('换片作业表加一项：导向销润滑。');
    expect(draft).toMatchObject({ state: 'draft', causeKind: 'repair', marks: [], complaintId });
  });

  test('CMP-14 an open complaint makes none, a closed one makes one at a time', async ({
    shop,
  }) => {
    const { author, advisor, complaintId } = await closed(shop);
    const open = await received(advisor);
    const ofOpen = await author.call(routes.ofComplaint, { params: { complaintId: open.id } });
    expect(ofOpen.make).toEqual({ step: 'make', allowed: false, reason: 'complaint_open' });
    await expect(make(author, open.id)).rejects.toMatchObject({ code: 'complaint_open' });
    const first = await make(author, complaintId);
    await expect(make(author, complaintId)).rejects.toMatchObject({ code: 'case_exists' });
    await author.call(routes.withdraw, { ...at(first), body: { reason: '重做' } });
    await expect(make(author, complaintId)).resolves.toMatchObject({ state: 'draft' });
    await expect(make(advisor, complaintId)).rejects.toMatchObject({ status: 403 });
  });
});

describe('published by another', () => {
  test('CMP-14 who may publish it finds the draft at his bell, its author does not', async ({
    shop,
  }) => {
    const { author, second, complaintId } = await closed(shop);
    const { id } = await make(author, complaintId);
    const drafts = async (by: TestEmployee) =>
      (await by.call(commitmentRoutes.listNotices, {})).items
        .filter(({ kind }) => kind === 'trainingCases.drafted')
        .map(({ aboutId }) => aboutId);
    expect(await drafts(second)).toEqual([id]);
    expect(await drafts(author)).toEqual([]);
  });

  test('CMP-14 not while something looks personal, not by its author, not without a lesson', async ({
    shop,
  }) => {
    const { author, second, complaintId } = await closed(shop);
    const draft = await make(author, complaintId);
    const write = (body: object, version: number) =>
      author.call(routes.write, { ...at(draft), body }, { version });
    const typed = await write({ lesson: '王先生说：打 13912345678 找他。' }, draft.version);
    expect(typed.marks.map(({ part, kind, words }) => [part, kind, words])).toEqual([
      ['lesson', 'name', '王先生'],
      ['lesson', 'phone', '13912345678'],
    ]);
    await expect(second.call(routes.publish, at(draft))).rejects.toMatchObject({
      code: 'marks_stand',
    });
    const empty = await write({ lesson: '' }, typed.version);
    await expect(second.call(routes.publish, at(draft))).rejects.toMatchObject({
      code: 'case_empty',
    });
    const clean = await write({ lesson: '先回电再修车。' }, empty.version);
    await expect(author.call(routes.publish, at(draft))).rejects.toMatchObject({
      code: 'own_case',
    });
    const shown = await second.call(routes.publish, at(draft), { version: clean.version });
    expect(shown).toMatchObject({ state: 'published', publishedByName: second.name });
    await expect(write({ lesson: '改' }, shown.version)).rejects.toMatchObject({ status: 409 });
  });

  test('CMP-14 a case taken up again belongs to who took it up, and is read anew', async ({
    shop,
  }) => {
    const { author, second, advisor, draft } = await published(shop);
    await advisor.call(routes.tickRead, at(draft));
    await second.call(routes.withdraw, { ...at(draft), body: { reason: '写得不清楚' } });
    await expect(advisor.call(routes.one, at(draft))).rejects.toMatchObject({ status: 404 });
    await second.call(routes.revise, at(draft));
    await expect(second.call(routes.publish, at(draft))).rejects.toMatchObject({
      code: 'own_case',
    });
    await shop.forward(1);
    await author.call(routes.publish, at(draft));
    expect(await advisor.call(routes.one, at(draft))).toMatchObject({ readAt: null });
  });
});

describe('read', () => {
  test('CMP-14 by everybody there, without a way back to the customer; the manager sees who has not', async ({
    shop,
  }) => {
    const { second, draft, complaintId } = await published(shop);
    const technician = await shop.employee('technician');
    const { items } = await technician.call(routes.list, { query: { isRead: false } });
    expect(items.map(({ id }) => id)).toEqual([draft.id]);
    const seen = await technician.call(routes.one, at(draft));
    expect(JSON.stringify(seen)).not.toContain(complaintId);
    expect(seen).toMatchObject({ complaintId: null, readers: null });
    await technician.call(routes.tickRead, at(draft));
    await technician.call(routes.tickRead, at(draft));
    const after = await second.call(routes.one, at(draft));
    expect(after.readers).toMatchObject({ read: 1 });
    const has = async (hasRead: boolean) =>
      (await second.call(routes.listReaders, { ...at(draft), query: { hasRead } })).items;
    expect((await has(true)).map(({ id }) => id)).toEqual([technician.id]);
    const missing = await has(false);
    expect(missing.length).toBe(after.readers!.all - 1);
    expect(missing.map(({ id }) => id)).not.toContain(technician.id);
    await expect(technician.call(routes.listReaders, at(draft))).rejects.toMatchObject({
      status: 403,
    });
  });

  test('CMP-14 a draft is read by who supervises alone', async ({ shop }) => {
    const { author, advisor, complaintId } = await closed(shop);
    const draft = await make(author, complaintId);
    expect((await advisor.call(routes.list, {})).items).toEqual([]);
    await expect(advisor.call(routes.one, at(draft))).rejects.toMatchObject({ status: 404 });
    await expect(advisor.call(routes.tickRead, at(draft))).rejects.toMatchObject({ status: 404 });
  });

  test('CMP-14 found by kind, cause and words', async ({ shop }) => {
    const { second, draft } = await published(shop);
    const found = async (query: object) =>
      (await second.call(routes.list, { query })).items.map(({ id }) => id);
    expect(await found({ kind: 'repairTechnique', causeKind: 'repair' })).toEqual([draft.id]);
    expect(await found({ q: '导向销' })).toEqual([draft.id]);
    expect(await found({ kind: 'price' })).toEqual([]);
    expect(await found({ q: '发动机' })).toEqual([]);
    expect(await found({ state: 'draft' })).toEqual([]);
  });

  test('CMP-14 a sister shop reads nothing of it, headquarters does', async ({ shop }) => {
    const [one, other] = await sisterShops(shop);
    const { draft } = await published(one);
    const beside = await other.employee('supervisor');
    await expect(beside.call(routes.one, at(draft))).rejects.toMatchObject({ status: 404 });
    expect((await beside.call(routes.list, {})).items).toEqual([]);
    const above = await shop.employee('supervisor');
    await expect(above.call(routes.one, at(draft))).resolves.toMatchObject({ state: 'published' });
  });

  test('CMP-14 a shop reads what was made of a complaint of the house above it', async ({
    shop,
  }) => {
    const { draft } = await published(shop);
    const [below] = await sisterShops(shop);
    const technician = await below.employee('technician');
    await expect(technician.call(routes.one, at(draft))).resolves.toMatchObject({ id: draft.id });
  });

  test('CMP-14 on A4 with its questions, without persons', async ({ shop }) => {
    const { draft } = await published(shop);
    const technician = await shop.employee('technician');
    const reply = await technician.raw('GET', `/training-cases/${draft.id}/print.pdf`);
    const plain = (await readPdf(reply.rawPayload)).pages.join('');
    expect(plain).toContain('投诉培训案例');
    expect(plain).toContain('哪一步本来可以避免这起投诉');
    expect(plain).not.toContain('王建国');
  });
});

describe('when the customer is erased', () => {
  const erase = async (shop: TestShop, customerId: string) => {
    const boss = await shop.employee('owner');
    const body = { reason: '客户书面要求' };
    await boss.call(privacyRoutes.erase, { params: { customerId }, body });
    await freed(boss, customerId);
  };

  test('CMP-14 ARC-10 a published case stays without the way back, a draft goes', async ({
    shop,
  }) => {
    const { second, author, advisor, draft, customerId } = await published(shop);
    const { id } = await received(advisor, { customerId, content: '又来了一次' });
    await upTo(advisor, id, 'close');
    const unfinished = await make(author, id);
    await erase(shop, customerId);
    expect(await second.call(routes.one, at(draft))).toMatchObject({
      state: 'published',
      complaintId: null,
      lesson: draft.lesson,
    });
    const gone = await second.call(routes.one, at(unfinished));
    expect(gone).toMatchObject({ state: 'withdrawn', complaintId: null });
    expect(allWords(gone).trim()).toBe('');
  });

  test('CMP-14 the complaint leads to its case, and for who may read it the case back', async ({
    shop,
  }) => {
    const { author, advisor, complaintId } = await closed(shop);
    const draft = await make(author, complaintId);
    const ofIt = await author.call(routes.ofComplaint, { params: { complaintId } });
    expect(ofIt).toMatchObject({
      items: [{ id: draft.id }],
      make: { allowed: false, reason: 'case_exists' },
    });
    const forAdvisor = await advisor.call(routes.ofComplaint, { params: { complaintId } });
    expect(forAdvisor).toEqual({ items: [], make: null });
    await advisor.call(complaintRoutes.one, { params: { complaintId } });
  });
});
