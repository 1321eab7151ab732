import type pg from 'pg';
import { headOfDropped } from '#platform/audit/dropped-months.ts';
import type { Signer } from '#platform/audit/signing.ts';
import { addMonths } from '#shared/dates.ts';
import type { MonthlyTable } from './begin.ts';
import { type MonthManifest, overPart, proveExport } from './export.ts';
import type { Part } from './parts.ts';
import { MonthsRefused } from './refusal.ts';

/** How long the rows of a month stay in the database at least, counted from the month's end. */
export const keptMonths: Readonly<Record<MonthlyTable, { months: number; source: string }>> = {
  audit_entries: {
    months: 36,
    source:
      '《个人信息保护法》第五十六条：处理情况记录至少保存三年；《网络安全法》：网络日志不少于六个月',
  },
  messages: { months: 36, source: '《民法典》第一百八十八条：诉讼时效三年' },
};

/**
 * Takes an exported month out of the database: only what was proved to be in the file, is old enough, sealed and
 * proved (audit), and neither held nor pointed at (messages). What was dropped is noted, signed by the audit's key.
 * @throws MonthsRefused and drops nothing
 */
export async function dropMonth(
  client: pg.Client,
  asked: { table: MonthlyTable; month: string; folder: string; now: Date; signer: Signer },
): Promise<MonthManifest> {
  const { table, month, folder, now, signer } = asked;
  const part = await overPart(client, table, month, now);
  refuseYoung(table, month, now);
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '10s'`);
    // Nobody adds to a month that is over; who holds a row of it is waited for.
    await client.query(`lock table months.${part.name} in share row exclusive mode`);
    const manifest = await proveExport(client, part, folder);
    for (const tenantId of await tenantsIn(client, part)) {
      await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
      await refuse[table](client, part, tenantId);
    }
    await takeAway(client, part);
    const signature = signer.sign(headOfDropped({ tableName: table, ...manifest }));
    await client.query(
      `insert into dropped_months (table_name, month, rows, sha256, dropped_at, signature)
       values ($1, $2, $3, $4, $5, $6)`,
      [table, `${month}-01`, manifest.rows, manifest.sha256, now, signature],
    );
    await client.query('commit');
    return manifest;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function refuseYoung(table: MonthlyTable, month: string, now: Date): void {
  const { months, source } = keptMonths[table];
  const from = addMonths(`${month}-01`, months + 1);
  if (now.toISOString().slice(0, 10) >= from) return;
  throw new MonthsRefused(
    'too_young',
    `${month} 要保留到 ${from}（满 ${months} 个月）：${source}。`,
    `${month} stays until ${from} (${months} months).`,
  );
}

const tenantsIn = async (client: pg.Client, { name }: Part): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `select distinct tenant_id as id from months.${name}`,
  );
  return rows.map(({ id }) => id);
};

/** What has to be true of a tenant's rows of the month; the tenant is set. */
const refuse: Record<
  MonthlyTable,
  (client: pg.Client, part: Part, tenantId: string) => Promise<void>
> = {
  audit_entries: async (client, { name }, tenantId) => {
    const { rows } = await client.query<{ isProved: boolean }>(
      `select h.fault is null and h.verified_seq >= s.last and s.sealed = e.entries as "isProved"
         from (select count(*) as entries from months.${name} where tenant_id = $1) as e,
              (select count(*) as sealed, coalesce(max(seq), 0) as last from audit_seals
                where tenant_id = $1 and entry_id in (select id from months.${name} where tenant_id = $1)) as s
         left join audit_heads h on h.tenant_id = $1`,
      [tenantId],
    );
    if (rows[0]?.isProved) return;
    throw new MonthsRefused(
      'not_proved',
      `租户 ${tenantId} 这个月的审计记录还没有全部封存并核验通过。请等夜间核验，或先看 npm run audit -- verify。`,
      `Not all of that month's audit entries of tenant ${tenantId} are sealed and proved. See npm run audit -- verify.`,
    );
  },
  messages: async (client, { name }, tenantId) => {
    const { rows } = await client.query<{ isHeld: boolean }>(
      `select exists (select from months.${name} where tenant_id = $1 and customer_id is not null
                         and customer_is_held(customer_id)) as "isHeld"`,
      [tenantId],
    );
    if (!rows[0]!.isHeld) return;
    throw new MonthsRefused(
      'held',
      `租户 ${tenantId} 这个月的消息里有证据保全中的客户，不能删除。保全解除后再试。`,
      `Messages of that month to customers of tenant ${tenantId} are held as evidence. Try again when the hold is lifted.`,
    );
  },
};

async function takeAway(client: pg.Client, { table, name }: Part): Promise<void> {
  try {
    await client.query(`alter table public.${table} detach partition months.${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error;
    throw new MonthsRefused(
      'still_pointed_at',
      `${name} 里还有被其他记录引用的行（例如活动名单），不能删除。`,
      `Rows of ${name} are still pointed at (by the list of a campaign, say); nothing was dropped.`,
    );
  }
  await client.query(`drop table months.${name}`);
}
