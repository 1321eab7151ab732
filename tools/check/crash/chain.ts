import { join } from 'node:path';
import { signerFrom } from '#platform/audit/signing.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig, secretIn } from '#platform/config.ts';
import { reachReading } from '#tools/audit/reach.ts';
import { verifyTenants } from '#tools/audit/verify.ts';
import type { Look } from './traces.ts';

/** The audit chain as it lies there, read as `npm run audit -- verify` does, beside the running program (G-41). */
export async function brokenChain(dataDir: string): Promise<string[]> {
  const config = readConfig({ DATA_DIR: dataDir });
  const { publicKey } = signerFrom(secretIn(dataDir, 'audit'));
  const { database, end } = await reachReading(config);
  const broken: string[] = [];
  try {
    const asked = { anchorsDir: join(dataDir, 'anchors'), publicKey };
    for await (const { fault } of verifyTenants(database, systemClock.now(), asked)) {
      if (fault) broken.push(`the audit chain is broken: ${JSON.stringify(fault)}`);
    }
  } finally {
    await end();
  }
  return broken;
}

export const unsealed = async (look: Look): Promise<number> =>
  Number((await look('select count(*)::int as n from audit_unsealed'))[0]!.n);
