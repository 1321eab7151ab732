import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import { routeTable } from '#platform/http.ts';
import type { Route } from '#shared/route.ts';
import { testClock, testServer } from '#test/server.ts';
import { type App, buildApp } from '../../../server/app.ts';
import { type Answered, answeredFrom } from './answers.ts';
import { Rewound } from './rewound.ts';

/** The whole program once more beside the one that furnished the world: what is asked of it leaves no trace. */
export interface MatrixServer {
  readonly app: App;
  readonly rewound: Rewound;
  /** Routes of the table that this program serves; the clock of tests is none of them. */
  readonly routes: readonly Route[];
  /** What is on the wire beside the table, as `METHOD /path`. */
  readonly undeclared: readonly string[];
  ask(request: InjectOptions): Promise<Answered>;
}

/** @param superuser past whose eyes nothing of the database is hidden */
export async function matrixServer(superuser: ConnectionConfig): Promise<MatrixServer> {
  const rewound = await Rewound.open(superuser);
  const first = (await testServer()).app;
  const served = new Map<string, string | undefined>();
  const onStart = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook(
      'onRoute',
      ({ method, url, config }) => {
        for (const one of [method].flat()) {
          served.set(`${one} ${url}`, (config as { routeId?: string } | undefined)?.routeId);
        }
      },
    );
  };
  subscribe('fastify.initialization', onStart);
  const app = await buildApp({
    database: rewound.database,
    clock: { now: (tenantId) => testClock.now(tenantId) },
    live: first.host.live,
    filesDir: '',
    publicUrl: first.host.publicUrl,
    cursorSecret: Buffer.alloc(32),
    strict: true,
  });
  unsubscribe('fastify.initialization', onStart);
  const { files, cursors, secrets } = first.host;
  Object.assign(app.host, { files, cursors, secrets });
  Object.assign(app.taskHost, { files, secrets });
  await app.http.ready();
  const known = new Set(served.values());
  return {
    app,
    rewound,
    routes: routeTable().filter(({ id }) => known.has(id)),
    undeclared: [...served].filter(([, id]) => id === undefined).map(([name]) => name),
    ask: async (request) => answeredFrom(await app.http.inject(request)),
  };
}
