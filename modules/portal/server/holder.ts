import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { askForInvoice, type InvoiceTitle } from '#modules/cashier/server/index.ts';
import { notify } from '#modules/commitments/server/index.ts';
import { refuseWhenUsedUp, storeFile } from '#modules/files/server/index.ts';
import { mustBeConfirmed, mustBeProved } from '#modules/links/server/index.ts';
import {
  answerItems,
  approveQuotation,
  linesOf,
  lockOrder,
} from '#modules/service-orders/server/index.ts';
import type { Call } from '#platform/http.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { HeldVisit, heldPageRoutes } from '../contract.ts';
import { portalEvents } from '../events.ts';
import { statementOf } from '../locales/statement.ts';
import {
  insertQuestion,
  insertSigning,
  proofsOf,
  questionCounts,
  type VisitRow,
  visitRow,
} from './queries.ts';
import { type AskedLine, asAnswered, askedOf, ownSumOf } from './quote.ts';
import { visitOf } from './show.ts';

const mostOpenQuestions = 10;
const mostQuestions = 50;

/** What a customer asks back of a job or of the whole; his advisor hears of it at once. */
export async function ask(
  work: Work,
  orderId: string,
  { question, lineId }: BodyOf<typeof heldPageRoutes.ask>,
): Promise<HeldVisit> {
  mustBeProved(work.actor);
  const order = await lockOrder(work, orderId);
  const row = order && (await visitRow(work, orderId));
  if (!order || !row) throw notFound();
  const visit = await visitOf(work, orderId, true);
  const line = visit.lines.find(({ id }) => id === lineId);
  if (lineId !== undefined && !line) throw ruleBroken('/lineId', 'line_unknown');
  const { open, all } = await questionCounts(work, orderId);
  if (open >= mostOpenQuestions || all >= mostQuestions) throw new Problem(422, 'questions_enough');
  const { orgUnitId, orgPath } = order;
  const about = line?.description ?? '';
  const asked = await insertQuestion(work, {
    ...{ orgUnitId, orgPath, orderId, about, question },
    lineId: lineId ?? null,
  });
  const told = { orderId, questionId: asked.id };
  await work.emit(portalEvents.asked, told, { type: 'serviceOrder', id: orderId, orgPath });
  await tellAdvisor(work, row, 'portal.asked');
  return visitOf(work, orderId, true);
}

/** What he wants on his invoice; who is responsible hears of it, and the cashier has it on her list. */
export async function askInvoice(
  work: Work,
  orderId: string,
  title: InvoiceTitle,
): Promise<HeldVisit> {
  await mustBeConfirmed(work);
  const row = await visitRow(work, orderId);
  if (!row) throw notFound();
  await askForInvoice(work, orderId, title);
  await tellAdvisor(work, row, 'portal.invoiceAsked');
  return visitOf(work, orderId, true);
}

/** The bell of who is responsible: it leads to the order. What was said stands there, not in the notice. */
const tellAdvisor = (work: Work, row: VisitRow, kind: string) =>
  notify(work, [row.advisorId], {
    kind,
    about: { type: 'serviceOrder', id: row.id },
    facts: { number: row.number },
  });

type Decision = BodyOf<typeof heldPageRoutes.decide>;

/**
 * The customer's signed answer (D-41): bound to what his page showed, through the order's own approval. The picture is
 * looked into first, outside of any transaction; who comes second or too late hears so before it.
 */
export async function decide(
  reading: Work,
  orderId: string,
  decision: Decision,
  call: Call,
): Promise<HeldVisit> {
  await mustBeConfirmed(reading);
  const row = await visitRow(reading, orderId);
  if (!row) throw notFound();
  const { signature, ...said } = decision;
  const bytes = Buffer.from(signature, 'base64');
  const facts = [orderId, said, createHash('sha256').update(bytes).digest('hex')];
  const isRepeated = call.request.headers['idempotency-key'] !== undefined;
  if (!isRepeated) refuseChanged(row.state, row.lines, decision);
  await refuseWhenUsedUp(reading);
  const stored = await call.host.files.put(reading.actor.tenantId, Readable.from([bytes]));
  if (!stored.contentType.startsWith('image/'))
    throw ruleBroken('/signature', 'signature_not_a_picture');
  return call.once(facts, async (work) => {
    await write(work, row, decision, { call, store: () => storeFile(work, stored, 'signature') });
    return visitOf(work, orderId, true);
  });
}

interface Signing {
  call: Call;
  store(): Promise<{ id: string }>;
}

async function write(work: Work, row: VisitRow, decision: Decision, { call, store }: Signing) {
  const order = await lockOrder(work, row.id);
  if (!order) throw notFound();
  const lines = (await linesOf(work, order.id)).map((line) => ({
    ...line,
    isPriced: line.origin === 'estimate' || line.pricedAt !== null,
  }));
  const { kind, agreed, asked } = refuseChanged(order.state, lines, decision);
  const { answers, signedBy, sumFen, hash } = decision;
  const { id: signatureFileId } = await store();
  const said = { answers, answeredBy: signedBy, how: 'link' as const, signatureFileId };
  const toldSingly = new Set(agreed.map((line) => line.id));
  if (kind === 'estimate') await approveQuotation(work, { orderId: order.id }, said, toldSingly);
  else await answerItems(work, { orderId: order.id }, said);
  const { request } = call;
  const { language } = row;
  const at = work.now;
  const signing = await insertSigning(work, {
    ...{ orderId: order.id, linkId: work.actor.id, quoteHash: hash, sumFen, signedBy },
    statement: statementOf(language, asked, answers, sumFen),
    signatureFileId,
    address: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    ...(await proofsOf(work, work.actor.holds!.visitId)),
    at,
  });
  const told = { orderId: order.id, signingId: signing.id, kind };
  const { id, orgPath } = order;
  await work.emit(portalEvents.signed, told, { type: 'serviceOrder', id, orgPath });
  await tellAdvisor(work, row, 'portal.signed');
}

/** Another price, another job, an answer that somebody gave already: then nothing of this answer holds (D-41). */
function refuseChanged(
  state: string,
  lines: readonly AskedLine[],
  { hash, sumFen, answers }: Decision,
) {
  const asked = askedOf(state, lines);
  if (!asked) throw new Problem(409, 'nothing_asked');
  if (asked.hash !== hash) throw new Problem(409, 'quote_changed');
  const given = new Map(answers.map(({ lineId, answer }) => [lineId, answer]));
  const stranger = answers.findIndex(({ lineId }) => !asked.open.some(({ id }) => id === lineId));
  if (stranger >= 0 || given.size !== answers.length)
    throw ruleBroken(`/answers/${Math.max(stranger, 0)}/lineId`, 'line_unknown');
  const missing = asked.open.find(({ id }) => !given.has(id));
  if (missing) throw ruleBroken('/answers', 'answer_missing', { description: missing.description });
  const answered = asAnswered(lines, asked.open, answers);
  const agreed = answered.filter(({ id }) => given.get(id) === 'approved');
  if (ownSumOf(agreed) !== sumFen) throw new Problem(409, 'quote_changed');
  if (asked.kind === 'estimate' && agreed.length === 0) throw new Problem(422, 'nothing_approved');
  return { kind: asked.kind, agreed, asked: answered };
}
