import type { NodeName } from './cluster.ts';

export const ports = {
  etcd: 23_790,
  etcdPeer: 23_800,
  rest: { node1: 28_008, node2: 28_009, node3: 28_010 },
  database: { node1: 25_432, node2: 25_433, node3: 25_434 },
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

/**
 * A node. Short times: 20 s is the least that Patroni gives a leader's lease. Synchronous, so that what was acknowledged
 * stands on two nodes; not strictly, so that the last one left goes on.
 */
export const nodeSettings = (name: NodeName, folder: string): string => `
scope: jingming
name: ${name}
restapi: {listen: '127.0.0.1:${ports.rest[name]}', connect_address: '127.0.0.1:${ports.rest[name]}'}
etcd3: {hosts: '127.0.0.1:${ports.etcd}'}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    synchronous_mode: true
    failsafe_mode: true
    postgresql:
      use_pg_rewind: true
      use_slots: true
      parameters: {wal_level: logical, wal_log_hints: 'on', max_connections: 200, max_wal_senders: 10, hot_standby_feedback: 'on'}
  initdb: [encoding: UTF8, data-checksums, locale-provider: builtin, builtin-locale: C.UTF-8, locale: C]
postgresql:
  listen: 127.0.0.1:${ports.database[name]}
  connect_address: 127.0.0.1:${ports.database[name]}
  data_dir: ${folder}/${name}
  bin_dir: /usr/lib/postgresql/18/bin
  pgpass: ${folder}/${name}.pgpass
  pg_hba: ['local all all peer', 'host all all 127.0.0.1/32 scram-sha-256', 'host replication all 127.0.0.1/32 scram-sha-256']
  parameters: {unix_socket_directories: '${folder}'}
  authentication:
    superuser: {username: postgres, password: ${secrets.superuser}}
    replication: {username: follower, password: ${secrets.replication}}
    rewind: {username: rewinder, password: ${secrets.replication}}
`;

const servers = (check: string) =>
  (['node1', 'node2', 'node3'] as const)
    .map(
      (name) =>
        `  server ${name} 127.0.0.1:${ports.database[name]} check port ${ports.rest[name]} ${check}`,
    )
    .join('\n');

/** One port leads to who leads, another to who follows closely; a change of them cuts what went to the former. */
export const haproxySettings = (): string => `
global
  maxconn 1000
defaults
  mode tcp
  timeout connect 3s
  timeout client 30m
  timeout server 30m
  timeout check 2s
  default-server inter 1s fall 2 rise 1 init-state down on-marked-down shutdown-sessions
listen write
  bind 127.0.0.1:${ports.write}
  option httpchk OPTIONS /primary
  http-check expect status 200
${servers('')}
listen read
  bind 127.0.0.1:${ports.read}
  option httpchk OPTIONS /replica?lag=16MB
  http-check expect status 200
${servers('')}
`;

/**
 * A pool that lends a connection for a transaction. What the program asks for at the beginning of a connection is left out
 * here and set on its role instead.
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
