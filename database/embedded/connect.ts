import pg from 'pg';
import type { Secret } from './secrets.ts';

/** What a `pg` client or pool needs; spread it into its options. */
export interface ConnectionConfig {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Where the server listens: a socket folder, or an address on Windows. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export function configFor(endpoint: Endpoint, secret: Secret, database: string): ConnectionConfig {
  return { ...endpoint, ...secret, database };
}

/** Runs some statements on a connection of their own, which ends with them. */
export async function withClient<T>(
  config: ConnectionConfig,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...config,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  // Without a listener a lost connection would end the process; the statement reports it anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
