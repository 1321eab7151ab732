import { type Static, Type } from 'typebox';
import { id, line, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { publicShop, written } from './contract-open.ts';

export {
  appointmentLinkRoutes,
  type HeldAppointment,
  heldAppointmentRoutes,
} from './contract-held.ts';
export { dataLinkRoutes, type HeldData, heldDataRoutes } from './contract-mine.ts';
export {
  type BookedByWeb,
  type OpenTimes,
  openShopRoutes,
  type PublicShop,
} from './contract-open.ts';
export { type BookedKind, bookedKinds } from './contract-vocabulary.ts';

const manage = 'organisation.manage';
/** Where: a unit of one's part of the tree; left out, one's own. */
const orgUnitId = Type.Optional(id);

const settings = {
  ...written,
  slug: Type.String({
    pattern: '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$',
    maxLength: 40,
    description: 'the shop in the address of its page',
  }),
  isOpen: Type.Boolean(),
  confirmsItself: Type.Boolean({ description: 'a free time is his who takes it' }),
};

/** A shop's page as its manager sees it: what he wrote, what comes from elsewhere, where everybody reads it. */
export const shopPage = shape(
  {
    orgUnitId: id,
    orgUnitName: line(80),
    ...settings,
    version: Type.Integer({
      minimum: 0,
      maximum: 2_147_483_647,
      description: '0: not written yet',
    }),
    at: text(600, 'its address'),
    shown: publicShop,
  },
  { $id: 'ShopPage' },
);
export type ShopPage = Static<typeof shopPage>;

export const shopPageRoutes = {
  read: route({
    id: 'shopPages.read',
    method: 'GET',
    path: '/shop-page',
    summary: 'What a shop tells everybody, to be written and looked at before it is open',
    access: manage,
    query: shape({ orgUnitId }),
    reply: shopPage,
  }),
  save: route({
    id: 'shopPages.save',
    method: 'POST',
    path: '/shop-page',
    summary: 'Write the page of a shop, open it to everybody or close it',
    access: manage,
    body: shape({ orgUnitId, ...settings }),
    reply: shopPage,
    problems: ['slug_taken', 'unit_closed'],
  }),
  poster: route({
    id: 'shopPages.poster',
    method: 'GET',
    path: '/shop-page/poster.pdf',
    summary: 'A poster with the code that opens the page of a shop, A4',
    access: manage,
    kind: 'stream',
    rate: 'heavy',
    query: shape({ orgUnitId }),
    reply: Type.Unknown({ description: 'application/pdf' }),
    problems: ['shop_page_closed', 'print_busy', 'print_too_large', 'print_too_slow'],
  }),
};
