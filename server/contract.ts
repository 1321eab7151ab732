import { Type } from 'typebox';
import { instant } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** The program's own routes: what changed, and the clock of a test. */
export const systemRoutes = {
  events: route({
    id: 'system.events',
    method: 'GET',
    path: '/events',
    summary: 'Which resources changed that the caller may see (server-sent events)',
    access: 'signedIn',
    kind: 'stream',
    reply: Type.Unknown({ description: 'text/event-stream of { type, id, event }' }),
  }),
};

export const publicRoutes = {
  openapi: route({
    id: 'system.openapi',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    access: 'public',
    kind: 'stream',
    reply: Type.Unknown({ description: 'OpenAPI 3.1' }),
  }),
};

export const clockRoutes = {
  moveClock: route({
    id: 'system.moveClock',
    method: 'POST',
    path: '/test-clock',
    summary: 'Move the test clock forward and run what became due',
    access: 'public',
    body: shape({ now: instant }),
    reply: shape({ now: instant, ran: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
    problems: ['clock_backwards'],
  }),
};
