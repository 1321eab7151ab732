import pg from 'pg';
import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import { orderLifecycle } from '#modules/service-orders/lifecycle.ts';

/** What must hold of the data whatever was sent; each names the records that break it. */
const rules: Readonly<Record<string, string>> = {
  'an order was agreed to line by line': `
    select o.id from service_orders o where o.tenant_id = $1 and o.state not in ('received', 'inspected')
       and o.approved_fen <> (select coalesce(sum(l.labour_fen + l.parts_fen), 0) from job_lines l
            where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved' and l.payer = 'customer')`,
  'what was settled was paid': `
    select o.id from service_orders o where o.tenant_id = $1 and o.settled_fen is not null
       and o.settled_fen <> (select coalesce(sum(p.amount_fen), 0) from payments p
            where p.tenant_id = o.tenant_id and p.order_id = o.id)`,
  'nobody paid for what is not settled': `
    select p.id from payments p join service_orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
     where p.tenant_id = $1 and o.settled_fen is null`,
  'no delivery without a certificate': `
    select o.id from service_orders o where o.tenant_id = $1 and o.state = 'delivered' and o.kind <> 'enquiry'
       and exists (select from order_steps s where s.tenant_id = o.tenant_id and s.order_id = o.id and s.step = 'deliver')
       and not exists (select from release_certificates c where c.tenant_id = o.tenant_id and c.order_id = o.id)`,
  'every step begins where the one before it ended': `
    select id from (select order_id as id, from_state, to_state,
             lag(to_state) over (partition by order_id order by order_version) as before
        from order_steps where tenant_id = $1) s
     where before is not null and before <> from_state`,
  'an order stands where its last step led': `
    select o.id from service_orders o
      join lateral (select to_state from order_steps s where s.tenant_id = o.tenant_id and s.order_id = o.id
                    order by s.order_version desc limit 1) last on true
     where o.tenant_id = $1 and o.state <> last.to_state`,
  'no date lies outside of 1900 to 2200': `
    select id from service_orders where tenant_id = $1
       and (promised_at < '1900-01-01' or promised_at > '2200-12-31')`,
  'every list that was begun has come to an end': `
    select id from import_batches where tenant_id = $1 and state in ('reading', 'judging')`,
  'no task was given up by a bug': `
    select name || ': ' || last_error as id from tasks where tenant_id = $1 and attempts > 0 and name not like 'messages.%'`,
};

/** Names of the rules that do not hold, with the first records that break them. */
export async function brokenInvariants(
  superuser: ConnectionConfig,
  tenantId: string,
): Promise<string[]> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const broken: string[] = [];
    for (const [name, text] of Object.entries(rules)) {
      const { rows } = await client.query(text, [tenantId]);
      if (rows.length > 0) broken.push(`${name}: ${rows.length}, as ${rows[0].id}`);
    }
    const { rows } = await client.query(
      'select distinct step, from_state, to_state from order_steps where tenant_id = $1',
      [tenantId],
    );
    const unknown = rows.filter((each) => !isEdge(each));
    if (unknown.length > 0)
      broken.push(`a step that no life cycle has: ${JSON.stringify(unknown)}`);
    return broken;
  } finally {
    await client.end();
  }
}

/** What is only noted beside the order moves nothing; the first entry comes from nowhere. */
function isEdge(taken: { step: string; from_state: string; to_state: string }): boolean {
  if (taken.from_state === taken.to_state || taken.from_state === '') return true;
  const edge = Object.entries(orderLifecycle.steps).find(([step]) => step === taken.step)?.[1];
  return edge?.to === taken.to_state && (edge.from as readonly string[]).includes(taken.from_state);
}

/** What the database is doing for the program, for whoever looks for a connection that was not given back. */
export async function underWay(superuser: ConnectionConfig): Promise<string> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const { rows } = await client.query(
      `select state, left(query, 200) as query from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    return JSON.stringify(rows);
  } finally {
    await client.end();
  }
}
