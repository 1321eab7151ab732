import {
  confirmByCode,
  defineLinkPurpose,
  linksAbout,
  makeLink,
  mustBeProved,
  proveByCode,
  sendCode,
} from '#modules/links/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import type { Handlers } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { HeldOrder, heldOrderRoutes, orderLinkRoutes } from '../contract.ts';
import { recordOf } from './queries-record.ts';
import { sendSheet } from './sheet.ts';

defineLinkPurpose({
  name: 'orderPapers',
  aboutType: 'serviceOrder',
  phoneOf: async (work, orderId) => (await recordOf(work, orderId))?.customerPhone,
});

/** The house's side: who may speak with the customer may hand him a link. */
export const orderLinks: Handlers<typeof orderLinkRoutes> = {
  links: async (work, { params }) => {
    const { id } = await orderOr404(work, params.orderId);
    return { items: await linksAbout(work, 'serviceOrder', id) };
  },
  makeLink: async (work, { params, body }, { host }) => {
    const order = await orderOr404(work, params.orderId);
    const { validDays = 7, maxUses = 20 } = body;
    return makeLink(work, host.publicUrl, {
      purpose: 'orderPapers',
      about: order,
      validDays,
      maxUses,
    });
  },
};

/** The customer's side: the one order that he holds. */
export const heldOrders: Handlers<typeof heldOrderRoutes> = {
  read: (work, { params }) => shownToHolder(work, params.orderId, work.actor.holds!.isProved),
  prove: async (work, { params, body }, call) => {
    await proveByCode(work, body.code, call);
    return shownToHolder(work, params.orderId, true);
  },
  sendCode: (work, _, call) => sendCode(work, call),
  confirm: async (work, { params, body }, call) => {
    await confirmByCode(call, body.code);
    return shownToHolder(work, params.orderId, true);
  },
  sheet: async (work, { params, query }, call) => {
    mustBeProved(work.actor);
    return sendSheet(work, params.orderId, call, query.as === 'picture');
  },
};

async function shownToHolder(work: Work, orderId: string, isProved: boolean): Promise<HeldOrder> {
  const row = await orderOr404(work, orderId);
  const unit = await unitById(work, row.orgUnitId);
  return {
    id: row.id,
    number: row.number,
    state: row.state as HeldOrder['state'],
    plate: isProved ? row.plate : row.plate.replace(/^(..).*(..)$/u, '$1***$2'),
    plateColour: row.plateColour,
    shopName: unit?.name ?? '',
    shopPhone: unit?.phone ?? '',
    receivedAt: row.receivedAt.toISOString(),
    promisedAt: row.promisedAt?.toISOString() ?? null,
    isProved,
  };
}

async function orderOr404(work: Work, orderId: string) {
  const row = await recordOf(work, orderId);
  if (!row) throw notFound();
  return row;
}
