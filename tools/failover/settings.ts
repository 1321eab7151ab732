import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeName } from './cluster.ts';

export const ports = {
  etcd: 23_790,
  etcdPeer: 23_800,
  rest: { db1: 28_008, db2: 28_009, db3: 28_010 },
  database: { db1: 25_432, db2: 25_433, db3: 25_434 },
  write: 25_000,
  read: 25_001,
  pooled: 26_432,
} as const;

/** On this machine's loopback for the length of a run. */
export const secrets = {
  superuser: 'super-here-only',
  replication: 'follow-here-only',
  app: 'app-here-only',
  owner: 'owner-here-only',
} as const;

/** A way to the house's database. */
export const addressOf = (user: 'owner' | 'app', port: number): string =>
  `postgresql://jingming_${user}:${secrets[user]}@127.0.0.1:${port}/jingming`;

const root = join(import.meta.dirname, '..', '..');
const textOf = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** What is delivered is what is tried: these stand where the containers have them. */
export const delivered = () => ({
  '/etc/patroni.yml': textOf('deploy', 'database', 'patroni.yml'),
  '/usr/local/bin/found': textOf('deploy', 'database', 'found.sh'),
  '/etc/jingming/roles.sql': textOf('database', 'roles.sql'),
});

/** What each node is told by its environment. */
export function nodeEnvironment(name: NodeName, folder: string): Record<string, string> {
  const rest = `127.0.0.1:${ports.rest[name]}`;
  const database = `127.0.0.1:${ports.database[name]}`;
  return {
    PATRONI_NAME: name,
    PATRONI_ETCD3_HOSTS: `127.0.0.1:${ports.etcd}`,
    PATRONI_RESTAPI_LISTEN: rest,
    PATRONI_RESTAPI_CONNECT_ADDRESS: rest,
    PATRONI_POSTGRESQL_LISTEN: database,
    PATRONI_POSTGRESQL_CONNECT_ADDRESS: database,
    PATRONI_POSTGRESQL_DATA_DIR: `${folder}/${name}`,
    PATRONI_POSTGRESQL_PGPASS: `${folder}/${name}.pgpass`,
    PATRONI_SUPERUSER_USERNAME: 'postgres',
    PATRONI_SUPERUSER_PASSWORD: secrets.superuser,
    PATRONI_REPLICATION_USERNAME: 'follower',
    PATRONI_REPLICATION_PASSWORD: secrets.replication,
    PATRONI_REWIND_USERNAME: 'rewinder',
    PATRONI_REWIND_PASSWORD: secrets.replication,
    JINGMING_OWNER_PASSWORD: secrets.owner,
    JINGMING_APP_PASSWORD: secrets.app,
  };
}

/** The delivered proxy with this machine's addresses, without the way to the web programs: the clients go there straight. */
export function haproxySettings(): string {
  const whole = textOf('deploy', 'database', 'haproxy.cfg');
  const ours = whole.slice(0, whole.indexOf('listen web'));
  return ours
    .replace('bind :5000', `bind 127.0.0.1:${ports.write}`)
    .replace('bind :5001', `bind 127.0.0.1:${ports.read}`)
    .replace(/(db\d):5432 check port 8008/g, (_, name: NodeName) => {
      return `127.0.0.1:${ports.database[name]} check port ${ports.rest[name]}`;
    });
}

/**
 * A pool that lends a connection for a transaction. What the program asks for at the beginning of a connection is left out
 * here and set on its role instead (docs/scaling.md).
 */
export const pgbouncerSettings = (folder: string): string => `
[databases]
jingming = host=127.0.0.1 port=${ports.write} dbname=jingming
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ports.pooled}
auth_type = scram-sha-256
auth_file = ${folder}/users.txt
pool_mode = transaction
max_prepared_statements = 500
default_pool_size = 20
max_client_conn = 400
server_login_retry = 1
server_connect_timeout = 3
query_wait_timeout = 8
unix_socket_dir =
logfile = ${folder}/pgbouncer.log
pidfile = ${folder}/pgbouncer.pid
ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout,extra_float_digits
`;
