import { type Static, Type } from 'typebox';
import { fuelEighths, orderKinds } from '#modules/service-orders/contract.ts';
import { id, instant, mileageKm, nullable, oneOf, personalText, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { carViews } from './contract-drawing.ts';

/** Ways to ask for repair (WSH-13), and how the car comes to the shop: 送修, 接车, 上门维修. */
export const askedBy = ['walkIn', 'phone', 'web', 'message'] as const;
export const arrivals = ['sentIn', 'pickedUp', 'onSite'] as const;
export const damageKinds = ['scratch', 'dent', 'crack', 'missing', 'rust'] as const;
export const warningLamps = [
  'engine',
  'oil',
  'battery',
  'coolant',
  'brake',
  'abs',
  'airbag',
  'tyre',
  'steering',
  'highVoltage',
] as const;
export const accessoryStates = ['good', 'used', 'damaged'] as const;

const coordinate = Type.Integer({ minimum: 0, maximum: 1000, description: 'thousandths' });

/** A numbered mark on the drawing of the car (环车检查). */
export const mark = shape({
  number: Type.Integer({ minimum: 1, maximum: 99 }),
  view: oneOf(carViews),
  x: coordinate,
  y: coordinate,
  kind: oneOf(damageKinds),
  note: text(200),
});
export type Mark = Static<typeof mark>;

/** A part taken off or left with the shop during a long repair (附件交接清单, WSH-04). */
export const accessory = shape({
  item: text(80, 'empty while it is being written; not on paper then'),
  count: Type.Integer({ minimum: 1, maximum: 999 }),
  state: oneOf(accessoryStates),
});
export type Accessory = Static<typeof accessory>;

/** What is written down at the car. */
export const checkInContent = shape({
  asked: oneOf(askedBy),
  arrival: oneOf(arrivals),
  kind: oneOf(orderKinds),
  customerWords: text(2000),
  senderName: personalText('name', 80, 'who brought the car, if not the customer'),
  earlierOrderId: nullable(id),
  mileageKm: nullable(mileageKm),
  mileageReason: text(200, 'why it is lower than before'),
  fuelEighths: nullable(fuelEighths),
  lamps: Type.Array(oneOf(warningLamps), { maxItems: warningLamps.length }),
  valuables: text(500),
  marks: Type.Array(mark, { maxItems: 99 }),
  isWalkedRound: Type.Boolean({ description: 'the car was looked at from all sides' }),
  services: Type.Array(text(200), { maxItems: 30 }),
  accessories: Type.Array(accessory, { maxItems: 60 }),
  promisedAt: nullable(instant),
});
export type CheckInContent = Static<typeof checkInContent>;
/** Any of it: each field saves itself. */
export const checkInChange = Type.Partial(checkInContent, { additionalProperties: false });
export type CheckInChange = Partial<CheckInContent>;

/** Lines that were begun and left empty are not on the paper, and nobody signs them. */
export const withoutBlanks = (content: CheckInContent): CheckInContent => ({
  ...content,
  services: content.services.filter((service) => service.trim() !== ''),
  accessories: content.accessories.filter(({ item }) => item.trim() !== ''),
});

export const emptyContent: CheckInContent = {
  asked: 'walkIn',
  arrival: 'sentIn',
  kind: 'repair',
  customerWords: '',
  senderName: '',
  earlierOrderId: null,
  mileageKm: null,
  mileageReason: '',
  fuelEighths: null,
  lamps: [],
  valuables: '',
  marks: [],
  isWalkedRound: false,
  services: [],
  accessories: [],
  promisedAt: null,
};
