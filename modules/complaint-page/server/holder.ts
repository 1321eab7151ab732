import { Readable } from 'node:stream';
import { notify } from '#modules/commitments/server/index.ts';
import { answerByCustomer, receiveComplaint } from '#modules/complaints/server/index.ts';
import { refuseWhenUsedUp, sendFile, storeFile } from '#modules/files/server/index.ts';
import {
  confirmByCode,
  makeLink,
  mustBeConfirmed,
  mustBeProved,
  proveByCode,
  sendCode,
} from '#modules/links/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Call, Handlers } from '#platform/http.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { heldComplaintRoutes, heldOrderComplaintRoutes } from '../contract.ts';
import { complaintPageEvents } from '../events.ts';
import {
  customerOfOrder,
  insertTalk,
  openOfOrder,
  type PageRow,
  pictureOf,
  saidSince,
} from './queries.ts';
import { heldOf, rowOr404 } from './show.ts';

const dayInMs = 86_400_000;
/** What somebody who is upset may write in a day; more is a machine. */
const mostADay = 30;
const mostOpen = 3;
const linkDays = 30;
const linkUses = 50;

/** The customer's side: the one complaint that he holds. */
export const heldComplaints: Handlers<typeof heldComplaintRoutes> = {
  read: (work, { params }) => heldOf(work, params.complaintId),
  prove: async (work, { params, body }, call) => {
    await proveByCode(work, body.code, call);
    return heldOf(work, params.complaintId, true);
  },
  sendCode: (work, _, call) => sendCode(work, call),
  confirm: async (work, { params, body }, call) => {
    await confirmByCode(call, body.code);
    return heldOf(work, params.complaintId, true);
  },
  say: async (reading, { params, body }, call) => {
    mustBeProved(reading.actor);
    const { complaintId } = params;
    const row = await rowOr404(reading, complaintId);
    const picture = await pictureIn(reading, body.picture, call);
    return call.once([complaintId, body.words, picture?.hash ?? ''], async (work) => {
      const since = new Date(work.now.getTime() - dayInMs);
      if ((await saidSince(work, complaintId, since)) >= mostADay)
        throw new Problem(422, 'talks_enough');
      await saidBy(work, row, { words: body.words, fileId: await picture?.store(work) });
      return heldOf(work, complaintId);
    });
  },
  answer: async (work, { params, body }) => {
    await mustBeConfirmed(work);
    const { complaintId } = params;
    const { solutionId, answer, words } = body;
    if (answer === 'declined' && words.trim() === '')
      throw ruleBroken('/words', 'answer_reason_needed');
    const row = await rowOr404(work, complaintId);
    await answerByCustomer(work, { complaintId, solutionId }, { answer, words: words.trim() });
    await tellHandler(work, row, `complaintPage.${answer}`);
    return heldOf(work, complaintId);
  },
  picture: async (work, { params }, { host, request, reply }) => {
    mustBeProved(work.actor);
    const file = await pictureOf(work, params.complaintId, params.fileId);
    if (!file) throw notFound();
    const { tenantId } = work.actor;
    return sendFile(file, { host, tenantId, request, reply });
  },
};

/** From his page of an order: a complaint of his own words, and the way to follow it. */
export const heldOrderComplaints: Handlers<typeof heldOrderComplaintRoutes> = {
  complain: async (reading, { params, body }, call) => {
    mustBeProved(reading.actor);
    const { orderId } = params;
    const customer = await customerOfOrder(reading, orderId);
    if (!customer) throw notFound();
    const picture = await pictureIn(reading, body.picture, call);
    const facts = [orderId, body.kind, body.words, picture?.hash ?? ''];
    return call.once(facts, async (work) => {
      if ((await openOfOrder(work, orderId)) >= mostOpen)
        throw new Problem(422, 'complaints_enough');
      const complaint = await receiveComplaint(work, {
        ...{ channel: 'portal', kind: body.kind, content: body.words, orderId },
        ...{ complainantName: customer.name, complainantPhone: customer.phone },
        ...{ sourceType: 'serviceOrder', sourceId: orderId, receiptTold: 'link' },
      });
      const { id, orgPath, number, answerDueAt } = complaint;
      const row = await rowOr404(work, id);
      const fileId = await picture?.store(work);
      if (fileId) await saidBy(work, row, { words: '（照片）', fileId });
      const told = { complaintId: id, orderId };
      await work.emit(complaintPageEvents.complained, told, { type: 'complaint', id, orgPath });
      const handlers = await employeesWith(work, 'complaints.handle', orgPath);
      await notify(work, handlers.map((one) => one.id).slice(0, 50), {
        kind: 'complaintPage.complained',
        about: { type: 'complaint', id },
        facts: { number },
      });
      const { url } = await makeLink(work, call.host.publicUrl, {
        ...{ purpose: 'complaint', about: row, validDays: linkDays, maxUses: linkUses },
      });
      return { number, answerDueAt: answerDueAt.toISOString(), url };
    });
  },
};

async function saidBy(
  work: Work,
  row: PageRow,
  { words, fileId = null }: { words: string; fileId?: string | null },
): Promise<void> {
  const { id: complaintId, orgUnitId, orgPath } = row;
  const place = { complaintId, orgUnitId, orgPath };
  const talk = await insertTalk(work, { ...place, byCustomer: true, words: words.trim(), fileId });
  const about = { type: 'complaint', id: complaintId, orgPath };
  await work.emit(complaintPageEvents.said, { complaintId, talkId: talk.id }, about);
  await tellHandler(work, row, 'complaintPage.said');
}

/** Whose case it is; what was said stands on the complaint, not in the notice. */
const tellHandler = (work: Work, { id, number, handlerId }: PageRow, kind: string) =>
  notify(work, [handlerId], { kind, about: { type: 'complaint', id }, facts: { number } });

/** Looked into outside of any transaction, as every picture of a stranger is. */
async function pictureIn(reading: Work, base64: string | undefined, { host }: Call) {
  if (base64 === undefined) return undefined;
  await refuseWhenUsedUp(reading);
  const bytes = Buffer.from(base64, 'base64');
  const stored = await host.files.put(reading.actor.tenantId, Readable.from([bytes]));
  if (!stored.contentType.startsWith('image/')) throw ruleBroken('/picture', 'talk_not_a_picture');
  return {
    hash: stored.sha256,
    store: async (work: Work) => (await storeFile(work, stored, '照片')).id,
  };
}
