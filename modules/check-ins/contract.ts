import { type Static, Type } from 'typebox';
import { arrivalNotes, plateColours } from '#modules/service-orders/contract.ts';
import {
  date,
  id,
  instant,
  line,
  listOf,
  mileageKm,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { checkInChange, checkInContent } from './contract-content.ts';
import { checkInStates } from './lifecycle.ts';

export * from './contract-content.ts';

const one = shape({ checkInId: id });
const receive = 'serviceOrders.receive';

/** What still stands between a check-in and the signature. */
export const lacks = ['words', 'mileage', 'mileageReason', 'walkRound'] as const;
export type Lack = (typeof lacks)[number];

const photo = shape({
  id,
  fileId: id,
  markNumber: nullable(Type.Integer({ minimum: 1, maximum: 99 })),
  caption: text(200),
  takenAt: instant,
});
export type CheckInPhoto = Static<typeof photo>;

export const checkIn = shape(
  {
    id,
    state: oneOf(checkInStates),
    version,
    vehicle: shape({
      id,
      plate: plateText,
      plateColour: oneOf(plateColours),
      model: text(120),
      mileageKm: nullable(mileageKm),
      mileageOn: nullable(date),
    }),
    customer: shape({
      id,
      name: personalName(120),
      phone: personalText('phone', 40),
      wishes: text(2000),
    }),
    content: checkInContent,
    photos: Type.Array(photo, { maxItems: 200 }),
    beganByName: text(80),
    beganAt: instant,
    savedAt: instant,
    abandonReason: text(300),
    order: nullable(shape({ id, number: line(40) })),
    signature: nullable(
      shape({
        fileId: id,
        accessoryFileId: nullable(id),
        signedBy: personalText('name', 80),
        at: instant,
      }),
    ),
    corrections: Type.Array(
      shape({ words: text(1000), reason: text(300), byName: text(80), at: instant }),
      { maxItems: 100 },
    ),
    /** What reception has to know of the car: only while it is open. */
    arrival: nullable(shape(arrivalNotes)),
    earlier: Type.Array(
      shape({
        id,
        number: line(40),
        receivedAt: instant,
        mileageKm,
        customerWords: text(2000),
        done: Type.Array(text(300), { maxItems: 50 }),
      }),
      { maxItems: 5 },
    ),
    lacking: Type.Array(oneOf(lacks), { maxItems: lacks.length }),
  },
  { $id: 'CheckIn' },
);
export type CheckIn = Static<typeof checkIn>;

export const listedCheckIn = shape({
  id,
  state: oneOf(checkInStates),
  plate: plateText,
  plateColour: oneOf(plateColours),
  model: text(120),
  customerName: personalName(120),
  beganByName: text(80),
  beganAt: instant,
  savedAt: instant,
  abandonReason: text(300),
  orderId: nullable(id),
});
export type ListedCheckIn = Static<typeof listedCheckIn>;

const closed = 'check_in_closed';
const about = { access: receive, about: 'checkIn', personal: true, params: one } as const;

export const checkInRoutes = {
  begin: route({
    id: 'checkIns.begin',
    method: 'POST',
    path: '/check-ins',
    summary: 'Begin to receive a car, or go on with what was begun here',
    access: receive,
    personal: true,
    body: shape({
      vehicleId: id,
      customerId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'the owner, if left out' }),
      ),
    }),
    reply: checkIn,
    status: 201,
    problems: ['advisor_needed', 'owner_unknown', 'vehicle_here_already'],
  }),
  list: route({
    id: 'checkIns.list',
    method: 'GET',
    path: '/check-ins',
    summary: 'Check-ins of one state, those that are open if none is named, the latest first',
    access: receive,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(checkInStates)),
      orderId: Type.Optional(
        Type.Unsafe<string>({
          ...id,
          description: 'the one that the order came of, whatever its state',
        }),
      ),
    }),
    reply: listOf(listedCheckIn),
  }),
  read: route({
    ...about,
    id: 'checkIns.read',
    method: 'GET',
    path: '/check-ins/:checkInId',
    summary: 'One check-in, with what reception has to know of the car',
    reply: checkIn,
  }),
  save: route({
    ...about,
    id: 'checkIns.save',
    method: 'PATCH',
    path: '/check-ins/:checkInId',
    summary: 'Write something down: the fields named, nothing else',
    body: checkInChange,
    reply: checkIn,
    problems: [closed, 'earlier_order_unknown', 'mark_number_twice'],
  }),
  addPhoto: route({
    ...about,
    id: 'checkIns.addPhoto',
    method: 'POST',
    path: '/check-ins/:checkInId/photos',
    summary: 'Add a photo, of a mark or of the car; the same file again adds nothing',
    body: shape({
      fileId: id,
      markNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
      caption: Type.Optional(text(200)),
      takenAt: Type.Optional(instant),
    }),
    reply: checkIn,
    problems: [closed, 'photos_enough'],
  }),
  removePhoto: route({
    ...about,
    id: 'checkIns.removePhoto',
    method: 'DELETE',
    path: '/check-ins/:checkInId/photos/:photoId',
    summary: 'Take a photo out that was not signed yet',
    params: shape({ checkInId: id, photoId: id }),
    reply: checkIn,
    problems: [closed, 'under_hold'],
  }),
  sign: route({
    ...about,
    id: 'checkIns.sign',
    method: 'POST',
    path: '/check-ins/:checkInId/sign',
    summary:
      'The customer has signed: the service order is made and nothing of it changes any more',
    body: shape({
      signatureFileId: id,
      accessoryFileId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'the signature under the accessories' }),
      ),
      signedBy: line(80),
    }),
    reply: checkIn,
    problems: [
      closed,
      'check_in_incomplete',
      'check_in_elsewhere',
      'accessory_signature_needed',
      'signature_needed',
      'advisor_needed',
      'mileage_lower',
      'vehicle_here_already',
      'earlier_order_needed',
      'earlier_order_unknown',
      'promise_past',
    ],
  }),
  abandon: route({
    ...about,
    id: 'checkIns.abandon',
    method: 'POST',
    path: '/check-ins/:checkInId/abandon',
    summary: 'The customer leaves without an order; why stays on record',
    body: shape({ reason: line(300) }),
    reply: checkIn,
    problems: [closed],
  }),
  correct: route({
    ...about,
    id: 'checkIns.correct',
    method: 'POST',
    path: '/check-ins/:checkInId/corrections',
    summary: 'Put a correction beside what was signed',
    body: shape({ words: line(1000), reason: line(300) }),
    reply: checkIn,
    problems: ['advisor_needed', 'check_in_not_signed', 'corrections_enough'],
  }),
  sheet: route({
    ...about,
    id: 'checkIns.sheet',
    audit: 'read',
    method: 'GET',
    path: '/check-ins/:checkInId/sheet.pdf',
    summary: 'The repair request form (报修单) in two copies, with the list of accessories, A4',
    kind: 'stream',
    rate: 'heavy',
    reply: Type.Unknown({ description: 'PDF' }),
  }),
};
