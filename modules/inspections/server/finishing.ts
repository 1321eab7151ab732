import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { finalInspectOrder, inspectOrder } from '#modules/service-orders/server/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { type inspectionRoutes, type Missing, type SheetItem, unanswered } from '../contract.ts';
import { missingIn } from '../contract-judging.ts';
import { inspectionSheetEvents } from '../events.ts';
import { sheetLife } from '../lifecycle.ts';
import { readingOf, saidOf } from './findings.ts';
import {
  type Answers,
  certificatesAreOver,
  factsOf,
  questionsOf,
  type SheetRow,
  updateSheet,
} from './queries.ts';
import { type AskedSheet, aboutSheet, itemsOf, personOf, takeOpenSheet } from './taking.ts';

type Finish = BodyOf<typeof inspectionRoutes.finish>;
type Final = Parameters<typeof finalInspectOrder>[2];

/** As many findings as the record of a gate holds; what is red stands first. */
const mostFindings = 100;

/**
 * The sheet is signed: in one transaction it is locked, and the order's own gate is passed or sends the car back with the
 * reasons (WSH-03, WSH-08). The first refusal counts: nothing is signed while something is left out.
 */
export async function finish(work: Work, asked: AskedSheet, body: Finish): Promise<void> {
  const row = await takeOpenSheet(work, asked);
  const items = itemsOf(row);
  const passed = row.kind === 'intake' || body.passed;
  const unclear = (await questionsOf(work, row.id)).filter(({ answeredAt }) => answeredAt === null);
  refuseIncomplete(row, passed, new Set(unclear.map(({ itemKey }) => itemKey)));
  if (row.kind === 'final') {
    refuseWrongVerdict(items, row.answers, passed);
    await refuseWithoutPaper(work);
  }
  const inspectorId = personOf(work.actor) ?? (await factsOf(work, row.orderId))!.advisorId;
  await updateSheet(work, row.id, {
    state: sheetLife.next('finish', row.state),
    passed,
    inspectorId,
    signedAt: work.now,
  });
  const told = { inspectionSheetId: row.id, orderId: row.orderId, kind: row.kind };
  await work.emit(inspectionSheetEvents.signed, told, aboutSheet(row));
  const seen = { methods: methodsOf(items, row.answers), findings: findingsOf(items, row.answers) };
  const order = { orderId: row.orderId };
  if (row.kind === 'intake') {
    await inspectOrder(work, order, { ...seen, grade: row.grade ?? 'minor', note: row.note });
  } else {
    const note = passed ? row.note : reasonsOf(items, row);
    const { guaranteeDays, guaranteeKm } = body;
    const promised = {
      ...(guaranteeDays !== undefined && { guaranteeDays }),
      ...(guaranteeKm !== undefined && { guaranteeKm }),
    };
    await finalInspectOrder(work, order, { ...seen, note, passed, ...(passed && promised) });
  }
}

/** What is still open; of a car that goes back only what is said of its red items counts. */
export function missingOf(row: SheetRow, unclear: ReadonlySet<string>, passed: boolean): Missing[] {
  const items = itemsOf(row);
  const missing = missingIn(items, new Map(Object.entries(row.answers)), unclear);
  if (passed) return missing;
  const isRed = (key: string) => row.answers[key]?.light === 'red';
  return missing.filter(({ key, lack }) => lack === 'note' && isRed(key));
}

function refuseIncomplete(row: SheetRow, passed: boolean, unclear: ReadonlySet<string>): void {
  const missing = missingOf(row, unclear, passed);
  if (missing.length === 0) return;
  const faults = missing
    .slice(0, 50)
    .map(({ key, lack }) => ({ pointer: `/answers/${key}`, code: `inspection_lacks_${lack}` }));
  throw new Problem(422, 'inspection_incomplete', { count: missing.length }, faults);
}

function refuseWrongVerdict(items: readonly SheetItem[], answers: Answers, passed: boolean): void {
  const reds = items.filter(({ key }) => answers[key]?.light === 'red');
  if (passed && reds.length > 0) throw new Problem(409, 'inspection_is_red');
  if (!passed && reds.length === 0) throw new Problem(409, 'inspection_no_red');
}

/** Who has an inspector's certificate on file that has run out signs nothing until it is renewed (ORG-04). */
async function refuseWithoutPaper(work: Work): Promise<void> {
  const me = personOf(work.actor);
  if (me === null) return;
  const today = dateIn(zoneOfTenant, work.now);
  if (await certificatesAreOver(work, me, today)) {
    throw new Problem(409, 'inspector_certificate_over');
  }
}

const isSaid = (light: string) => light !== 'open' && light !== 'notApplicable';

function methodsOf(items: readonly SheetItem[], answers: Answers): Final['methods'] {
  const used = items.filter(({ key }) => isSaid(answers[key]?.light ?? 'open'));
  const methods = [...new Set(used.map(({ method }) => method))];
  return methods.length > 0 ? methods : ['look'];
}

const weight = { red: 0, yellow: 1, green: 2 } as const;

function findingsOf(items: readonly SheetItem[], answers: Answers): Final['findings'] {
  return items
    .flatMap((item): Final['findings'] => {
      const { light, reading, note } = answers[item.key] ?? unanswered;
      if (light === 'open' || light === 'notApplicable') return [];
      const words = [readingOf(item, reading), note.trim()].filter(Boolean).join('，');
      return [{ item: item.name, light, note: words.slice(0, 500) }];
    })
    .toSorted((one, other) => weight[one.light] - weight[other.light])
    .slice(0, mostFindings);
}

/** Why the car goes back to the work, item by item. */
const reasonsOf = (items: readonly SheetItem[], { answers, note }: SheetRow): string =>
  [
    ...items
      .filter(({ key }) => answers[key]?.light === 'red')
      .map((item) => `${item.name}：${saidOf(item, answers[item.key] ?? unanswered)}`),
    note.trim(),
  ]
    .filter(Boolean)
    .join('；')
    .slice(0, 2000);
