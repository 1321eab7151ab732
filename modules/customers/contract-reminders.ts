import { type Static, Type } from 'typebox';
import { id, instant, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/**
 * What a customer can be reminded of, each switched off and on by himself (CAR-04, CAR-07): what his car needs, what is
 * announced, and greetings with tips (`care`).
 */
export const reminderKinds = [
  'maintenance',
  'inspection',
  'insurance',
  'guarantee',
  'freeCheck',
  'offer',
  'event',
  'care',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Kinds that are commercial: on only for who agreed to offers besides (消费者权益保护法实施条例 24). */
export const commercialReminders: readonly ReminderKind[] = [
  'insurance',
  'freeCheck',
  'offer',
  'event',
];

/** His last word on one kind, by whom and how it is known. */
export const reminderChoice = shape(
  {
    kind: oneOf(reminderKinds),
    isOn: Type.Boolean(),
    evidence: text(300),
    byLink: Type.Boolean({ description: 'said by himself, on his page' }),
    at: instant,
  },
  { $id: 'ReminderChoice' },
);
export type ReminderChoice = Static<typeof reminderChoice>;

export const reminderChoiceRoutes = {
  choose: route({
    id: 'customers.chooseReminder',
    method: 'POST',
    path: '/customers/:customerId/reminder-choices',
    summary: 'Add to the ledger that the customer wants a kind of reminder no more, or again',
    access: 'customers.edit',
    about: 'customer',
    params: shape({ customerId: id }),
    body: shape({
      kind: oneOf(reminderKinds),
      isOn: Type.Boolean(),
      evidence: Type.Optional(text(300, 'how it is known: a call, a letter')),
    }),
    reply: reminderChoice,
    status: 201,
    problems: ['evidence_needed', 'customer_merged'],
  }),
};
