import { type Static, Type } from 'typebox';
import { oldPartChoices, plateColours, toldWays } from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  mileageAheadKm,
  mileageKm,
  nullable,
  oneOf,
  personalName,
  personalText,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { precaution } from './contract-rules.ts';
import { packStates } from './lifecycle.ts';

/** Where an item comes from: noted when the car came in, asked of every car, or walked through with the customer. */
export const itemKinds = [
  'outside',
  'mark',
  'fuel',
  'lamps',
  'valuables',
  'accessory',
  'house',
  'walk',
] as const;
export type ItemKind = (typeof itemKinds)[number];
export const results = ['open', 'same', 'different'] as const;

export const itemKey = Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' });
export const packItem = shape({
  key: itemKey,
  kind: oneOf(itemKinds),
  name: text(200),
  /** As it was written down when the car came in. */
  noted: text(500),
  /** Codes of the contract of check-ins: side and damage of a mark, lamps, the state of an accessory. */
  codes: Type.Array(line(30), { maxItems: 20 }),
  markNumber: nullable(Type.Integer({ minimum: 1, maximum: 99 })),
});
export type PackItem = Static<typeof packItem>;

const result = { result: oneOf(results), note: text(500) };
export const keyedAnswer = shape({ key: itemKey, ...result });
export type KeyedAnswer = Static<typeof keyedAnswer>;
export type Answer = Omit<KeyedAnswer, 'key'>;
export const unanswered: Answer = { result: 'open', note: '' };

/** What still stands before the check is complete, or before the signature. */
export const lacks = ['result', 'note', 'photo', 'oldParts', 'settlement', 'certificate'] as const;
const lacking = shape({ key: text(40, 'of the item, if it is one'), lack: oneOf(lacks) });
export type Lacking = Static<typeof lacking>;
const mostLacking = 700;

export const deliveryPack = shape(
  {
    id,
    state: oneOf(packStates),
    version,
    order: shape({
      id,
      number: line(40),
      state: oneOf(orderStates),
      plate: plateText,
      plateColour: oneOf(plateColours),
      model: text(120),
      mileageKm,
      oldParts: text(10, 'as it was said at the settlement'),
      jobs: Type.Array(text(300), { maxItems: 100 }),
    }),
    customer: shape({
      name: personalName(120),
      senderName: personalText('name', 80),
    }),
    checkInId: nullable(id),
    items: Type.Array(packItem, { maxItems: 220 }),
    answers: Type.Array(shape({ ...keyedAnswer.properties, byName: text(80), at: instant }), {
      maxItems: 220,
    }),
    photos: Type.Array(shape({ id, fileId: id, itemKey, takenAt: instant }), { maxItems: 100 }),
    /** Taken when the car came in, by the number of the mark; none: of the car. */
    earlierPhotos: Type.Array(
      shape({ fileId: id, markNumber: nullable(Type.Integer({ minimum: 1, maximum: 99 })) }),
      { maxItems: 200 },
    ),
    precautions: Type.Array(precaution, { maxItems: 30 }),
    oldParts: nullable(oneOf(oldPartChoices)),
    mileageKm: nullable(mileageKm),
    note: text(1000),
    /** As the reminders will reckon it from this visit; as it was said, once it is signed. */
    nextService: shape({ on: nullable(date), km: nullable(mileageAheadKm) }),
    certificate: nullable(
      shape({
        number: line(40),
        guaranteeDays: count,
        guaranteeKm: count,
        inspectorName: text(80),
        issuedAt: instant,
      }),
    ),
    checked: nullable(shape({ byName: text(80), at: instant })),
    told: nullable(shape({ how: oneOf(toldWays), byName: text(80), at: instant })),
    signature: nullable(
      shape({
        fileId: id,
        signedBy: personalText('name', 80),
        byName: text(80),
        at: instant,
      }),
    ),
    lackingToCheck: Type.Array(lacking, { maxItems: mostLacking }),
    lackingToSign: Type.Array(lacking, { maxItems: mostLacking }),
  },
  { $id: 'DeliveryPack' },
);
export type DeliveryPack = Static<typeof deliveryPack>;
