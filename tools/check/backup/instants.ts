import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveUpToHere } from '#database/backup/base.ts';
import { type Contents, columnsOf, contentsOf, differences } from '#database/backup/contents.ts';
import { type Moment, momentOf } from '#database/backup/moment.ts';
import { asSuperuser } from '#database/backup/reach.ts';
import { type Restored, removeTarget, restore } from '#database/backup/restore.ts';
import { checkStructures } from '#database/backup/verify.ts';
import { knownMigrations } from '#database/migrate.ts';
import { systemClock } from '#platform/clock.ts';
import { throwawayDir } from '#test/process.ts';
import type { Run } from '../harness.ts';
import { type House, uploadFile } from './house.ts';

/** Notes so many instants while the house works, each with all that its tables held. */
export async function noteInstants(house: House, { count, random }: Run): Promise<Moment[]> {
  const moments: Moment[] = [];
  for (let number = 0; number < count; number++) {
    await uploadFile(house);
    await sleep(100 + random.whole(300));
    moments.push(await momentOf(house.running));
  }
  await sleep(300);
  await archiveUpToHere({ ...house, line: await house.line(), now: () => systemClock.now() });
  return moments;
}

/** Restores each noted instant and compares. @returns how many tables and rows were compared */
export async function restoreInstants(house: House, moments: readonly Moment[], run: Run) {
  let rows = 0;
  let slowestMs = 0;
  for (const [number, { at, contents }] of moments.entries()) {
    const began = performance.now();
    const restored = await restoreTo(house, at);
    slowestMs = Math.max(slowestMs, performance.now() - began);
    const found = await lookInto(restored);
    for (const table of differences(contents, found.contents)) {
      run.fail(`instant ${number} (${at.toISOString()}): ${table} differs`);
    }
    for (const file of found.filesLost) run.fail(`instant ${number}: file ${file} is not there`);
    rows += Object.values(found.contents).reduce((sum, table) => sum + table.rows, 0);
    await restored.stop();
    await removeTarget(restored.home);
  }
  return { rows, slowestMs };
}

/** A comparison that never differs would prove nothing. */
export function proveEyes(moments: readonly Moment[], run: Run): void {
  for (const [number, moment] of moments.entries()) {
    const before = moments[number - 1];
    if (before && differences(before.contents, moment.contents).length === 0) {
      run.fail(`the contents of instants ${number - 1} and ${number} are alike`);
    }
  }
}

async function restoreTo(house: House, at: Date): Promise<Restored> {
  return restore({
    from: house.backupDir,
    to: throwawayDir(),
    key: house.key,
    target: { kind: 'time', at },
    knownMigrations: await knownMigrations(),
    say: () => undefined,
  });
}

async function lookInto(restored: Restored): Promise<{ contents: Contents; filesLost: string[] }> {
  const { postmaster, order, home } = restored;
  const reach = { endpoint: postmaster.endpoint, superuser: order.superuser };
  return asSuperuser(reach, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const contents = await contentsOf(client, await columnsOf(client));
    const { rows } = await client.query("select sha256 from files where state = 'ready'");
    await client.query('commit');
    await checkStructures(client);
    const there = new Set(
      readdirSync(join(home.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).map((name) =>
        name.slice(-64),
      ),
    );
    return {
      contents,
      filesLost: rows.map((row) => row.sha256).filter((each) => !there.has(each)),
    };
  });
}
