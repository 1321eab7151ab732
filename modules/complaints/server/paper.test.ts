import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { received } from './complaints.fixture.ts';
import { answer, draft, investigated, remedy, task, upload, uploaded } from './work.fixture.ts';

const file = (by: TestEmployee, complaintId: string, fileId: string) =>
  by.call(routes.addEvidence, { params: { complaintId }, body: { fileId, caption: '通话要点' } });
const read = async (by: TestEmployee, path: string) => {
  const reply = await by.raw('GET', path);
  expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200);
  return readPdf(reply.rawPayload);
};

test('CMP-05 evidence stands with who, when and the hash of its bytes, once', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  const { id } = await received(advisor);
  const fileId = await upload(advisor);
  await file(advisor, id, fileId);
  const shown = await file(advisor, id, fileId);
  expect(shown.evidence).toEqual([
    expect.objectContaining({
      fileId,
      caption: '通话要点',
      filedByName: advisor.name,
      contentHash: createHash('sha256').update(uploaded).digest('hex'),
    }),
  ]);
  expect(shown.entries.filter(({ step }) => step === 'addEvidence')).toHaveLength(1);
});

test('D-01 a file of a sister shop is no evidence here, nor is one filed with a stranger', async ({
  shop,
}) => {
  const [own, sister] = await sisterShops(shop);
  const advisor = await own.employee('advisor');
  const { id } = await received(advisor);
  const theirs = await upload(await sister.employee('advisor'));
  await expect(file(advisor, id, theirs)).rejects.toMatchObject({ status: 404 });
  const stranger = await (await TestShop.open()).employee('owner');
  await expect(file(stranger, id, await upload(stranger))).rejects.toMatchObject({ status: 404 });
});

test('CMP-11 the whole file is one PDF: words, clocks, solutions, tasks, evidence with hash, timeline', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  const { id } = await investigated(advisor);
  await file(advisor, id, await upload(advisor));
  await task(advisor, id, { what: '复查导向销并试车' });
  await answer(advisor, await draft(advisor, id, [remedy({ what: '工时全免' })]));
  const pages = (await read(advisor, `/complaints/${id}/file.pdf`)).pages.join('');
  for (const said of [
    '刹车异响修了两次还响',
    '24小时内响应',
    '告知受理',
    '导向销没有润滑',
    '免费返修，并赠送一次保养。',
    '可以，周三来。',
    '复查导向销并试车',
    '工时全免',
    '通话要点',
    '右前导向销缺油。',
  ])
    expect(pages).toContain(compact(said));
  const hash = createHash('sha256').update(uploaded).digest('hex');
  expect(pages).toContain(hash.slice(0, 16));
  // At its point and in the timeline, and not once more of the whole.
  expect(pages.split(compact('导向销没有润滑')).length - 1).toBe(2);
});

test('CMP-11 a complaint of which nothing is known yet prints too', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  const { id } = await received(advisor);
  const { pages } = await read(advisor, `/complaints/${id}/file.pdf`);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('投诉处理全卷');
});

test('CMP-07 what is offered is an agreement to sign; what waits for approval is none', async ({
  shop,
}) => {
  const advisor = await shop.employee('advisor');
  await shop.employee('supervisor');
  const { id } = await investigated(advisor);
  const asked = await draft(advisor, id, [remedy({ amountFen: 900_00 })]);
  const pathOf = (solutionId: string) => `/complaints/${id}/solutions/${solutionId}/agreement.pdf`;
  const refused = await advisor.raw('GET', pathOf(asked.solutions[0]!.id));
  expect(refused.json()).toMatchObject({ status: 409, code: 'solution_not_approved' });
  const offered = await draft(advisor, id, [
    remedy(),
    remedy({ kind: 'voucher', what: '保养代金券一张', amountFen: 100_00 }),
  ]);
  const { pages } = await read(advisor, pathOf(offered.solutions[0]!.id));
  for (const said of ['投诉处理协议', '保养代金券一张', '合计300.00', '客户签字'])
    expect(pages[0]).toContain(compact(said));
});

test('CMP-11 a stranger gets no paper', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  const { id } = await received(advisor);
  const stranger = await (await TestShop.open()).employee('owner');
  expect((await stranger.raw('GET', `/complaints/${id}/file.pdf`)).statusCode).toBe(404);
});
