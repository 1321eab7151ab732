import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { type Entry, post, reverse, transfer } from '#platform/ledger.ts';
import type { Work } from '#platform/work.ts';
import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { ledgerRoutes } from './ledger-contract.ts';

const asked = (id: string) => ({ type: 'contest', id });
const shown = (entries: readonly Entry[]) => ({
  items: entries.map(({ id, amount, balanceAfter }) => ({ id, amount, balanceAfter })),
});

/** Each movement is told, as every module tells what it does. */
const ledgerPlayed = events('contest', { moved: shape({ sourceId: id }) });

async function told(work: Work, sourceId: string, entries: readonly Entry[]) {
  const about = { type: 'contest', id: sourceId };
  await work.emit(ledgerPlayed.moved, { sourceId }, about);
  return shown(entries);
}

/** Serves the ledger by the product's own `serve`: its transactions, retries, keys and refusals. */
export function serveLedger(app: FastifyInstance, host: Host): void {
  serve(app, host, ledgerRoutes, {
    post: async (work, { params, body: { sourceId, amount } }) => {
      const entry = await post(work, { ...params, amount, source: asked(sourceId) });
      return told(work, sourceId, [entry]);
    },
    transfer: async (work, { body: { sourceId, ...rest } }) => {
      const { from, to } = await transfer(work, { ...rest, source: asked(sourceId) });
      return told(work, sourceId, [from, to]);
    },
    reverse: async (work, { params: { sourceId }, body: { byId } }) =>
      told(work, byId, await reverse(work, asked(sourceId), asked(byId))),
  });
}
