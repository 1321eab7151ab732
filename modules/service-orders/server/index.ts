import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { serviceOrderProblems } from '../locales/words.ts';
import { giveJobs, giveOrders, jobsHeldBy, ordersHeldBy } from './queries-open-work.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(serviceOrderProblems);
const ofVisit = { aboutType: 'serviceOrder' } as const;
defineOpenWork({
  ...ofVisit,
  kind: 'orders',
  covers: ['serviceOrders.advisorId'],
  needs: 'serviceOrders.receive',
  find: ordersHeldBy,
  give: giveOrders,
});
defineOpenWork({
  ...ofVisit,
  kind: 'jobs',
  covers: ['serviceOrders.technicianId'],
  needs: 'serviceOrders.work',
  find: jobsHeldBy,
  give: giveJobs,
});

export {
  deliver as deliverOrder,
  type Settlement,
  settle as settleOrder,
  takeBackPayment,
} from './departure.ts';
/** What an inspection found goes before the desk; its gates are passed where its sheets are signed (WSH-03, WSH-08). */
export { type Found, putFound } from './found.ts';
export { minimumGuarantee } from './guarantee.ts';
export { defineDeparture, defineSettling } from './leaving.ts';
export { defineOnAccount, type OnAccount } from './on-account.ts';
/** A job of the order is given to another firm, is back, and is done by it or not (外协, WSH-05). */
export { giveLineOut, lineCameBack, priceOfLine } from './outside.ts';
/** What a line costs outside any package (WSH-12). */
export { atListPrice } from './packages.ts';
/** The order held for a change, and its jobs: for who binds an answer to what was shown (D-41). */
export {
  type EarlierOrder,
  earlierOrders,
  fileOrderPapers,
  lockOrder,
} from './queries.ts';
export { dueFenOf } from './queries-discounts.ts';
export { linesOf } from './queries-lines.ts';
export { packageOfLine } from './queries-packaged.ts';
export { type ArrivalRow, arrivalOf } from './queries-record.ts';
/** Visits of a span, for what is told per visit; the entries of a day become one in the night. */
export { foldVisitCounts, visitsBetween } from './queries-visit-counts.ts';
/** The customer’s answer to the quotation, and to additional items (WSH-12, WSH-05). */
export {
  answer as answerItems,
  approve as approveQuotation,
  inspect as inspectOrder,
} from './quotation.ts';
/** An order waits for something, or no more (WSH-17). */
export {
  receive as receiveVehicle,
  refuseTwice as refuseVehicleHere,
  wait as sayWaiting,
} from './reception.ts';
/** A visit repeats an earlier one, or does not after all (WSH-10). */
export { leaveRepeat, takeAsRepeat } from './repeat.ts';
export { serviceOrdersModule } from './routes.ts';
/** The workshop takes a job up, and says that one is done: the steps of the order, whoever keeps the clock (WSH-05). */
export {
  finalInspect as finalInspectOrder,
  markDone as markLineDone,
  start as startOrder,
} from './workshop.ts';
