import { type Static, Type } from 'typebox';
import { id, instant, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const ofOrder = { about: 'serviceOrder', params: shape({ orderId: id }) } as const;

/** The sticker of an order's key that holds now. */
export const keyTag = shape(
  {
    orderId: id,
    isMade: Type.Boolean({ description: 'there is one that holds' }),
    printedAt: nullable(instant),
    printedByName: text(80),
    mayPrint: Type.Boolean({ description: 'the car has not left' }),
  },
  { $id: 'KeyTag' },
);
export type KeyTag = Static<typeof keyTag>;

export const keyTagRoutes = {
  ofOrder: route({
    ...ofOrder,
    id: 'keyTags.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/key-tag',
    summary: 'Whether the key of an order has a sticker, and when it was printed',
    access: 'serviceOrders.see',
    reply: keyTag,
  }),
  make: route({
    ...ofOrder,
    id: 'keyTags.make',
    method: 'POST',
    path: '/service-orders/:orderId/key-tag',
    summary: 'Make the sticker of a key, or give a lost one another code: the lost one ends',
    access: 'serviceOrders.receive',
    body: shape({ isLost: Type.Optional(Type.Boolean()) }),
    reply: keyTag,
    problems: ['key_tag_not_now', 'link_needs_phone'],
  }),
  sheet: route({
    ...ofOrder,
    id: 'keyTags.sheet',
    audit: 'read',
    method: 'GET',
    path: '/service-orders/:orderId/key-tag.pdf',
    summary: 'The sticker, 62 mm by 29 mm',
    access: 'serviceOrders.receive',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    reply: Type.Unknown({ description: 'PDF' }),
    problems: ['key_tag_none', 'print_busy'],
  }),
};
