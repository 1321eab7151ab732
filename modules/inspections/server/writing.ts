import { notify } from '#modules/commitments/server/index.ts';
import { readyFileOf } from '#modules/files/server/index.ts';
import { putFound } from '#modules/service-orders/server/index.ts';
import { newId } from '#platform/ids.ts';
import { refuseUnderHold } from '#platform/personal/holds.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { type inspectionRoutes, type SheetItem, unanswered } from '../contract.ts';
import { judged } from '../contract-judging.ts';
import { inspectionSheetEvents } from '../events.ts';
import { asStored, sectionsFor } from './beginning.ts';
import { saidOf } from './findings.ts';
import {
  addPhotoRow,
  factsOf,
  insertOffer,
  insertQuestion,
  isOffered,
  photosOf,
  questionsOf,
  removePhotoRow,
  type SheetRow,
  updateQuestion,
  updateSheet,
} from './queries.ts';
import {
  type AskedSheet,
  aboutSheet,
  itemOf,
  noteChange,
  personOf,
  refuseUnlessAtDesk,
  takeOpenSheet,
  takeSheet,
} from './taking.ts';

type Body<Name extends keyof typeof inspectionRoutes> = BodyOf<(typeof inspectionRoutes)[Name]>;

const mostPhotos = 200;
const mostQuestions = 100;

function itemOr422(row: SheetRow, key: string, pointer: string): SheetItem {
  const item = itemOf(row, key);
  if (!item) throw ruleBroken(pointer, 'inspection_item_unknown');
  return item;
}

/** The items named, nothing else (If-Match): what is off its limits is not green, whoever says so. */
export async function save(work: Work, asked: AskedSheet, body: Body<'save'>): Promise<void> {
  const row = await takeOpenSheet(work, asked);
  const { answers = [], grade, note } = body;
  const answered = answers.map(({ key, ...answer }, at) => {
    const item = itemOr422(row, key, `/answers/${at}/key`);
    return [key, judged(item, answer)] as const;
  });
  const isRegraded = row.kind === 'intake' && grade !== undefined && grade !== row.grade;
  const chosen = isRegraded
    ? asStored(await sectionsFor(work, await factsOrFail(work, row), row.kind, grade))
    : {};
  await updateSheet(work, row.id, {
    answers: { ...row.answers, ...Object.fromEntries(answered) },
    ...(note !== undefined && { note }),
    ...(isRegraded && { grade }),
    ...chosen,
  });
  const what = isRegraded ? 'grade' : answers.length > 0 ? 'answers' : 'note';
  const told = { inspectionSheetId: row.id, orderId: row.orderId, what };
  await work.emit(inspectionSheetEvents.changed, told, aboutSheet(row));
}

async function factsOrFail(work: Work, { orderId }: SheetRow) {
  const facts = await factsOf(work, orderId);
  if (!facts) throw notFound();
  return facts;
}

/** The same file again adds nothing: a phone that lost its answer sends it once more. */
export async function addPhoto(work: Work, asked: AskedSheet, body: Body<'addPhoto'>) {
  const row = await takeOpenSheet(work, asked);
  if (!(await readyFileOf(work, body.fileId))) throw notFound();
  const { key: itemKey } = itemOr422(row, body.itemKey, '/itemKey');
  if ((await photosOf(work, row.id)).length >= mostPhotos) {
    throw new Problem(409, 'inspection_photos_enough');
  }
  const isNew = await addPhotoRow(work, {
    id: newId(work.now),
    inspectionSheetId: row.id,
    itemKey,
    fileId: body.fileId,
    takenAt: body.takenAt === undefined ? work.now : new Date(body.takenAt),
  });
  if (isNew) await noteChange(work, row, 'photo');
}

export async function removePhoto(work: Work, asked: AskedSheet, photoId: string): Promise<void> {
  // A photo that is not there is no matter of versions.
  const photos = await photosOf(work, asked.inspectionSheetId);
  if (!photos.some(({ id }) => id === photoId)) throw notFound();
  const row = await takeOpenSheet(work, asked);
  await refuseUnderHold(work, 'serviceOrder', row.orderId);
  await removePhotoRow(work, row.id, photoId);
  await noteChange(work, row, 'photo');
}

/** 检验中有不明之处必须问清 (WSH-03): the advisor of the order is told at once. */
export async function ask(work: Work, asked: AskedSheet, body: Body<'ask'>): Promise<void> {
  const row = await takeOpenSheet(work, asked);
  const item = itemOr422(row, body.itemKey, '/itemKey');
  if ((await questionsOf(work, row.id)).length >= mostQuestions) {
    throw new Problem(409, 'inspection_questions_enough');
  }
  const { id } = await insertQuestion(work, {
    inspectionSheetId: row.id,
    itemKey: item.key,
    question: body.question,
    askedBy: personOf(work.actor),
    askedAt: work.now,
  });
  await updateSheet(work, row.id, {});
  const told = { inspectionSheetId: row.id, orderId: row.orderId, inspectionQuestionId: id };
  await work.emit(inspectionSheetEvents.asked, told, aboutSheet(row));
  const { advisorId } = await factsOrFail(work, row);
  if (advisorId === personOf(work.actor)) return;
  await notify(work, [advisorId], {
    kind: 'inspections.asked',
    about: { type: 'serviceOrder', id: row.orderId },
    facts: { by: work.actor.name, question: body.question },
    key: `inspection:${id}`,
  });
}

export async function answerQuestion(
  work: Work,
  asked: AskedSheet,
  questionId: string,
  { answer }: Body<'answer'>,
): Promise<void> {
  // A question that is not there is no matter of versions.
  const question = (await questionsOf(work, asked.inspectionSheetId)).find(
    ({ id }) => id === questionId,
  );
  if (!question) throw notFound();
  const row = await takeOpenSheet(work, asked, ({ orgPath }) =>
    refuseUnlessAtDesk(work.actor, orgPath),
  );
  if (question.answeredAt !== null) throw new Problem(409, 'inspection_question_answered');
  await updateQuestion(work, question.id, {
    answer,
    answeredBy: personOf(work.actor),
    answeredAt: work.now,
  });
  await updateSheet(work, row.id, {});
  const told = {
    inspectionSheetId: row.id,
    orderId: row.orderId,
    inspectionQuestionId: questionId,
  };
  await work.emit(inspectionSheetEvents.answered, told, aboutSheet(row));
}

/** One tap: the job of what is not green goes before the desk, with what was found as its reason. */
export async function offer(work: Work, asked: AskedSheet, body: Body<'offer'>): Promise<void> {
  const row = await takeSheet(work, asked);
  const item = itemOr422(row, body.itemKey, '/itemKey');
  const answer = row.answers[item.key] ?? unanswered;
  if (answer.light !== 'red' && answer.light !== 'yellow') {
    throw new Problem(409, 'inspection_item_green');
  }
  if (await isOffered(work, row.id, item.key)) throw new Problem(409, 'inspection_offered');
  await putFound(
    work,
    { orderId: row.orderId },
    { description: item.name, finding: saidOf(item, answer).slice(0, 500), jobCode: item.jobCode },
  );
  await insertOffer(work, {
    inspectionSheetId: row.id,
    itemKey: item.key,
    offeredBy: personOf(work.actor),
    at: work.now,
  });
  const told = { inspectionSheetId: row.id, orderId: row.orderId, itemKey: item.key };
  await work.emit(inspectionSheetEvents.offered, told, aboutSheet(row));
}
