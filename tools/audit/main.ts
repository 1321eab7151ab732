import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signerFrom } from '#platform/audit/signing.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig, secretIn } from '#platform/config.ts';
import { reachReading } from './reach.ts';
import { verifyTenants } from './verify.ts';
import { faultWords } from './words.ts';

// npm run audit -- verify [--tenant id|code] [--anchors folder] [--key publicKey]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tenant: { type: 'string' }, anchors: { type: 'string' }, key: { type: 'string' } },
});
if (positionals[0] !== 'verify') {
  console.error('npm run audit -- verify [--tenant id|code] [--anchors folder] [--key publicKey]');
  process.exit(2);
}

const config = readConfig(process.env);
const anchorsDir = values.anchors ?? join(config.dataDir, 'anchors');
const publicKey = values.key ?? ownPublicKey();
if (!existsSync(anchorsDir)) {
  console.error(
    `没有库外存证 ${anchorsDir}：末尾是否被截断无法判断 / no anchors: a cut tail cannot be told`,
  );
}

const { database, end } = await reachReading(config);
let broken = 0;
try {
  const asked = { tenant: values.tenant, anchorsDir, publicKey };
  for await (const verdict of verifyTenants(database, systemClock.now(), asked)) {
    const { tenantId, name, entries, exported, anchors, foreign, fault } = verdict;
    const facts = { tenantId, entries, exported, anchors, foreign, fault: fault ?? null };
    if (fault) {
      broken++;
      console.error(`✗ ${name}: ${faultWords[fault.what]}`);
    } else {
      const apart = exported ? `，另有 ${exported} 条已导出 / ${exported} more were exported` : '';
      console.log(
        `✓ ${name}: 链完整，共 ${entries} 条 / the chain is whole, ${entries} entries${apart}`,
      );
    }
    console.log(JSON.stringify(facts));
  }
} finally {
  await end();
}
process.exitCode = broken > 0 ? 1 : 0;

/** Whoever verifies elsewhere gives the key that was printed; here it is the installation's own. */
function ownPublicKey(): string {
  if (existsSync(join(config.dataDir, 'secret', 'audit.key')))
    return signerFrom(secretIn(config.dataDir, 'audit')).publicKey;
  console.error(
    '找不到签名密钥 secret/audit.key，请用 --key 给出公钥 / give the public key by --key',
  );
  process.exit(2);
}
