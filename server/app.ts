import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { whoHolds } from '#modules/links/server/index.ts';
import { Identity } from '#modules/people/server/index.ts';
import { signerFrom } from '#platform/audit/signing.ts';
import { type BackupWatch, noBackups } from '#platform/backups.ts';
import type { Clock } from '#platform/clock.ts';
import { Cursors } from '#platform/cursor.ts';
import type { Database } from '#platform/database.ts';
import type { DiskWatch } from '#platform/disk.ts';
import { Egress } from '#platform/egress.ts';
import { FileStore } from '#platform/files.ts';
import { securityHeaders } from '#platform/headers.ts';
import type { Host } from '#platform/host.ts';
import { answerProblems } from '#platform/http.ts';
import { Live } from '#platform/live.ts';
import { sealWith } from '#platform/seal.ts';
import type { TaskHost } from '#platform/tasks.ts';
import { readBodiesStrictly } from './bodies.ts';
import { keepDeadlines, uploadMs } from './deadlines.ts';
import { serveDocs } from './docs.ts';
import { refuseWritesWhenFull } from './full-disk.ts';
import './gauges.ts';
import './housekeeping.ts';
import { answerForHealthAlone } from './health-alone.ts';
import { logFormatters, logHooks, logSerializers } from './logging.ts';
import { serveModules } from './modules.ts';
import { writeAnswersWhenAsked } from './serializers.ts';
import { drainWhenStopping } from './stopping.ts';
import { serveSystem } from './system.ts';
import { refuseUnreadable } from './unreadable.ts';
import { serveWeb } from './web.ts';

export interface Parts {
  database: Database;
  /** A copy that follows, where figures are read; absent: the database itself. */
  figures?: Database;
  clock: Clock;
  filesDir: string;
  publicUrl: string;
  cursorSecret: Buffer;
  /** Signs the audit's chains; a throwaway one signs with what it has. */
  auditSecret?: Buffer;
  /** Absent where none are made. */
  backups?: BackupWatch;
  strict: boolean;
  trustProxy?: string[] | false;
  /** Absent: only the open Internet. */
  egress?: Egress;
  logLevel?: string;
  /** False in a process that only works: it answers for its health and its figures alone. */
  isForPeople?: boolean;
  live?: Live;
  /** Absent in tests that have all the room they need. */
  disk?: DiskWatch;
  /** The built screens; absent where only the interface is served. */
  webDir?: string;
}

export interface App {
  http: FastifyInstance;
  host: Host;
  taskHost: TaskHost;
}

/** Puts the program together. Opens no port and starts no clock: the caller does, or a test does without. */
export async function buildApp(parts: Parts): Promise<App> {
  const http = Fastify({
    logger: parts.logLevel
      ? {
          level: parts.logLevel,
          serializers: logSerializers,
          formatters: logFormatters,
          hooks: logHooks,
        }
      : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: parts.trustProxy ?? false,
    bodyLimit: 1_048_576,
    requestTimeout: uploadMs,
    keepAliveTimeout: 75_000,
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: true },
    return503OnClosing: false,
    ...refuseUnreadable(parts.publicUrl),
  });
  const live = parts.live ?? new Live();
  const { database, clock } = parts;
  const identity = new Identity({ database, clock, live });
  const host: Host = {
    database,
    figures: parts.figures ?? database,
    clock,
    live,
    files: new FileStore(parts.filesDir, (err) =>
      http.log.warn({ err }, 'a file ended the process that looked into it'),
    ),
    cursors: new Cursors(parts.cursorSecret),
    secrets: sealWith(parts.cursorSecret),
    signer: signerFrom(parts.auditSecret ?? parts.cursorSecret),
    egress: parts.egress ?? new Egress({ allow: [] }),
    backups: parts.backups ?? noBackups('off'),
    log: http.log,
    publicUrl: parts.publicUrl,
    strict: parts.strict,
    whoAsks: (request) => identity.whoAsks(request),
    whoHolds: (request, route) => whoHolds(parts, request, route),
  };
  answerProblems(http);
  if (parts.isForPeople === false) answerForHealthAlone(http);
  writeAnswersWhenAsked(http);
  drainWhenStopping(http);
  keepDeadlines(http);
  if (parts.disk) refuseWritesWhenFull(http, parts.disk);
  readBodiesStrictly(http);
  securityHeaders(http, parts.publicUrl);
  await http.register(cookie);
  const taskHost: TaskHost = {
    database,
    clock,
    files: host.files,
    egress: host.egress,
    secrets: host.secrets,
    publicUrl: host.publicUrl,
    tell: live.tell,
    warn: (message, error) => http.log.warn({ err: error }, message),
  };
  serveSystem(http, host, taskHost);
  serveDocs(http);
  serveModules(http, host, identity);
  if (parts.webDir) await serveWeb(http, parts.webDir);
  return { http, host, taskHost };
}
