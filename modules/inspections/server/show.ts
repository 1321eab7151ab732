import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type InspectionSheet, type ListedSheet, unanswered } from '../contract.ts';
import { proposalFor } from './beginning.ts';
import { missingOf } from './finishing.ts';
import { factsOf, type ListedRow, type RecordRow, recordOf, sheetsOf } from './queries.ts';
import { itemsOf } from './taking.ts';

const instant = (text: string) => new Date(text).toISOString();
const unclearIn = (questions: RecordRow['questions']) =>
  new Set(questions.filter(({ answeredAt }) => answeredAt === null).map(({ itemKey }) => itemKey));

/** The whole sheet; while an intake sheet is open, with the grade that is proposed and why. */
export async function shownSheet(work: Work, inspectionSheetId: string): Promise<InspectionSheet> {
  const row = await recordOf(work, inspectionSheetId);
  if (!row) throw notFound();
  const isProposed = row.state === 'open' && row.kind === 'intake';
  const facts = isProposed ? await factsOf(work, row.orderId) : undefined;
  const shown = { ...present(row), proposal: facts ? proposalFor(work, facts) : null };
  return placed(shown, row.orgPath);
}

function present(row: RecordRow): Omit<InspectionSheet, 'proposal'> {
  const isOpen = row.state === 'open';
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    order: {
      id: row.orderId,
      number: row.number,
      state: row.orderState,
      plate: row.plate,
      plateColour: row.plateColour,
      model: row.model,
      customerWords: row.customerWords,
    },
    template: { name: row.templateName, edition: row.templateEdition, source: row.templateSource },
    grade: row.grade,
    sections: row.sections,
    answers: itemsOf(row).flatMap(({ key }) => {
      const answer = row.answers[key];
      return answer ? [{ key, ...answer }] : [];
    }),
    photos: row.photos.map((photo) => ({ ...photo, takenAt: instant(photo.takenAt) })),
    questions: row.questions.map((one) => ({
      ...one,
      askedAt: instant(one.askedAt),
      answeredAt: one.answeredAt && instant(one.answeredAt),
    })),
    offered: row.offered,
    missing: isOpen ? missingOf(row, unclearIn(row.questions), true) : [],
    passed: row.passed,
    note: row.note,
    beganByName: row.beganByName,
    beganAt: row.createdAt.toISOString(),
    inspectorName: row.inspectorName,
    signedAt: row.signedAt?.toISOString() ?? null,
  };
}

export async function listedSheets(work: Work, orderId: string): Promise<ListedSheet[]> {
  if (!(await factsOf(work, orderId))) throw notFound();
  return (await sheetsOf(work, orderId)).map(presentListed);
}

function presentListed(row: ListedRow): ListedSheet {
  const items = row.sections.flatMap((section) => section.items);
  const lights = items.map(({ key }) => (row.answers[key] ?? unanswered).light);
  const count = (light: string) => lights.filter((one) => one === light).length;
  const nameOf = (key: string) => items.find((item) => item.key === key)?.name ?? '';
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    passed: row.passed,
    asked: items.length,
    answered: items.length - count('open'),
    reds: count('red'),
    yellows: count('yellow'),
    byName: row.byName,
    beganAt: row.createdAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    questions: row.questions.map(({ itemKey, ...one }) => ({ ...one, item: nameOf(itemKey) })),
  };
}
