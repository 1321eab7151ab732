import { tmpdir } from 'node:os';
import { systemClock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { routeTable } from '#platform/http.ts';
import type { Route } from '#shared/route.ts';
import { buildApp } from '../../../server/app.ts';

/** What ends the session that all others need, or asks more of it: sent last. */
const late = [
  'people.changeSignInRules',
  'people.revokeSession',
  'people.revokeOtherSessions',
  'people.endSessionsOf',
  'people.signOut',
];
/** The clock of a test is no part of the product, and who begins a house is done once. */
const leftOut = new Set(['system.moveClock', 'people.setup']);

/** Every route that the program serves, by its own table; this process serves none of them. */
export async function routesServed(): Promise<Route[]> {
  const database = new Database({ host: '127.0.0.1', port: 1 }, 1);
  const secret = Buffer.alloc(32);
  await buildApp({
    database,
    clock: systemClock,
    filesDir: tmpdir(),
    publicUrl: 'http://localhost',
    cursorSecret: secret,
    strict: false,
  });
  await database.close();
  return routeTable()
    .filter(({ id }) => !leftOut.has(id))
    .sort((one, other) => late.indexOf(one.id) - late.indexOf(other.id));
}
