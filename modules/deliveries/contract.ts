import { type Static, Type } from 'typebox';
import { oldPartChoices, toldWays } from '#modules/service-orders/contract.ts';
import { id, instant, line, mileageKm, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { deliveryPack, itemKey, keyedAnswer } from './contract-pack.ts';
import { precaution } from './contract-rules.ts';
import { packStates } from './lifecycle.ts';

export * from './contract-pack.ts';
export * from './contract-rules.ts';

const see = 'serviceOrders.see';
const receive = 'serviceOrders.receive';
const onOrder = { about: 'serviceOrder', params: shape({ orderId: id }) } as const;
const about = {
  access: receive,
  about: 'deliveryPack',
  personal: true,
  params: shape({ deliveryPackId: id }),
  reply: deliveryPack,
} as const;
const signed = 'delivery_signed';
const unknown = 'delivery_item_unknown';
const checked = 'delivery_checked';

/** How far the delivery of an order is. */
export const orderDelivery = shape({
  isRequired: Type.Boolean(),
  pack: nullable(
    shape({
      id,
      state: oneOf(packStates),
      differences: Type.Integer({ minimum: 0, maximum: 220 }),
    }),
  ),
});
export type OrderDelivery = Static<typeof orderDelivery>;

export const deliveryRoutes = {
  ofOrder: route({
    ...onOrder,
    id: 'deliveries.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/delivery-pack',
    summary: 'How far the delivery of an order is, and whether the shop asks for it',
    access: see,
    reply: orderDelivery,
  }),
  begin: route({
    ...onOrder,
    id: 'deliveries.begin',
    method: 'POST',
    path: '/service-orders/:orderId/delivery-pack',
    summary: 'Begin to check a finished car against its check-in, or go on with what was begun',
    access: receive,
    personal: true,
    reply: deliveryPack,
    status: 201,
    problems: ['delivery_not_now'],
  }),
  read: route({
    ...about,
    access: see,
    id: 'deliveries.read',
    method: 'GET',
    path: '/delivery-packs/:deliveryPackId',
    summary: 'One delivery: items as noted and as found, precautions, signature',
  }),
  save: route({
    ...about,
    id: 'deliveries.save',
    method: 'PATCH',
    path: '/delivery-packs/:deliveryPackId',
    summary: 'Write something down: the items and fields named, nothing else',
    body: shape({
      answers: Type.Optional(Type.Array(keyedAnswer, { maxItems: 220 })),
      precautions: Type.Optional(Type.Array(precaution, { maxItems: 30 })),
      oldParts: Type.Optional(oneOf(oldPartChoices)),
      mileageKm: Type.Optional(mileageKm),
      note: Type.Optional(text(1000)),
    }),
    problems: [signed, unknown, checked],
  }),
  addPhoto: route({
    ...about,
    id: 'deliveries.addPhoto',
    method: 'POST',
    path: '/delivery-packs/:deliveryPackId/photos',
    summary: 'Add a photo of an item; the same file again adds nothing',
    body: shape({ fileId: id, itemKey, takenAt: Type.Optional(instant) }),
    problems: [signed, unknown, 'delivery_photos_enough'],
  }),
  removePhoto: route({
    ...about,
    id: 'deliveries.removePhoto',
    method: 'DELETE',
    path: '/delivery-packs/:deliveryPackId/photos/:deliveryPhotoId',
    summary: 'Take a photo out that was not signed yet',
    params: shape({ deliveryPackId: id, deliveryPhotoId: id }),
    problems: [signed, checked, 'under_hold'],
  }),
  check: route({
    ...about,
    id: 'deliveries.check',
    method: 'POST',
    path: '/delivery-packs/:deliveryPackId/check',
    summary: 'The car is checked item by item: from now on the customer may be told',
    problems: [signed, checked, 'delivery_incomplete'],
  }),
  recheck: route({
    ...about,
    id: 'deliveries.recheck',
    method: 'POST',
    path: '/delivery-packs/:deliveryPackId/recheck',
    summary: 'The car was moved or worked on again: it is checked anew',
    problems: [signed, 'step_not_allowed'],
  }),
  tell: route({
    ...about,
    id: 'deliveries.tell',
    method: 'POST',
    path: '/delivery-packs/:deliveryPackId/tell',
    summary: 'The customer was told that his car is ready; refused before it is checked',
    body: shape({ how: oneOf(toldWays) }),
    problems: [signed, 'delivery_not_checked'],
  }),
  sign: route({
    ...about,
    id: 'deliveries.sign',
    method: 'POST',
    path: '/delivery-packs/:deliveryPackId/sign',
    summary: 'The customer has signed: the car is delivered and nothing of it changes any more',
    body: shape({ signatureFileId: id, signedBy: line(80) }),
    problems: [
      signed,
      'delivery_not_checked',
      'delivery_incomplete',
      'delivery_signature_needed',
      'delivery_person_needed',
      'certificate_missing',
      'mileage_lower',
    ],
  }),
  sheet: route({
    ...about,
    access: see,
    id: 'deliveries.sheet',
    audit: 'read',
    method: 'GET',
    path: '/delivery-packs/:deliveryPackId/sheet.pdf',
    summary: 'The delivery sheet (交车单), A4',
    kind: 'stream',
    rate: 'heavy',
    reply: Type.Unknown({ description: 'PDF' }),
  }),
};
