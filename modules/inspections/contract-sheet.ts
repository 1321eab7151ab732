import { type Static, Type } from 'typebox';
import { grades, lights, plateColours } from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import {
  count,
  id,
  instant,
  line,
  nullable,
  oneOf,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { itemKey, reading, sheetKinds, templateItem } from './contract-template.ts';
import { sheetStates } from './lifecycle.ts';

/** What is said of an item: its light, that it is not on this car, or nothing yet. */
export const answerLights = ['open', ...lights, 'notApplicable'] as const;
export type AnswerLight = (typeof answerLights)[number];

const answerFields = {
  light: oneOf(answerLights),
  reading: nullable(reading),
  note: text(500),
};
export const answer = shape(answerFields);
export type Answer = Static<typeof answer>;
export const unanswered: Answer = { light: 'open', reading: null, note: '' };
export const keyedAnswer = shape({ key: itemKey, ...answerFields });

export const sheetItem = shape({
  ...templateItem.properties,
  /** The job of the order that the item stands for, on a final sheet. */
  lineId: nullable(id),
});
export type SheetItem = Static<typeof sheetItem>;
export const sheetSection = shape({
  title: line(80),
  items: Type.Array(sheetItem, { maxItems: 500 }),
});
export type SheetSection = Static<typeof sheetSection>;

/** Why a grade is proposed: a code whose words are the module's, and the figures that it speaks of. */
export const gradeReasons = [
  'orderIsRepair',
  'orderIsOther',
  'secondaryNeverSeen',
  'secondaryDueByKm',
  'secondaryDueByDays',
  'secondaryNotDue',
] as const;
export const gradeProposal = shape({
  grade: oneOf(grades),
  reason: oneOf(gradeReasons),
  km: nullable(count),
  days: nullable(count),
  source: line(200),
});
export type GradeProposal = Static<typeof gradeProposal>;

const question = shape({
  id,
  itemKey,
  question: line(500),
  askedByName: text(80),
  askedAt: instant,
  answer: text(500),
  answeredByName: text(80),
  answeredAt: nullable(instant),
});
export type InspectionQuestion = Static<typeof question>;

export const inspectionSheet = shape(
  {
    id,
    kind: oneOf(sheetKinds),
    state: oneOf(sheetStates),
    version,
    order: shape({
      id,
      number: line(40),
      state: oneOf(orderStates),
      plate: plateText,
      plateColour: oneOf(plateColours),
      model: text(120),
      customerWords: text(2000),
    }),
    template: shape({ name: line(80), edition: count, source: line(300) }),
    grade: nullable(oneOf(grades)),
    /** While an intake sheet is open. */
    proposal: nullable(gradeProposal),
    sections: Type.Array(sheetSection, { maxItems: 21 }),
    answers: Type.Array(keyedAnswer, { maxItems: 1700 }),
    photos: Type.Array(shape({ id, fileId: id, itemKey, takenAt: instant }), { maxItems: 200 }),
    questions: Type.Array(question, { maxItems: 100 }),
    /** Items that were put before the desk. */
    offered: Type.Array(itemKey, { maxItems: 1700 }),
    /** What still stands between the sheet and the signature. */
    missing: Type.Array(
      shape({ key: itemKey, lack: oneOf(['light', 'reading', 'note', 'answer']) }),
      {
        maxItems: 1800,
      },
    ),
    passed: nullable(Type.Boolean()),
    note: text(2000),
    beganByName: text(80),
    beganAt: instant,
    inspectorName: text(80),
    signedAt: nullable(instant),
  },
  { $id: 'InspectionSheet' },
);
export type InspectionSheet = Static<typeof inspectionSheet>;
export type Missing = InspectionSheet['missing'][number];

export const listedSheet = shape({
  id,
  kind: oneOf(sheetKinds),
  state: oneOf(sheetStates),
  passed: nullable(Type.Boolean()),
  asked: count,
  answered: count,
  reds: count,
  yellows: count,
  byName: text(80),
  beganAt: instant,
  signedAt: nullable(instant),
  /** What the desk has to answer. */
  questions: Type.Array(
    shape({ id, item: text(120), question: line(500), askedByName: text(80) }),
    {
      maxItems: 100,
    },
  ),
});
export type ListedSheet = Static<typeof listedSheet>;
