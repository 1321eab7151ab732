import { offersFor } from '#modules/prices/server/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { refuseTooMuch } from './amounts.ts';
import { listingsOf, placeOfOrder } from './listed-prices.ts';
import { insertLines, linesOf } from './queries-lines.ts';
import { type Asked, beginChange, finish, finishChange } from './taking.ts';

/** What an inspection found, and the job that would put it right. */
export interface Found {
  description: string;
  finding: string;
  /** Of the job on the price list; '' or unknown there: written freely, priced by the desk. */
  jobCode: string;
}

const beforeTheAnswer = ['received', 'inspected', 'estimated'];

/**
 * Puts what an inspection found before the desk, priced by the list where it knows the job: as a line of the quotation
 * until the work begins, as an additional item after it (WSH-03, WSH-05). Nobody turns a screw before the answer.
 */
export async function putFound(work: Work, asked: Asked, found: Found): Promise<void> {
  const rights = ['serviceOrders.receive', 'serviceOrders.inspect'];
  const order = await beginChange(work, asked, ...rights);
  const isInWork = order.state === 'inWork';
  if (!isInWork && order.state !== 'approved' && !beforeTheAnswer.includes(order.state)) {
    throw new Problem(409, 'inspection_not_now', { state: order.state });
  }
  const { description, finding } = found;
  const offer = await jobOffered(work, order, found.jobCode);
  const quoted = {
    description: offer?.name ?? description,
    finding,
    labourFen: offer?.amountFen ?? 0,
    ...(offer && { priceItemId: offer.priceItemId }),
  };
  const [listing] = await listingsOf(work, order, [quoted], new Map());
  const { priceItemId = null, listedFen = null, standardMinutes = 0 } = listing ?? {};
  const lines = await linesOf(work, order.id);
  await insertLines(work, [
    {
      orderId: order.id,
      position: Math.max(0, ...lines.map(({ position }) => position)) + 1,
      origin: isInWork ? 'additional' : 'estimate',
      description: quoted.description,
      finding,
      labourFen: quoted.labourFen,
      ...{ priceItemId, listedFen, standardMinutes },
    },
  ]);
  refuseTooMuch(await linesOf(work, order.id));
  const note = quoted.description;
  if (isInWork) await finish(work, order, 'propose', { waitingFor: 'customer' }, note);
  else if (order.state === 'approved') await finish(work, order, 'estimate', {}, note);
  else await finishChange(work, order, 'found', {}, note);
}

/** The job of exactly this code, as the list offers it for the car today. */
async function jobOffered(work: Work, order: Parameters<typeof placeOfOrder>[1], code: string) {
  if (code.trim() === '') return undefined;
  const place = await placeOfOrder(work, order);
  const offers = await offersFor(work, { q: code, kind: 'job' }, place);
  return offers.find((offer) => offer.code.toUpperCase() === code.trim().toUpperCase());
}
