import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { dateIn, daysBetween } from '#shared/dates.ts';
import type { Grade, GradeProposal, SheetKind, SheetSection } from '../contract.ts';
import { inspectionSheetEvents } from '../events.ts';
import { sheetLife } from '../lifecycle.ts';
import { gradeFor } from './grade.ts';
import {
  approvedLines,
  countOfSheets,
  factsOf,
  insertSheet,
  lockOrder,
  type OrderFacts,
  openSheetOf,
  type SheetRow,
  updateSheet,
} from './queries.ts';
import { aboutSheet, refuseUnlessMayInspect } from './taking.ts';
import { templateFor } from './templates.ts';

/** When the order waits for this inspection. */
const stateFor = { intake: 'received', final: 'teamChecked' } as const;
const mostSheets = 50;

/** The first tap; what was begun with this order and is not signed is gone on with, on whatever device. */
export async function beginSheet(work: Work, orderId: string, kind: SheetKind): Promise<string> {
  await lockOrder(work, orderId);
  const order = await factsOf(work, orderId);
  if (!order) throw notFound();
  refuseUnlessMayInspect(work.actor, kind, order.orgPath);
  if (order.state !== stateFor[kind]) {
    throw new Problem(409, 'inspection_not_now', { state: order.state });
  }
  const open = await openSheetOf(work, orderId, kind);
  if (open) {
    await renewJobs(work, order, open);
    return open.id;
  }
  if ((await countOfSheets(work, orderId)) >= mostSheets) {
    throw new Problem(409, 'inspection_sheets_enough');
  }
  const grade = kind === 'intake' ? proposalFor(work, order).grade : (order.intakeGrade ?? 'minor');
  const row = await insertSheet(work, {
    orgUnitId: order.orgUnitId,
    orgPath: order.orgPath,
    orderId,
    kind,
    grade,
    state: sheetLife.initial,
    ...asStored(await sectionsFor(work, order, kind, grade)),
  });
  const told = { inspectionSheetId: row.id, orderId, kind };
  await work.emit(inspectionSheetEvents.begun, told, aboutSheet(row));
  return row.id;
}

/** A car that went back and came again may have other jobs on its order than when the sheet was begun. */
async function renewJobs(work: Work, order: OrderFacts, open: SheetRow): Promise<void> {
  if (open.kind !== 'final') return;
  const now = await sectionsFor(work, order, open.kind, open.grade ?? 'minor');
  const jobsIn = (sections: readonly SheetSection[]) =>
    sections.flatMap(({ items }) => items.flatMap(({ lineId }) => lineId ?? [])).join();
  if (jobsIn(now.sections) !== jobsIn(open.sections))
    await updateSheet(work, open.id, asStored(now));
}

/** Which grade the work seems to be, and why (WSH-03). */
export function proposalFor(
  work: Work,
  order: Pick<OrderFacts, 'kind' | 'mileageKm' | 'lastKm' | 'lastAt'>,
): GradeProposal {
  const { kind, mileageKm, lastKm, lastAt } = order;
  const dayOf = (at: Date) => dateIn(zoneOfTenant, at);
  const last =
    lastKm === null || lastAt === null
      ? null
      : { mileageKm: lastKm, days: daysBetween(dayOf(lastAt), dayOf(work.now)) };
  return gradeFor({ kind, mileageKm, last });
}

const jobsTitle = '工单项目';
const jobKey = (lineId: string) => `job-${lineId}`;

/** What is asked: the jobs of the order, each by itself, before the template's items on the way out (WSH-08). */
export async function sectionsFor(
  work: Work,
  order: Pick<OrderFacts, 'id' | 'vehicleType'>,
  kind: SheetKind,
  grade: Grade,
) {
  const template = await templateFor(work, kind, grade, order.vehicleType);
  const asked: SheetSection[] = template.sections.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, lineId: null })),
  }));
  const jobs = kind === 'final' ? await approvedLines(work, order.id) : [];
  const ofOrder: SheetSection = {
    title: jobsTitle,
    items: jobs.map(({ id, description }) => ({
      key: jobKey(id),
      name: description.slice(0, 120),
      method: 'look',
      ...{ unit: '', low: null, high: null, jobCode: '', lineId: id },
    })),
  };
  return {
    templateName: template.name,
    templateEdition: template.edition,
    templateSource: template.source,
    sections: jobs.length > 0 ? [ofOrder, ...asked] : asked,
  };
}

/** As the column takes it. */
export const asStored = <Asked extends { sections: SheetSection[] }>(asked: Asked) => ({
  ...asked,
  sections: asked.sections as unknown as Fresh<'inspectionSheets'>['sections'],
});
