import type { Part } from '#modules/links/web/holder/index.ts';
import type { HeldVisit } from '../../contract.ts';
import { askingOf } from './asking.ts';
import { codeForm } from './code.ts';
import { invoiceOf } from './invoice.ts';
import { decidedOf } from './lines.ts';
import { callOf, headOf, stateOf, trackOf } from './progress.ts';
import { papersOf, photosOf, questionsOf } from './rest.ts';
import type { Page, Section } from './tools.ts';

/** The parts of the page from top to bottom, and what each of them tells of the visit. */
const sections: readonly [section: Section, of: (visit: HeldVisit) => unknown][] = [
  [headOf, ({ shopName }) => shopName],
  [
    stateOf,
    ({ state, waitingFor, promisedAt, promises, plate }) => [
      ...[state, waitingFor, promisedAt, promises, plate],
    ],
  ],
  [codeForm, ({ isProved }) => isProved],
  [
    askingOf,
    ({ asks, lines }) => [
      asks,
      lines.filter(({ id }) => asks?.lineIds.includes(id)).map(({ pictures }) => pictures),
    ],
  ],
  [
    decidedOf,
    ({ lines, asks, approvedFen, settledFen }) => [
      lines.filter(({ id }) => !asks?.lineIds.includes(id)),
      ...[approvedFen, settledFen],
    ],
  ],
  [trackOf, ({ steps, state }) => [steps, state]],
  [photosOf, ({ photos }) => photos],
  [questionsOf, ({ questions, isProved }) => [questions, isProved]],
  [papersOf, ({ papers }) => papers],
  [invoiceOf, ({ invoice, mayAskInvoice, isProved }) => [invoice, mayAskInvoice, isProved]],
  [callOf, ({ advisorPhone, shopPhone }) => [advisorPhone, shopPhone]],
];

/**
 * Draws the page, and again when something happened: only the parts that tell something else now. What is half chosen
 * or half written in another part stays as it is.
 */
export function drawer() {
  let drawn: { told: string; part: Part | undefined }[] = [];
  return (page: Page): Part[] => {
    drawn = sections.map(([section, of], at) => {
      const told = JSON.stringify([page.language, of(page.visit)]);
      const before = drawn[at];
      return before?.told === told ? before : { told, part: section(page) };
    });
    return drawn.flatMap(({ part }) => part ?? []);
  };
}
