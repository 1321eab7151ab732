import { needsMessage } from '#modules/links/server/index.ts';
import { packageHeads } from '#modules/service-orders/contract.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { HeldVisit } from '../contract.ts';
import { heldPapers } from '../contract-visit.ts';
import { type VisitRow, visitRow } from './queries.ts';
import { askedOf, singlyOf } from './quote.ts';

/** From the final inspection on the sums stand, and the settlement list with them. */
const settled: readonly HeldVisit['state'][] = ['ready', 'settled', 'delivered'];

/** Before the code is shown the page tells how far the car is, and nothing of what or for how much. */
export async function visitOf(work: Work, orderId: string, isProved: boolean): Promise<HeldVisit> {
  const row = await visitRow(work, orderId);
  if (!row) throw notFound();
  const visit = shown(row, isProved);
  // Asked for only where there is something to sign: the page asks again every few seconds.
  return visit.asks === null ? visit : { ...visit, needsMessage: await needsMessage(work) };
}

const instant = (text: string) => new Date(text).toISOString();
const instantOrNone = (text: string | null) => (text === null ? null : instant(text));
const timed = <T extends { at: string }>(rows: readonly T[]): T[] =>
  rows.map((row) => ({ ...row, at: instant(row.at) }));

export function shown(row: VisitRow, isProved: boolean): HeldVisit {
  const { id, number, state, waitingFor, language, plateColour, shopName, shopPhone } = row;
  return {
    ...{ id, number, state, waitingFor, language, plateColour, shopName, shopPhone, isProved },
    plate: isProved ? row.plate : row.plate.replace(/^(..).*(..)$/u, '$1***$2'),
    advisorName: row.advisorName,
    advisorPhone: isProved ? row.advisorPhone : '',
    receivedAt: row.receivedAt.toISOString(),
    promisedAt: row.promisedAt?.toISOString() ?? null,
    steps: timed(row.steps),
    needsMessage: false,
    ...(isProved ? withinOf(row) : nothingWithin),
  };
}

const nothingWithin = {
  ...{ promises: [], lines: [], asks: null, photos: [], questions: [], papers: [] },
  ...{ approvedFen: 0, settledFen: null, invoice: null, mayAskInvoice: false },
};

function withinOf(row: VisitRow) {
  const asks = askedOf(row.state, row.lines);
  return {
    promises: timed(row.promises),
    lines: linesOf(row),
    asks: asks && { kind: asks.kind, hash: asks.hash, lineIds: asks.open.map(({ id }) => id) },
    approvedFen: row.approvedFen,
    settledFen: row.settledFen,
    photos: timed(row.photos),
    questions: row.questions.map((one) => ({
      ...one,
      askedAt: instant(one.askedAt),
      answeredAt: instantOrNone(one.answeredAt),
    })),
    invoice: row.invoice && { ...row.invoice, askedAt: instant(row.invoice.askedAt) },
    mayAskInvoice: !['leftUnrepaired', 'cancelled'].includes(row.state),
    papers: papersOf(row),
  };
}

/** An additional item without a price is the house's own. */
function linesOf({ lines, photos }: VisitRow): HeldVisit['lines'] {
  const heads = packageHeads(lines);
  return lines
    .filter(({ answer, isPriced }) => answer !== 'open' || isPriced)
    .map((whole) => {
      const { origin: _, isPriced: __, jobPackageId, listedFen: ___, parts, ...line } = whole;
      return {
        ...line,
        packageHead: heads.get(whole) ?? null,
        singly: jobPackageId === null ? null : singlyOf(whole),
        parts: parts.map(({ name, origin, quantityThousandths, unit, unitFen }) => ({
          ...{ name, origin, quantityThousandths, unit, unitFen },
        })),
        answeredAt: instantOrNone(line.answeredAt),
        pictures: photos.filter(({ lineId }) => lineId === line.id).map(({ fileId }) => fileId),
      };
    });
}

const papersOf = ({ state, ...row }: VisitRow): HeldVisit['papers'] => {
  const exists = {
    order: true,
    request: row.checkInId !== null,
    intakeInspection: row.intakeSheetId !== null,
    finalInspection: row.finalSheetId !== null,
    settlement: settled.includes(state),
    delivery: row.deliveryPackId !== null,
  };
  return heldPapers.filter((paper) => exists[paper]);
};
