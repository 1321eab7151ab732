import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import { type CheckIn, checkInRoutes } from '../contract.ts';
import { checkInsOfOrder, countOfCheckIns, pageOfCheckIns } from './queries.ts';
import { sendSheet } from './sheet.ts';
import { presentListed, shownCheckIn } from './show.ts';
import { sign } from './signing.ts';
import type { Asked } from './taking.ts';
import { abandon, addPhoto, begin, correct, removePhoto, save } from './writing.ts';

/** Something is done with it; the answer is the whole check-in as it stands then. */
const step =
  <Body>(take: (work: Work, asked: Asked, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { checkInId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<CheckIn> => {
    await take(work, { checkInId: params.checkInId, expectedVersion }, body);
    return shownCheckIn(work, params.checkInId);
  };

export function checkInsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, checkInRoutes, {
    begin: async (work, { body }) => shownCheckIn(work, await begin(work, body)),
    list: async (work, { query }) => {
      const { state = 'open', orderId } = query;
      if (orderId) {
        const items = (await checkInsOfOrder(work, orderId)).map(presentListed);
        return { items, nextCursor: null, ...(query.count && { total: items.length }) };
      }
      const list = `checkIns ${state}`;
      const after = host.cursors.open(list, query.cursor);
      const rows = await pageOfCheckIns(work, state, after, sizeOf(query) + 1);
      const keyOf = ({ beganAt, id }: (typeof rows)[number]) => [beganAt.toISOString(), id];
      const page = pageOf(host.cursors, list, query, rows, keyOf, presentListed);
      return query.count ? { ...page, total: await countOfCheckIns(work, state) } : page;
    },
    read: (work, { params }) => shownCheckIn(work, params.checkInId),
    save: step(save),
    addPhoto: step(addPhoto),
    removePhoto: async (work, { params }, { expectedVersion }) => {
      const { checkInId, photoId } = params;
      await removePhoto(work, { checkInId, expectedVersion }, photoId);
      return shownCheckIn(work, checkInId);
    },
    sign: step(sign),
    abandon: step(abandon),
    correct: step(correct),
    sheet: (work, { params }, call) => sendSheet(work, params.checkInId, call),
  });
}
