import { type Static, Type } from 'typebox';
import { id, line } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const session = shape({
  employee: shape({ id, name: line(60) }),
  tenant: shape({ code: line(40), name: line(120) }),
  roles: Type.Array(line(60), { maxItems: 50 }),
  permissions: Type.Array(line(80), { maxItems: 500 }),
});
export type Session = Static<typeof session>;

export const sessionRoutes = {
  open: route({
    id: 'people.openSession',
    method: 'POST',
    path: '/session',
    summary: 'Sign in',
    access: 'public',
    body: shape({
      username: line(60),
      password: line(200),
      tenant: Type.Optional(line(40)),
    }),
    reply: session,
    status: 201,
  }),
  read: route({
    id: 'people.readSession',
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in',
    access: 'signedIn',
    reply: session,
  }),
  end: route({
    id: 'people.endSession',
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    access: 'signedIn',
    reply: Type.Null(),
    status: 204,
  }),
};

export const setupRoutes = {
  read: route({
    id: 'organisation.readSetup',
    method: 'GET',
    path: '/setup',
    summary: 'Whether the first run is still to be done',
    access: 'public',
    reply: shape({ needed: Type.Boolean() }),
  }),
  run: route({
    id: 'organisation.setUp',
    method: 'POST',
    path: '/setup',
    summary: 'Create the first shop and the first account',
    access: 'public',
    body: shape({
      tenantName: line(120),
      code: line(40),
      employeeName: line(60),
      username: line(60),
      password: line(200),
    }),
    reply: Type.Unknown(),
    status: 201,
  }),
};
