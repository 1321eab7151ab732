import { readableData } from '#platform/audit/reading-back.ts';
import { forgetSubject } from '#platform/audit/subject-keys.ts';
import { statement } from '#platform/sql.ts';
import type { Run } from '../harness.ts';
import type { Chain } from './chain.ts';

interface Kept {
  id: string;
  data: Record<string, unknown>;
}

const entriesAbout = statement<Kept, { aboutId: string }>(
  'checkAudit.entriesAbout',
  'select id, data from audit_entries where tenant_id = :tenant and about_id = :aboutId',
);
const keysOf = statement<{ sealedKey: string | null }, { subjectId: string }>(
  'checkAudit.keysOf',
  'select sealed_key from subject_keys where tenant_id = :tenant and subject_id = :subjectId',
);

/** A person is forgotten: what was readable of him before is not afterwards. @returns how many values */
export async function forgetting(run: Run, { shop, customerId }: Chain): Promise<number> {
  const rows = await shop.reading.rows(entriesAbout, { aboutId: customerId });
  const inTheOpen = JSON.stringify(rows).match(/13[89]0013\d{4}/g) ?? [];
  if (inTheOpen.length > 0) run.fail(`telephones stand open in the audit: ${inTheOpen.join(' ')}`);
  const before = await telephonesIn(shop, rows);
  if (before === 0) run.fail('no closed value could be read before');
  await shop.write((work) => forgetSubject(work, { type: 'customer', id: customerId }));
  const after = await telephonesIn(shop, rows);
  if (after > 0) run.fail(`${after} values are still readable after forgetting`);
  const keys = await shop.reading.rows(keysOf, { subjectId: customerId });
  if (keys.some(({ sealedKey }) => sealedKey !== null)) run.fail('the key is still there');
  return before;
}

async function telephonesIn(shop: Chain['shop'], rows: readonly Kept[]): Promise<number> {
  const data = await readableData(shop.reading, shop.host.secrets, rows);
  return (JSON.stringify([...data.values()]).match(/13[89]0013\d{4}/g) ?? []).length;
}
