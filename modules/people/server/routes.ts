import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import { readingWork, type Work } from '#platform/work.ts';
import { entranceRoutes, peopleRoutes, type Session } from '../contract.ts';
import { type Opened, setUp, signIn, tenantCount, type Visitor } from './entrance.ts';
import { cookieName, type Identity, type Known } from './identity.ts';
import {
  type EmployeeRow,
  openApiKeys,
  openSessionsOf,
  pageOfEmployees,
  rolesOfTenant,
  type SessionRow,
  sessionById,
} from './queries.ts';
import { addApiKey, addEmployee, changePassword, endSessions, revokeApiKey } from './service.ts';
import { serveStaff } from './staff-routes.ts';

export function peopleModule(app: FastifyInstance, host: Host, identity: Identity): void {
  serveEntrance(app, host);
  serveStaff(app, host);
  serve(app, host, peopleRoutes, {
    session: async (work) => shownSession(work, (work.actor as Known).session!),
    signOut: async (work, _input, { reply }) => {
      await endSessions(work, work.actor.id, { only: work.actor.sessionId });
      clearCookie(reply, host);
      return {};
    },
    listSessions: async (work, { query }) => {
      const rows = await openSessionsOf(work, work.actor.id, sizeOf(query));
      const items = rows.map(({ id, createdAt, lastSeenAt, userAgent, address }) => ({
        ...wire({ id, createdAt, lastSeenAt, userAgent, address }),
        isCurrent: id === work.actor.sessionId,
      }));
      return { items, nextCursor: null };
    },
    revokeSession: async (work, { params }) => {
      const ended = await endSessions(work, work.actor.id, { only: params.sessionId });
      if (ended === 0) throw notFound();
      return {};
    },
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
      }));
      return { items, nextCursor: null };
    },
    listApiKeys: async (work, { query }) => {
      const items = (await openApiKeys(work, sizeOf(query))).map(
        ({ id, name, roleId, expiresAt, createdAt }) =>
          wire({ id, name, roleId, expiresAt, createdAt }),
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

function serveEntrance(app: FastifyInstance, host: Host): void {
  servePublic(app, host, entranceRoutes, {
    setupState: async () => {
      const tenants = await tenantCount(host.database);
      return { needed: tenants === 0, asksTenant: tenants > 1 };
    },
    setup: async ({ request, reply }, { body }) =>
      welcome(host, reply, await setUp(host, body, visitorOf(request))),
    signIn: async ({ request, reply }, { body }) =>
      welcome(host, reply, await signIn(host, body, visitorOf(request))),
  });
}

const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  userAgent: String(request.headers['user-agent'] ?? ''),
});

async function welcome(host: Host, reply: FastifyReply, opened: Opened): Promise<Session> {
  const behindTls = host.publicUrl.startsWith('https:');
  reply.setCookie(cookieName(behindTls), opened.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: behindTls,
    expires: opened.expiresAt,
  });
  const actor = systemActor(opened.tenantId, 'people.welcome');
  const work = readingWork(host.database, { actor, now: host.clock.now(opened.tenantId) });
  return shownSession(work, (await work.first(sessionById, { sessionId: opened.sessionId }))!);
}

function clearCookie(reply: FastifyReply, host: Host): void {
  reply.clearCookie(cookieName(host.publicUrl.startsWith('https:')), { path: '/' });
  reply.header('clear-site-data', '"cache"');
}

function shownSession(work: Work, row: SessionRow): Session {
  return {
    employeeId: row.employeeId,
    name: row.name,
    username: row.username ?? '-',
    tenantId: work.actor.tenantId,
    tenantName: row.tenantName,
    orgUnitId: row.orgUnitId,
    orgUnitName: row.orgUnitName,
    post: row.post,
    permissions: row.permissions,
    home: row.home as Session['home'],
    expiresAt: row.expiresAt.toISOString(),
    now: work.now.toISOString(),
  };
}

function shownEmployee(row: Omit<EmployeeRow, 'orgPath'>) {
  const { id, name, post, phone, orgUnitId, state, username, roleKeys, version } = row;
  return { id, name, post, phone, orgUnitId, state, username, roleKeys, version };
}
