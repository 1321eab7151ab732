import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { CustomerAnswer, QuotedLine, serviceOrderRoutes } from '../contract.ts';
import { approvedFenOf, partsFenOf, refuseTooMuch } from './amounts.ts';
import { type Listing, listingsOf } from './listed-prices.ts';
import { waitsOutside } from './outside.ts';
import { dissolvePackages, refuseBrokenPackages, unanswered } from './packages.ts';
import type { LineRow, OrderRow } from './queries.ts';
import { insertInspection } from './queries.ts';
import { dropLinesBut, insertLines, linesOf, updateLine } from './queries-lines.ts';
import { refuseChargedRepeat } from './repeat.ts';
import { keepSignature, saidAtOf } from './said.ts';
import {
  type Asked,
  begin,
  beginChange,
  finish,
  finishChange,
  personOf,
  refuseStale,
} from './taking.ts';

type Body<Name extends keyof typeof serviceOrderRoutes> = BodyOf<(typeof serviceOrderRoutes)[Name]>;

/** Intake inspection: how it was looked at, what was found, which grade of work it is (WSH-03). */
export async function inspect(work: Work, asked: Asked, body: Body<'inspect'>): Promise<void> {
  const order = await begin(work, asked, 'inspect');
  await insertInspection(work, {
    orderId: order.id,
    gate: 'intake',
    passed: true,
    methods: body.methods,
    findings: body.findings,
    grade: body.grade,
    note: body.note ?? '',
    inspectorId: inspectorOf(work, order),
    at: work.now,
  });
  await finish(work, order, 'inspect');
}

/** Who answers for an inspection; a program inspects in the advisor's name. */
export const inspectorOf = (work: Work, order: OrderRow): string =>
  personOf(work.actor) ?? order.advisorId;

/** The whole quotation at once. A line that changed loses its answer: the customer is asked again. */
export async function estimate(work: Work, asked: Asked, body: Body<'estimate'>): Promise<void> {
  const order = await begin(work, asked, 'estimate');
  const before = new Map((await linesOf(work, order.id)).map((line) => [line.id, line]));
  const listings = await listingsOf(work, order, body.lines, before);
  const quoted = body.lines.map((line, at) => pricedLine(line, listings[at]!, at, order.kind));
  refuseChargedRepeat(order.kind, quoted);
  const isKnown = (id: string | undefined) => id !== undefined && before.has(id);
  const stranger = body.lines.findIndex(({ id }) => id !== undefined && !isKnown(id));
  if (stranger >= 0) throw ruleBroken(`/lines/${stranger}/id`, 'line_unknown');
  await refuseBrokenPackages(work, order, quoted, before.values());
  await dropLinesBut(
    work,
    order.id,
    body.lines.flatMap(({ id }) => id ?? []),
  );
  const fresh = quoted.filter((_, at) => !isKnown(body.lines[at]!.id));
  await insertLines(
    work,
    fresh.map((line) => ({ ...line, orderId: order.id, origin: 'estimate' })),
  );
  const askedAgain: string[] = [];
  for (const [at, line] of quoted.entries()) {
    const known = before.get(body.lines[at]!.id ?? '');
    if (!known || isSame(known, line)) continue;
    const reset = meansTheSame(known, line) ? {} : resetOf(work, known);
    if ('askedAgainAt' in reset) askedAgain.push(line.description);
    await updateLine(work, known.id, { ...line, ...reset });
  }
  const lines = await linesOf(work, order.id);
  refuseTooMuch(lines);
  const note = askedAgain.join('、').slice(0, 2000);
  await finish(work, order, 'estimate', { approvedFen: approvedFenOf(lines) }, note);
}

/** What was answered is asked again, and says so; what was not is merely asked otherwise. */
const resetOf = (work: Work, { answer }: LineRow) =>
  answer === 'open' ? unanswered : { ...unanswered, askedAgainAt: work.now };

type PricedLine = ReturnType<typeof pricedLine>;

/** What a repeat repair asks for is the house's to pay, unless said otherwise. */
function pricedLine(
  line: QuotedLine,
  { parts, ...listing }: Listing,
  at: number,
  kind: OrderRow['kind'],
) {
  const ofParts = partsFenOf(parts, at);
  if (parts.length > 0 && line.partsFen !== undefined && line.partsFen !== ofParts) {
    throw ruleBroken(`/lines/${at}/partsFen`, 'parts_do_not_add_up', { sumFen: ofParts });
  }
  return {
    position: at + 1,
    description: line.description,
    finding: line.finding ?? '',
    ...listing,
    jobPackageId: line.jobPackageId ?? null,
    labourFen: line.labourFen,
    parts: parts as Fresh<'jobLines'>['parts'],
    partsFen: parts.length > 0 ? ofParts : (line.partsFen ?? 0),
    payer: line.payer ?? (kind === 'repeatRepair' ? ('internal' as const) : ('customer' as const)),
  };
}

/** What the customer was asked: the job, its price, who pays. */
const meansTheSame = (known: LineRow, line: PricedLine) =>
  known.description === line.description &&
  known.labourFen === line.labourFen &&
  known.partsFen === line.partsFen &&
  known.payer === line.payer &&
  JSON.stringify(namesOf(known.parts)) === JSON.stringify(namesOf(line.parts));

const namesOf = (parts: unknown) =>
  (parts as readonly { name: string; origin: string; unitFen: number }[]).map(
    ({ name, origin, unitFen }) => [name, origin, unitFen],
  );

const isSame = (known: LineRow, line: PricedLine) =>
  meansTheSame(known, line) &&
  known.position === line.position &&
  known.finding === line.finding &&
  known.standardMinutes === line.standardMinutes &&
  known.priceItemId === line.priceItemId &&
  known.jobPackageId === line.jobPackageId &&
  known.listedFen === line.listedFen &&
  JSON.stringify(known.parts) === JSON.stringify(line.parts);

/**
 * The customer's answer to every open line of the quotation (WSH-12). Where he refuses a part of a package that is cheaper
 * than its lines, the rest is quoted anew at the list's price and the order waits for his answer to that; unless he saw
 * that price when he agreed (`toldSingly`: the lines of which he did).
 */
export async function approve(
  work: Work,
  asked: Asked,
  body: CustomerAnswer,
  toldSingly: ReadonlySet<string> = new Set(),
): Promise<void> {
  const order = await begin(work, asked, 'approve');
  const open = (await linesOf(work, order.id)).filter(({ answer }) => answer === 'open');
  const given = new Set(body.answers.map(({ lineId }) => lineId));
  const missing = open.find(({ id }) => !given.has(id));
  if (missing) {
    throw ruleBroken('/answers', 'answer_missing', { description: missing.description });
  }
  await writeAnswers(work, order, open, body);
  const askedAgain = await dissolvePackages(work, order, toldSingly);
  const lines = await linesOf(work, order.id);
  if (askedAgain.length > 0) {
    const note = askedAgain.join('、').slice(0, 2000);
    await finish(work, order, 'estimate', { approvedFen: approvedFenOf(lines) }, note);
    return;
  }
  if (!lines.some(({ answer }) => answer === 'approved')) {
    throw new Problem(422, 'nothing_approved');
  }
  await finish(work, order, 'approve', { approvedFen: approvedFenOf(lines) }, body.note);
}

type Answered = CustomerAnswer['answers'][number] &
  Pick<Body<'answer'>['answers'][number], 'labourFen' | 'partsFen' | 'payer'>;

async function writeAnswers(
  work: Work,
  order: OrderRow,
  open: readonly LineRow[],
  body: Omit<CustomerAnswer, 'answers'> & { answers: readonly Answered[] },
): Promise<void> {
  const answeredAt = saidAtOf(work, order, body.saidAt);
  await keepSignature(work, order, body);
  for (const [at, given] of body.answers.entries()) {
    if (!open.some(({ id }) => id === given.lineId)) {
      throw ruleBroken(`/answers/${at}/lineId`, 'line_unknown');
    }
    const { labourFen, partsFen, payer } = given;
    await updateLine(work, given.lineId, {
      labourFen,
      partsFen,
      payer,
      answer: given.answer,
      answerHow: body.how,
      answeredBy: body.answeredBy,
      answerNote: body.note ?? '',
      answeredAt,
      askedAgainAt: null,
      recordedBy: personOf(work.actor),
      refusalReason: given.answer === 'refused' ? (given.refusalReason ?? '') : '',
    });
  }
}

/** 把任务订单上没有写明的故障记录下来，及时通知前台 (S2, WSH-05): nothing is done to it before the answer. */
export async function propose(work: Work, asked: Asked, body: Body<'propose'>): Promise<void> {
  const order = await begin(work, asked, 'propose');
  const lines = await linesOf(work, order.id);
  await insertLines(work, [
    {
      orderId: order.id,
      position: Math.max(0, ...lines.map(({ position }) => position)) + 1,
      origin: 'additional',
      description: body.description,
      finding: body.finding,
      standardMinutes: body.standardMinutes ?? 0,
      labourFen: body.labourFen ?? 0,
      partsFen: body.partsFen ?? 0,
      payer: body.payer ?? 'customer',
    },
  ]);
  refuseTooMuch(await linesOf(work, order.id));
  await finish(work, order, 'propose', { waitingFor: 'customer' }, body.description);
}

/** The desk names the price of an additional item: from here on the customer is asked, and asked anew by each change. */
export async function priceItem(
  work: Work,
  asked: Asked,
  lineId: string,
  price: Body<'priceItem'>,
): Promise<void> {
  const { expectedVersion, orderId } = asked;
  const order = await beginChange(work, { orderId });
  const line = (await linesOf(work, order.id)).find(({ id }) => id === lineId);
  if (!line) throw notFound();
  refuseStale(order, { orderId, expectedVersion });
  if (line.origin !== 'additional' || line.answer !== 'open')
    throw new Problem(409, 'nothing_to_answer', { state: order.state });
  const { labourFen, partsFen, payer } = price;
  await updateLine(work, line.id, { labourFen, partsFen, payer, pricedAt: work.now });
  refuseTooMuch(await linesOf(work, order.id));
  await finishChange(work, order, 'priceItem', {}, line.description);
}

/** What the customer said to the additional items, at which price, through whom (WSH-05). */
export async function answer(work: Work, asked: Asked, body: CustomerAnswer): Promise<void> {
  const order = await begin(work, asked, 'answer');
  const isOpenItem = (line: LineRow) => line.origin === 'additional' && line.answer === 'open';
  const open = (await linesOf(work, order.id)).filter(isOpenItem);
  if (open.length === 0) throw new Problem(409, 'nothing_to_answer', { state: order.state });
  await writeAnswers(work, order, open, body);
  const lines = await linesOf(work, order.id);
  refuseTooMuch(lines);
  const waits = lines.some(isOpenItem) || order.waitingFor !== 'customer';
  const waitingFor = waits ? order.waitingFor : waitsOutside('', lines);
  const change = { approvedFen: approvedFenOf(lines), waitingFor };
  await finish(work, order, 'answer', change, body.note);
}
