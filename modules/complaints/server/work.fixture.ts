import type { TestEmployee } from '#test/tenant.ts';
import { type Complaint, type NewRemedy, complaintRoutes as routes } from '../contract.ts';
import { received, upTo } from './complaints.fixture.ts';

/** `2026-11-24 18:00` in the shop, later than any test begins. */
export const inTwoDays = '2026-11-24T10:00:00.000Z';

/** A complaint whose cause is known: a solution is due. */
export async function investigated(by: TestEmployee): Promise<Complaint> {
  const { id } = await received(by);
  return upTo(by, id, 'investigate');
}

export const task = (
  by: TestEmployee,
  complaintId: string,
  given: Partial<{ purpose: 'work' | 'statement'; what: string; ownerId: string; dueAt: string }>,
) =>
  by.call(routes.giveTask, {
    params: { complaintId },
    body: { purpose: 'work', what: '复查导向销', ownerId: by.id, dueAt: inTwoDays, ...given },
  });

export const remedy = (given: Partial<NewRemedy> = {}): NewRemedy => ({
  kind: 'labour',
  what: '免费返修，工时全免',
  amountFen: 200_00,
  dueAt: inTwoDays,
  ...given,
});

export const draft = (
  by: TestEmployee,
  complaintId: string,
  remedies: NewRemedy[] = [remedy()],
  words = '免费返修，并赠送一次保养。',
) => by.call(routes.draftSolution, { params: { complaintId }, body: { words, remedies } });

export const answer = (
  by: TestEmployee,
  { id, solutions }: Complaint,
  given: 'accepted' | 'declined' = 'accepted',
) =>
  by.call(routes.answerSolution, {
    params: { complaintId: id, complaintSolutionId: solutions[0]!.id },
    body: { answer: given, how: 'phone', words: '可以，周三来。' },
  });

/** What a test files as evidence. */
export const uploaded = Buffer.from('姓名,电话\n通话要点：客户要求返修\n');
export async function upload(by: TestEmployee): Promise<string> {
  const reply = await by.shop.http.inject({
    method: 'POST',
    url: '/api/v1/files?name=call.csv',
    headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
    payload: uploaded,
  });
  return reply.json().id;
}

/** Work at several stages, for those who need a shop full of records. */
export async function workOnComplaints(by: TestEmployee, dueAt: string, mark = ''): Promise<void> {
  const { id } = await investigated(by);
  await task(by, id, { dueAt, what: `复查导向销${mark}` });
  await task(by, id, { dueAt, purpose: 'statement', what: `当天怎么修的${mark}` });
  await draft(by, id, [remedy({ dueAt, what: `工时全免${mark}` })], `免费返修${mark}`);
  const another = { kind: 'price', classKey: 'aboveQuote', what: `结账多收一百元${mark}` } as const;
  await by.call(routes.addPoint, { params: { complaintId: id }, body: another });
  const fileId = await upload(by);
  const body = { fileId, caption: `通话要点${mark}` };
  await by.call(routes.addEvidence, { params: { complaintId: id }, body });
  const agreed = await investigated(by);
  await answer(by, await draft(by, agreed.id, [remedy({ dueAt, what: `工时全免${mark}` })]));
}
