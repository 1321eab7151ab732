import { type Static, Type } from 'typebox';
import { proposalKinds } from '#modules/reminders/contract.ts';
import { fen, id, line, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { standings, valueClasses } from './locales/vocabulary.ts';

const months = Type.Integer({ minimum: 0, maximum: 600, description: 'months' });
const some = <const Words extends readonly string[]>(words: Words) =>
  Type.Optional(Type.Array(oneOf(words), { minItems: 1, maxItems: 10 }));

/** All that is given must hold; what is left out does not narrow. Data, never SQL. */
export const conditions = shape(
  {
    standings: some(standings),
    valueClasses: some(valueClasses),
    notSeenForMonths: Type.Optional(months),
    seenWithinMonths: Type.Optional(months),
    spendFromFen: Type.Optional(fen),
    spendToFen: Type.Optional(fen),
    models: Type.Optional(
      Type.Array(line(40, 'a beginning of the model'), { minItems: 1, maxItems: 20 }),
    ),
    carAgeFromMonths: Type.Optional(months),
    carAgeToMonths: Type.Optional(months),
    dueKinds: some(proposalKinds),
    dueWithinDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 180 })),
    birthdayWithinDays: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 60, description: '0 is today' }),
    ),
    birthdayInMonth: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 12,
        description: 'of this year, or of the next once over',
      }),
    ),
    agreesToOffers: Type.Optional(Type.Boolean()),
    hasOpenComplaint: Type.Optional(Type.Boolean()),
    orgUnitId: Type.Optional(id),
  },
  { $id: 'SegmentConditions' },
);
export type Conditions = Static<typeof conditions>;
