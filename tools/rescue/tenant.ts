import { tenantByCode } from '#modules/organisation/server/index.ts';
import type { Database } from '#platform/database.ts';
import { Problem } from '#platform/problem.ts';

/** The company that was named, or the only one. @throws Problem `tenant_needed`, `tenant_unknown` */
export async function tenantCalled(database: Database, code: string | undefined): Promise<string> {
  const { rows } = await database.global(tenantByCode, [code ?? null]);
  if (rows.length > 1) throw new Problem(422, 'tenant_needed');
  if (!rows[0]) throw new Problem(404, 'tenant_unknown');
  return rows[0].id as string;
}
