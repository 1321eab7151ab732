import { type TSchema, Type } from 'typebox';
import { shape } from './route.ts';

/** Fields that every contract shares. Every leaf is bounded, so that no body is larger than it may be (D-30). */

export const id = Type.String({ format: 'uuid', description: 'UUIDv7' });
export const instant = Type.String({
  format: 'date-time',
  maxLength: 40,
  description: 'UTC, milliseconds',
});
export const date = Type.String({ format: 'date', maxLength: 10, description: 'YYYY-MM-DD' });
/** Money in whole fen. */
export const fen = Type.Integer({ minimum: 0, maximum: 100_000_000_00, description: 'whole fen' });
/** Many amounts added up. */
export const sumFen = Type.Integer({
  minimum: 0,
  maximum: 9_007_199_254_740_991,
  description: 'whole fen, added up',
});
export const mileageKm = Type.Integer({ minimum: 0, maximum: 9_999_999, description: 'whole km' });
/** A mileage that is yet to come: the present one and what is granted on top of it. */
export const mileageAheadKm = Type.Integer({ minimum: 0, maximum: 99_999_999, description: 'km' });
export const count = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 });
export const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** One line, trimmed, not empty. */
export const line = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description });
/** Text that may be empty and may have line breaks. */
export const text = (maxLength: number, description?: string) =>
  Type.String({ maxLength, description });
/**
 * What of a person stands in a field of an answer: whoever may not see it gets it masked, by the one gate that every
 * answer passes (`platform/privacy.ts`). `words` are texts that may have a plate or VIN among them.
 */
export const personalKinds = [
  'phone',
  'plate',
  'vin',
  'address',
  'words',
  'name',
  'birthday',
] as const;
export type PersonalKind = (typeof personalKinds)[number];
/** Text of a person in an answer, of one of these kinds. */
export const personalText = (kind: PersonalKind, maxLength: number, description?: string) =>
  Type.String({ maxLength, description, 'x-personal': kind });
/** The name of a person, not empty: whole for everybody with whom he is shared. */
export const personalName = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description, 'x-personal': 'name' });
export const plateText = personalText('plate', 20);
export const vinText = personalText('vin', 40);
/** One of a fixed list of words. */
export const oneOf = <const Words extends readonly string[]>(words: Words, description?: string) =>
  Type.Unsafe<Words[number]>(
    description ? { enum: [...words], description } : { enum: [...words] },
  );
/** The field, or null where it is not known. */
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** What every list's query shares; a module adds its filters. */
export const pageFields = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  count: Type.Optional(Type.Boolean({ description: 'true adds the total' })),
};

/** An answer of a list: the rows, and the cursor of the next page or null. */
export const listOf = <Item extends TSchema>(item: Item) =>
  shape({
    items: Type.Array(item, { maxItems: 200 }),
    nextCursor: nullable(Type.String({ maxLength: 500 })),
    total: Type.Optional(count),
  });

/** A step of a life cycle as the caller sees it: allowed, or not and why. */
export const stepShape = shape({
  step: line(60),
  allowed: Type.Boolean(),
  reason: Type.Optional(line(120, 'a code; the words are the module’s')),
});
export interface StepState {
  step: string;
  allowed: boolean;
  reason?: string;
}

/** One span of the sum behind a deadline ("why this time?"). */
export const sumSpan = shape({
  kind: oneOf(['counted', 'closed', 'paused']),
  from: instant,
  to: instant,
  minutes: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
  note: Type.String({ maxLength: 200 }),
});
