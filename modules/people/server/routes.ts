import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import { readingWork, type Work } from '#platform/work.ts';
import { entranceRoutes, type Factor, peopleRoutes, type Session } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { serveEmergencies } from './emergency.ts';
import { setUp, tenantCount } from './founding.ts';
import { askPasskey } from './giving-factors.ts';
import { cookieName, deviceCookieName, type Identity, type Known } from './identity.ts';
import { serveFactors } from './own-routes.ts';
import { sensitivePermissions } from './policy.ts';
import { prove } from './proof.ts';
import { type EmployeeRow, openApiKeys, pageOfEmployees, rolesOfTenant } from './queries.ts';
import { openSessionsOf, type SessionRow, sessionById } from './queries-sessions.ts';
import { askForFactor, askForPasskey, giveFactor, signInByPasskey } from './second-step.ts';
import { addApiKey, addEmployee, changePassword, revokeApiKey } from './service.ts';
import { endSessions, owedBy, type Visitor } from './sessions.ts';
import { type Entered, signIn } from './sign-in.ts';
import { serveStaff } from './staff-routes.ts';

export function peopleModule(app: FastifyInstance, host: Host, identity: Identity): void {
  serveEntrance(app, host, identity);
  serveStaff(app, host);
  serveEmergencies(app, host);
  serveFactors(app, host);
  serve(app, host, peopleRoutes, {
    session: async (work) => {
      const { session } = work.actor as Known;
      // A program's key has none.
      if (!session) throw notFound();
      return shownSession(work, session);
    },
    signOut: async (work, _input, { reply }) => {
      await endSessions(work, work.actor.id, { only: work.actor.sessionId });
      clearCookie(reply, host);
      return {};
    },
    listSessions: async (work, { query }) => {
      const rows = await openSessionsOf(work, work.actor.id, sizeOf(query));
      const items = rows.map(({ id, createdAt, lastSeenAt, userAgent, address, factor }) => ({
        ...wire({ id, createdAt, lastSeenAt, userAgent, address, factor }),
        isCurrent: id === work.actor.sessionId,
      }));
      return { items, nextCursor: null };
    },
    revokeSession: async (work, { params }) => {
      const ended = await endSessions(work, work.actor.id, { only: params.sessionId });
      if (ended === 0) throw notFound();
      return {};
    },
    revokeOtherSessions: async (work) => {
      const employeeId = work.actor.id;
      const ended = await endSessions(work, employeeId, { but: work.actor.sessionId });
      const about = { type: 'employee', id: employeeId };
      await work.emit(peopleEvents.sessionsEnded, { employeeId, count: ended }, about);
      return { ended };
    },
    prove: async (work, { body }) => {
      await prove(work, host, body);
      return {};
    },
    askForProof: (work) => askPasskey(work, host, work.actor.id, `prove:${work.actor.sessionId}`),
    changePassword: async (work, { body }) => {
      await changePassword(work, body);
      return {};
    },
    listEmployees: async (work, { query }) => {
      const after = host.cursors.open('employees', query.cursor);
      const rows = await pageOfEmployees(work, query, after, sizeOf(query) + 1);
      return pageOf(
        host.cursors,
        'employees',
        query,
        rows,
        (row) => [row.name, row.id],
        shownEmployee,
      );
    },
    addEmployee: async (work, { body }) => shownEmployee(await addEmployee(work, body)),
    listRoles: async (work, { query }) => {
      const items = (await rolesOfTenant(work, sizeOf(query))).map((row) => ({
        id: row.id,
        key: row.key,
        name: row.name,
        permissions: row.permissions as never,
        home: row.home as Session['home'],
        sensitive: row.permissions.filter((one) => sensitivePermissions().has(one)) as never,
      }));
      return { items, nextCursor: null };
    },
    listApiKeys: async (work, { query }) => {
      const items = (await openApiKeys(work, sizeOf(query))).map(
        ({ id, name, roleId, isSensitive, expiresAt, createdAt }) =>
          wire({ id, name, roleId, isSensitive, expiresAt, createdAt }),
      );
      return { items, nextCursor: null };
    },
    addApiKey: async (work, { body }) => {
      const { row, secret } = await addApiKey(work, body);
      const { id, name, roleId, expiresAt } = row;
      return { ...wire({ id, name, roleId, expiresAt }), secret };
    },
    revokeApiKey: async (work, { params }) => {
      await revokeApiKey(work, params.apiKeyId);
      identity.forget(params.apiKeyId);
      return {};
    },
  });
}

function serveEntrance(app: FastifyInstance, host: Host, identity: Identity): void {
  const halfOpen = async (request: FastifyRequest): Promise<Known> => {
    const half = await identity.whoAsks(request);
    if (half.owes !== 'factor') throw new Problem(409, 'factor_missing');
    return half;
  };
  servePublic(app, host, entranceRoutes, {
    setupState: async () => {
      const tenants = await tenantCount(host.database);
      return { needed: tenants === 0, asksTenant: tenants > 1 };
    },
    setup: async ({ request, reply }, { body }) =>
      welcome(host, reply, await setUp(host, body, visitorOf(request))),
    signIn: async ({ request, reply }, { body }) =>
      welcome(host, reply, await signIn(host, body, visitorOf(request))),
    giveFactor: async ({ request, reply }, { body }) => {
      const half = await halfOpen(request);
      return welcome(host, reply, await giveFactor(host, half, body, visitorOf(request)));
    },
    askForFactor: async ({ request }) => askForFactor(host, await halfOpen(request)),
    askForPasskey: ({ request }) => askForPasskey(host, visitorOf(request)),
    signInByPasskey: async ({ request, reply }, { body }) =>
      welcome(host, reply, await signInByPasskey(host, body.passkey, visitorOf(request))),
  });
}

/** From where a request comes, and from which browser. */
export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  userAgent: String(request.headers['user-agent'] ?? ''),
  device: request.cookies[deviceCookieName(true)] ?? request.cookies[deviceCookieName(false)],
});

const deviceDays = 400;

/**
 * Gives the browser its session, and its own mark; answers who has come in. The session travels with requests of our
 * own pages alone (D-60); the mark, which opens nothing, also with one that a sign-on elsewhere sends back.
 */
export async function welcome(host: Host, reply: FastifyReply, entered: Entered): Promise<Session> {
  const behindTls = host.publicUrl.startsWith('https:');
  const kept = { path: '/', httpOnly: true, secure: behindTls } as const;
  const { token, expiresAt, device, tenantId, sessionId } = entered;
  reply.setCookie(cookieName(behindTls), token, {
    ...kept,
    sameSite: 'strict',
    expires: expiresAt,
  });
  if (device) {
    reply.setCookie(deviceCookieName(behindTls), device, {
      ...kept,
      sameSite: 'lax',
      maxAge: deviceDays * 24 * 3600,
    });
  }
  const actor = systemActor(tenantId, 'people.welcome');
  const work = readingWork(host.database, { actor, now: host.clock.now(tenantId) });
  return shownSession(work, (await work.first(sessionById, { sessionId }))!);
}

function clearCookie(reply: FastifyReply, host: Host): void {
  reply.clearCookie(cookieName(host.publicUrl.startsWith('https:')), { path: '/' });
  reply.header('clear-site-data', '"cache"');
}

function shownSession(work: Work, row: SessionRow): Session {
  const hasFactor = row.hasTotp || row.hasPasskey;
  const owes = owedBy({ ...row, hasFactor }, work.now);
  return {
    employeeId: row.employeeId,
    name: row.name,
    username: row.username ?? '-',
    tenantId: work.actor.tenantId,
    tenantName: row.tenantName,
    orgUnitId: row.orgUnitId,
    orgUnitName: row.orgUnitName,
    post: row.post,
    permissions: owes ? [] : row.permissions,
    home: row.home as Session['home'],
    owes: owes ?? null,
    factors: owes === 'factor' ? factorsOf(row) : [],
    factorFrom: hasFactor ? null : row.neededFrom,
    remembersDevices: row.remembersDevices,
    emergency: shownRunning(row.emergency),
    expiresAt: row.expiresAt.toISOString(),
    now: work.now.toISOString(),
  };
}

function shownRunning(running: SessionRow['emergency']): Session['emergency'] {
  if (!running) return null;
  const { id, unitName, reason, untilAt } = running;
  return { id, unitName, reason, untilAt: new Date(untilAt).toISOString() };
}

const factorsOf = ({ hasTotp, hasPasskey, hasRecovery }: SessionRow): Factor[] => [
  ...(hasTotp ? (['totp'] as const) : []),
  ...(hasPasskey ? (['passkey'] as const) : []),
  ...(hasRecovery ? (['recovery'] as const) : []),
];

function shownEmployee(row: Omit<EmployeeRow, 'orgPath'>) {
  const { id, name, post, phone, orgUnitId, state, username, roleKeys, lacksFactor } = row;
  const { version } = row;
  return { id, name, post, phone, orgUnitId, state, username, roleKeys, lacksFactor, version };
}
