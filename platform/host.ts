import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Route } from '#shared/route.ts';
import type { Actor } from './actor.ts';
import type { Signer } from './audit/signing.ts';
import type { BackupWatch } from './backups.ts';
import type { Clock } from './clock.ts';
import type { Cursors } from './cursor.ts';
import type { Database } from './database.ts';
import type { Egress } from './egress.ts';
import type { FileStore } from './files.ts';
import type { Live } from './live.ts';
import type { Seal } from './seal.ts';

/** What the running program has: handed to every part that needs it, never reached for. */
export interface Host {
  database: Database;
  /** Where figures are read: a copy that may be a moment behind, or the database itself. */
  figures: Database;
  clock: Clock;
  live: Live;
  files: FileStore;
  cursors: Cursors;
  secrets: Seal;
  /** Signs the heads of the audit's chains. */
  signer: Signer;
  /** The one way out to addresses that people configure. */
  egress: Egress;
  /** How the backups stand. */
  backups: BackupWatch;
  log: FastifyBaseLogger;
  /** The address that people and printed codes use, without a slash at the end. */
  publicUrl: string;
  /** Answers are held against their contracts to the last field; a bug is then a 500 (tests, development). */
  strict: boolean;
  /** Throws 401; never gives less than a full actor. */
  whoAsks(request: FastifyRequest): Promise<Actor>;
  /** Who came by a link. Throws 401 for nobody, 410 for a link that is over. */
  whoHolds(request: FastifyRequest, route: Route): Promise<Actor>;
}
