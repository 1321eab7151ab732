import type pg from 'pg';
import { configFor, type Endpoint, withClient } from './connect.ts';
import { StartRefusal } from './refusal.ts';
import { type Secret, scramVerifier } from './secrets.ts';

/** The one database of an embedded cluster. */
export const databaseName = 'jingming';

export interface Logins {
  readonly superuser: Secret;
  readonly owner: Secret;
  readonly app: Secret;
  readonly report: Secret;
}

const bare = 'login nosuperuser nobypassrls noreplication nocreaterole';

/**
 * Brings the three logins, the database and its extension to what they must be (D-05). It runs at
 * every start, so that a start that broke off is completed by the next one.
 */
export async function prepareDatabase(
  endpoint: Endpoint,
  logins: Logins,
  throwaway: boolean,
): Promise<void> {
  await withClient(configFor(endpoint, logins.superuser, 'postgres'), async (client) => {
    // Tests make a database each; outside them the owner has this one only.
    await ensureRole(client, logins.owner, `${bare} ${throwaway ? 'createdb' : 'nocreatedb'}`);
    await ensureRole(client, logins.app, `${bare} nocreatedb`);
    await ensureRole(client, logins.report, `${bare} nocreatedb`);
    await client.query(`alter role ${logins.report.user} set default_transaction_read_only = on`);
    await client.query(`alter role ${logins.report.user} set statement_timeout = '60s'`);
    await ensureDatabase(client, logins);
  });
  await withClient(configFor(endpoint, logins.superuser, databaseName), async (client) => {
    // Beforehand, since in a database copied from a template only its owner may add it.
    await client.query('create extension if not exists btree_gin');
    await client.query('create extension if not exists btree_gist');
    // Search by grams: row-level security lets an index serve only what cannot leak, and `@>` on text tells nothing.
    await client.query('alter function arraycontains(anyarray, anyarray) leakproof');
    await client.query(`grant usage on schema public to ${logins.app.user}, ${logins.report.user}`);
  });
}

async function ensureRole(client: pg.Client, login: Secret, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login.user]);
  const verb = rowCount ? 'alter' : 'create';
  // The password again each time: after a lost file the new one must hold.
  await client.query(
    `${verb} role ${login.user} ${attributes} password '${scramVerifier(login.password)}'`,
  );
}

async function ensureDatabase(client: pg.Client, logins: Logins): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [
    databaseName,
  ]);
  if (!rowCount) await client.query(`create database ${databaseName} owner ${logins.owner.user}`);
  await client.query(`revoke all on database ${databaseName} from public`);
  const users = [logins.app.user, logins.report.user].join(', ');
  await client.query(`grant connect on database ${databaseName} to ${users}`);
}

/** Refuses to work on a server that could lose what it acknowledged (D-80). */
export async function assertSafe(endpoint: Endpoint, superuser: Secret): Promise<void> {
  const { rows } = await withClient(configFor(endpoint, superuser, 'postgres'), (client) =>
    client.query(
      `select name from pg_settings
       where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
         and setting <> 'on'`,
    ),
  );
  if (rows.length === 0) return;
  const names = rows.map((row) => row.name).join(', ');
  throw new StartRefusal(
    'cluster_unsafe',
    `数据库的安全写入设置被关闭（${names}），断电时可能丢失数据，因此不启动。`,
    `Safe writing is switched off (${names}); a power cut could lose data, so we do not start.`,
  );
}
