import pg from 'pg';
import { beginMonths, monthlyTables } from '#database/months/begin.ts';

/** Lets the tables of a database lie by month, as the owner of a large house does. */
export async function layByMonth(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    for (const table of monthlyTables) await beginMonths(client, table);
  } finally {
    await client.end();
  }
}
