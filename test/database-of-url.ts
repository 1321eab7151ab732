import { randomBytes } from 'node:crypto';
import { type Endpoint, withClient } from '#database/embedded/connect.ts';
import { databaseName, type Logins, prepareDatabase } from '#database/embedded/roles.ts';
import type { Secret } from '#database/embedded/secrets.ts';

const mark = 'made by tests, may be dropped';
const drawn = (user: string): Secret => ({
  user,
  password: randomBytes(24).toString('base64url'),
});

/**
 * The run's database on any PostgreSQL 18, by the address of one who may make roles and databases there
 * (`TEST_DATABASE_URL=postgres://postgres:…@localhost:5432/postgres`). It has to hold no house of its own.
 * @throws Error where it does
 */
export async function databaseOfUrl(address: string) {
  const { hostname: host, port, username, password } = new URL(address);
  const endpoint: Endpoint = { host, port: Number(port || 5432) };
  const superuser = {
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
  const logins: Logins = {
    superuser,
    owner: drawn('jingming_owner'),
    app: drawn('jingming_app'),
    report: drawn('jingming_report'),
  };
  const above = { ...endpoint, ...superuser, database: 'postgres' };
  await clear(above, logins);
  await prepareDatabase(endpoint, logins, true);
  await withClient(above, (client) =>
    client.query(`comment on database ${databaseName} is '${mark}'`),
  );
  const as = (login: Secret) => ({ ...endpoint, ...login, database: databaseName });
  return {
    ownerConfig: as(logins.owner),
    appConfig: as(logins.app),
    stop: () => clear(above, logins),
  };
}

/** Takes away what a run made, one that broke off included. */
async function clear(above: Parameters<typeof withClient>[0], { owner, app, report }: Logins) {
  await withClient(above, async (client) => {
    const { rows } = await client.query<{ name: string; mark: string | null }>(
      `select d.datname as name, shobj_description(d.oid, 'pg_database') as mark from pg_database d
        where d.datname = $1 or pg_get_userbyid(d.datdba) = $2 order by d.datname`,
      [databaseName, owner.user],
    );
    const whole = rows.find(({ name }) => name === databaseName);
    if (whole && whole.mark !== mark)
      throw new Error(
        `that server holds a database ${databaseName} that no test made: use another`,
      );
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
    for (const { user } of [owner, app, report]) await client.query(`drop role if exists ${user}`);
  });
}
