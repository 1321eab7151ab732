import { Type } from 'typebox';
import { count, date, id, oneOf, personalName, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** 通知、邀请函、答复函: what the rules of the trade name (S2 四之8). */
export const letterKinds = ['notice', 'invitation', 'reply'] as const;
/** A sheet of labels has so many: three across, eight down, 70 mm × 37 mm each. */
export const labelsASheet = 24;
/** As many as are printed at once: two trays of paper, and a PDF that opens on every machine. */
export const mostSheets = 100;

export const filters = {
  kind: Type.Optional(oneOf(letterKinds)),
  fromOn: Type.Optional(date),
  untilOn: Type.Optional(date),
};
const waiting = {
  ...filters,
  isPrinted: Type.Optional(Type.Boolean({ description: 'lies on paper already, or not yet' })),
};
const pdf = Type.Unknown({ description: 'application/pdf' });
export const paper = {
  kind: 'stream',
  rate: 'heavy',
  personal: true,
  audit: 'read',
  reply: pdf,
} as const;

/** What waits for the post: many letters on paper at once, with labels in the same order (FUP-07). */
export const postRoutes = {
  toPost: route({
    id: 'letters.toPost',
    method: 'GET',
    path: '/letters-to-post',
    summary:
      'Letters that wait for the post and have an address, in the order of sheets and labels',
    access: 'messages.see',
    personal: true,
    query: shape(waiting),
    reply: shape({
      items: Type.Array(
        shape({
          ...{ id, number: text(40), recipient: personalName(80) },
          isPrinted: Type.Boolean(),
        }),
        { maxItems: mostSheets },
      ),
      isMore: Type.Boolean({ description: 'more wait than are printed at once' }),
    }),
    problems: ['letter_days_reversed'],
  }),
  sheets: route({
    ...paper,
    id: 'letters.sheets',
    method: 'GET',
    path: '/letters-to-post/letters.pdf',
    summary: 'These letters as one PDF, each beginning on its own sheet',
    access: 'messages.see',
    query: shape(waiting),
    problems: ['letter_days_reversed', 'letter_no_sheets', 'letter_too_many'],
  }),
  printMany: route({
    id: 'letters.printMany',
    method: 'POST',
    path: '/letters-to-post/print',
    summary: 'Note that these letters lie on paper: all of them, or none where one is past it',
    access: 'messages.send',
    body: shape({ letterIds: Type.Array(id, { minItems: 1, maxItems: mostSheets }) }),
    reply: shape({ printed: count }),
    problems: ['step_not_allowed'],
  }),
  labels: route({
    ...paper,
    id: 'letters.labels',
    method: 'GET',
    path: '/letter-labels/labels.pdf',
    summary: 'Address labels of all letters that wait for the post, on sheets of 24',
    access: 'customers.seeAddress',
    query: shape({
      ...waiting,
      first: Type.Optional(
        Type.Integer({ minimum: 1, maximum: labelsASheet, description: 'the first free label' }),
      ),
    }),
    problems: ['letter_no_labels', 'letter_days_reversed'],
  }),
};
