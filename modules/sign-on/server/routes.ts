import type { FastifyInstance } from 'fastify';
import { tenantByCode } from '#modules/organisation/server/index.ts';
import { networkOf } from '#modules/people/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { signOnEntranceRoutes, signOnLinkRoutes, signOnRoutes } from '../contract.ts';
import { signOnEvents } from '../events.ts';
import { begin } from './begin.ts';
import { comeBack } from './come-back.ts';
import { type ProviderRow, providerById, providersOf } from './queries.ts';
import { linksOf, providerOfSession, removeLink, waysInOf } from './queries-links.ts';
import {
  addProvider,
  changeProvider,
  readSettings,
  removeProvider,
  requireRoles,
  shownProvider,
} from './settings.ts';
import { tryProvider } from './trial.ts';
import { readingIn } from './visits.ts';
import { wayOutOf } from './way-out.ts';

const beginningsAMinute = 30;

export function signOnModule(app: FastifyInstance, host: Host): void {
  serveSettings(app, host);
  serve(app, host, signOnLinkRoutes, {
    list: async (work) => {
      const links = await linksOf(work, work.actor.id);
      const linked = new Set(links.map(({ providerId }) => providerId));
      const items = links.map(({ id, providerId, label, shownAs, createdAt, lastUsedAt }) => ({
        ...{ id, providerId, label, shownAs },
        ...wire({ createdAt, lastUsedAt }),
      }));
      return {
        items,
        offered: offered(await providersOf(work)).filter(({ id }) => !linked.has(id)),
      };
    },
    begin: (work, { body: { providerId } }, call) => {
      const { tenantId, sessionId } = work.actor;
      if (sessionId === undefined) throw notFound();
      return begin(host, call, { tenantId, providerId, sessionId, next: '' });
    },
    remove: async (work, { params }) => {
      await unlink(work, params.signOnLinkId);
      return {};
    },
    wayOut: async (work) => {
      const providerId = await providerOfSession(work, work.actor.sessionId ?? work.actor.id);
      const provider = providerId && (await providerById(work, providerId));
      return { url: provider ? await wayOutOf(host, provider, work.now) : null };
    },
  });
  servePublic(app, host, signOnEntranceRoutes, {
    offered: async (_call, { query }) => {
      const tenantId = await tenantFor(host, query.tenant);
      return { items: tenantId ? offered(await providersOf(readingIn(host, tenantId))) : [] };
    },
    begin: async ({ request, reply }, { body: { providerId, tenant, next = '' } }) => {
      const from = `sign-on-from:${networkOf(request.ip)}`;
      const limit = { key: from, most: beginningsAMinute, windowMinutes: 1 };
      await countOrRefuse(host.database, host.clock.now(), [limit]);
      const tenantId = await tenantFor(host, tenant);
      if (!tenantId) throw new Problem(404, 'not_found');
      return begin(host, { request, reply }, { tenantId, providerId, sessionId: null, next });
    },
    callback: ({ request, reply }) => comeBack(host, request, reply),
  });
}

function serveSettings(app: FastifyInstance, host: Host): void {
  serve(app, host, signOnRoutes, {
    settings: (work) => readSettings(work, host),
    require: async (work, { body }, { expectedVersion }) => {
      await requireRoles(work, body.requiredRoles, expectedVersion);
      return readSettings(work, host);
    },
    add: async (work, { body }) => shownProvider(await addProvider(work, host, body)),
    change: async (work, { params, body }, { expectedVersion }) =>
      shownProvider(await changeProvider(work, host, { ...params, expectedVersion }, body)),
    remove: async (work, { params }, { expectedVersion }) => {
      await removeProvider(work, params.providerId, expectedVersion);
      return {};
    },
    test: async (work, { params }) => {
      const provider = await providerById(work, params.providerId);
      if (!provider) throw notFound();
      return { steps: await tryProvider(host, provider, work.now) };
    },
  });
}

const offered = (rows: readonly ProviderRow[]) =>
  rows.filter(({ isEnabled }) => isEnabled).map(({ id, label }) => ({ id, label }));

/** Whose sign-in page this is: the company that was named, or the only one. */
async function tenantFor(host: Host, code: string | undefined): Promise<string | undefined> {
  const { rows } = await host.database.global(tenantByCode, [code ?? null]);
  return rows.length === 1 ? (rows[0]?.id as string) : undefined;
}

/** Nobody takes away his own last way in. */
async function unlink(work: Work, linkId: string): Promise<void> {
  const employeeId = work.actor.id;
  const link = await removeLink(work, linkId, employeeId);
  if (!link) throw notFound();
  if ((await waysInOf(work, employeeId)) === 0) throw new Problem(422, 'last_way_in');
  const { providerId, shownAs } = link;
  const about = { type: 'employee', id: employeeId };
  await work.emit(signOnEvents.unlinked, { employeeId, providerId, shownAs }, about);
}
