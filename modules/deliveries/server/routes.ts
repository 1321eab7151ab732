import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import { type DeliveryPack, deliveryRoutes, deliveryRuleRoutes } from '../contract.ts';
import { beginPack } from './beginning.ts';
import { rulesAt, setRules } from './rules.ts';
import { sendSheet } from './sheet.ts';
import { shownOfOrder, shownPack } from './show.ts';
import { sign } from './signing.ts';
import type { Asked } from './taking.ts';
import { addPhoto, check, recheck, removePhoto, save, tell } from './writing.ts';

/** Something is done with it; the answer is the whole delivery as it stands then. */
const step =
  <Body>(take: (work: Work, asked: Asked, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { deliveryPackId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<DeliveryPack> => {
    const { deliveryPackId } = params;
    await take(work, { deliveryPackId, expectedVersion }, body);
    return shownPack(work, deliveryPackId);
  };

export function deliveriesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, deliveryRuleRoutes, {
    read: (work) => rulesAt(work, work.actor.unitPath),
    save: (work, { body }) => setRules(work, body),
  });
  serve(app, host, deliveryRoutes, {
    ofOrder: (work, { params }) => shownOfOrder(work, params.orderId),
    begin: async (work, { params }) => shownPack(work, await beginPack(work, params.orderId)),
    read: (work, { params }) => shownPack(work, params.deliveryPackId),
    save: step(save),
    addPhoto: step(addPhoto),
    removePhoto: async (work, { params }, { expectedVersion }) => {
      const { deliveryPackId, deliveryPhotoId } = params;
      await removePhoto(work, { deliveryPackId, expectedVersion }, deliveryPhotoId);
      return shownPack(work, deliveryPackId);
    },
    check: step(check),
    recheck: step(recheck),
    tell: step(tell),
    sign: step(sign),
    sheet: (work, { params }, call) => sendSheet(work, params.deliveryPackId, call),
  });
}
