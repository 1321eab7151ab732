import { type Static, Type } from 'typebox';
import { line, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const days = Type.Integer({ minimum: 1, maximum: 3650 });
const km = Type.Integer({ minimum: 1, maximum: 999_999, description: 'km' });

/** What a customer is told to mind after a job, and until when; both limits, whichever comes first. */
export const precaution = shape({
  name: text(60, 'empty while it is being written; not on paper then'),
  words: text(300),
  days: nullable(days),
  km: nullable(km),
});
export type Precaution = Static<typeof precaution>;

/** Lines that were begun and left empty are not on the paper, and nobody signs them. */
export const withoutBlanks = (precautions: readonly Precaution[]): Precaution[] =>
  precautions.filter(({ name, words }) => name.trim() !== '' || words.trim() !== '');

const precautionRule = shape({
  ...precaution.properties,
  name: line(60),
  words: line(300),
  forJobs: text(200, 'words in the name of a job, separated by spaces; empty: for every car'),
  source: text(200, 'whose advice it is'),
});
export type PrecautionRule = Static<typeof precautionRule>;

export const deliveryRules = shape(
  {
    isRequired: Type.Boolean({ description: 'no car of the shop is delivered without it' }),
    /** Besides what the check-in noted. */
    checks: Type.Array(line(80), { maxItems: 20 }),
    /** What is walked through with the customer. */
    walkThrough: Type.Array(line(80), { maxItems: 20 }),
    precautions: Type.Array(precautionRule, { maxItems: 60 }),
  },
  { $id: 'DeliveryRules' },
);
export type DeliveryRules = Static<typeof deliveryRules>;

export const deliveryRuleRoutes = {
  read: route({
    id: 'deliveryRules.read',
    method: 'GET',
    path: '/delivery-rules',
    summary: 'How cars are delivered: what is checked, explained and to be minded',
    access: 'serviceOrders.see',
    reply: deliveryRules,
  }),
  save: route({
    id: 'deliveryRules.save',
    method: 'POST',
    path: '/delivery-rules',
    summary: 'Set how cars are delivered, for one’s own unit and what lies below it',
    access: 'organisation.manage',
    body: deliveryRules,
    reply: deliveryRules,
    problems: ['delivery_words_twice'],
  }),
};
