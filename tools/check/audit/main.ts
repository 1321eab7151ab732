import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { statement } from '#platform/sql.ts';
import { testServer } from '#test/server.ts';
import { TestShop } from '#test/tenant.ts';
import { throwawayDatabase } from '../database.ts';
import { type Figures, harness, type Run } from '../harness.ts';
import { type Chain, madeChain, sealerOf, verdictOn } from './chain.ts';
import { forgetting } from './forgetting.ts';
import { tamperings } from './tamperings.ts';

const lengthOf = statement<{ length: number }, object>(
  'checkAudit.length',
  'select count(*)::int as length from audit_seals where tenant_id = :tenant',
);

/** Tampers with a chain again and again, each time in a transaction that is taken back. */
async function attack(run: Run, chain: Chain, client: pg.Client) {
  const { tenantId } = chain.shop;
  const { length } = (await chain.shop.reading.first(lengthOf, {}))!;
  const figures = { tamperings: 0, found: 0, located: 0 };
  await client.query('create table audit_entries_kept as table audit_entries');
  await client.query('create table audit_seals_kept as table audit_seals');
  // Whoever has all the database's powers takes its rules away first.
  await client.query('drop index audit_seals_entry');
  for (let at = 0; at < run.count; at++) {
    const tamper = tamperings[at % tamperings.length]!;
    const done = await tamper({ client, tenantId, length, random: run.random });
    const { fault } = await verdictOn(chain);
    figures.tamperings++;
    if (fault) figures.found++;
    else run.fail(`${done.what} at ${done.seq}: not found`);
    const isThere = fault && fault.seq <= (done.untilSeq ?? done.seq) && fault.untilSeq >= done.seq;
    if (isThere) figures.located++;
    else if (fault) run.fail(`${done.what} at ${done.seq}: pointed at ${JSON.stringify(fault)}`);
    await putBack(client, tenantId);
  }
  return figures;
}

async function putBack(client: pg.Client, tenantId: string): Promise<void> {
  for (const table of ['audit_entries', 'audit_seals']) {
    await client.query(`delete from ${table} where tenant_id = $1`, [tenantId]);
    await client.query(`insert into ${table} select * from ${table}_kept where tenant_id = $1`, [
      tenantId,
    ]);
  }
}

async function soundness(run: Run, chain: Chain, when: string): Promise<void> {
  const { fault, entries } = await verdictOn(chain);
  if (fault) run.fail(`the untouched chain is not whole ${when}: ${JSON.stringify(fault)}`);
  if (entries !== chain.entries) run.fail(`${chain.entries} sealed, ${entries} found ${when}`);
}

await harness('audit', { short: 50, long: 1000 }, async (run): Promise<Figures> => {
  const database = await throwawayDatabase();
  const client = new pg.Client(database.superuser);
  const anchorsDir = mkdtempSync(join(tmpdir(), 'jingming-anchors-'));
  try {
    await client.connect();
    const shop = await TestShop.open();
    const sealer = sealerOf(shop, anchorsDir);
    const chain = await madeChain(shop, run.isLong ? 60 : 12);
    await sealer.stop();
    await soundness(run, chain, 'at first');
    const figures = await attack(run, chain, client);
    await soundness(run, chain, 'after everything was put back');
    const forgotten = await forgetting(run, chain);
    await soundness(run, chain, 'after a person was forgotten');
    const { entries, lagMsMax } = chain;
    return { entries, ...figures, forgotten, unsealedLagMsMax: lagMsMax };
  } finally {
    await client.end();
    rmSync(anchorsDir, { recursive: true, force: true });
    await chainEnd();
    await database.end();
  }
});

/** The program of this process lets go of the database before it is thrown away. */
async function chainEnd(): Promise<void> {
  const { app, database } = await testServer();
  await app.http.close();
  await database.close();
}
