import type pg from 'pg';

/** How the queue is filled. */
export interface Queue {
  tenantId: string;
  messages: number;
  /** Of those who are written to, so many refuse advertisements while it runs: the ones whose turn comes last. */
  refusing: number;
}

const ours = 'bench · paced';

/** Takes away what an earlier run left. */
export async function emptied(owner: pg.Client, tenantId: string): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query("delete from tasks where tenant_id = $1 and name like 'messages.%'", [
    tenantId,
  ]);
  const mine = 'select id from messages where tenant_id = $1 and template = $2';
  await owner.query(`delete from outbox where tenant_id = $1 and id in (${mine})`, [
    tenantId,
    ours,
  ]);
  await owner.query('delete from messages where tenant_id = $1 and template = $2', [
    tenantId,
    ours,
  ]);
  await owner.query('vacuum analyze tasks');
  await owner.query('vacuum analyze outbox');
}

/**
 * Advertisements to the house's persons in turn, as `queueMessage` writes them, in a few statements: the message, what has
 * to leave, and the errand. Everybody agreed to them, at any hour and as many as there are; a tenth of a second apart.
 */
export async function queued(owner: pg.Client, { tenantId, messages, refusing }: Queue) {
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  await owner.query(
    `insert into settings (tenant_id, org_path, key, value, updated_at)
     select $1, path, 'messages.cap', '{"most": 1000000, "days": 30}', now() from org_units where tenant_id = $1 and parent_id is null
     on conflict (tenant_id, org_path, key) do update set value = excluded.value`,
    [tenantId],
  );
  await owner.query(
    `create temp table written_to as
     select id, org_unit_id, org_path, phone, row_number() over (order by id) - 1 as nth
       from customers where tenant_id = $1 and kind = 'person' and merged_into_id is null and preferred_channel <> 'none'
      order by id limit $2`,
    [tenantId, messages],
  );
  await owner.query(
    `update customers set call_from = '00:00', call_until = '23:59:59'
      where tenant_id = $1 and id in (select id from written_to) and call_from is null`,
    [tenantId],
  );
  await owner.query(
    `insert into consents (tenant_id, id, customer_id, purpose, channel, given, evidence, at)
     select $1, uuidv7(), id, 'marketing', 'any', true, '进厂登记时当面同意', now() from written_to`,
    [tenantId],
  );
  await owner.query(
    `create temp table writings as
     select uuidv7() as id, w.org_unit_id, w.org_path, w.phone, w.nth, now() - interval '1 hour' + k * interval '1 millisecond' as at, k
       from generate_series(0, $1::int - 1) k
       join written_to w on w.nth = k % (select count(*) from written_to)`,
    [messages],
  );
  await owner.query(
    `insert into messages (tenant_id, id, org_unit_id, org_path, customer_id, direction, channel, purpose, template, address, body, state,
       provider_template, template_values, created_at, updated_at)
     select $1, id, org_unit_id, org_path, id_of, 'out', 'sms', 'marketing', $2, phone, '景明汽修：周末免费检测，凭此短信到店。', 'queued', 'SMS_100',
       '[["place", "武昌店"]]', at, at
       from (select w.id, w.org_unit_id, w.org_path, w.phone, w.at, c.id as id_of from writings w join written_to c on c.nth = w.nth) w order by at`,
    [tenantId, ours],
  );
  await owner.query(
    `insert into outbox (tenant_id, id, channel, payload, next_try_at, created_at)
     select $1, id, 'sms', jsonb_build_object('messageId', id), at, at from writings order by at`,
    [tenantId],
  );
  await owner.query(
    `insert into tasks (id, tenant_id, name, data, run_at, created_at, is_errand, is_bulk)
     select uuidv7(), $1, 'messages.deliver', jsonb_build_object('messageId', id), at, at, true, true from writings order by at`,
    [tenantId],
  );
  const { rows } = await owner.query<{ id: string }>(
    'select id from written_to order by nth desc limit $1',
    [refusing],
  );
  await owner.query('drop table writings, written_to');
  for (const table of ['messages', 'outbox', 'tasks', 'consents'])
    await owner.query(`analyze ${table}`);
  return rows.map(({ id }) => id);
}

/** Lets the queue rest, or go on: what rests is not due before tomorrow. */
export async function resting(owner: pg.Client, tenantId: string, isResting: boolean) {
  const [from, change] = isResting
    ? ['run_at <= now()', "run_at + interval '1 day'"]
    : ["run_at > now() + interval '12 hours'", "run_at - interval '1 day'"];
  await owner.query(
    `update tasks set run_at = ${change} where tenant_id = $1 and name = 'messages.deliver' and ${from}`,
    [tenantId],
  );
  await owner.query('vacuum analyze tasks');
}

/** What came of the queue. */
export interface Outcome {
  states: Record<string, number>;
  waiting: number;
}
export async function outcomeOf(owner: pg.Client, tenantId: string): Promise<Outcome> {
  const { rows } = await owner.query<{ state: string; many: number }>(
    'select state, count(*)::int as many from messages where tenant_id = $1 and template = $2 group by 1 order by 1',
    [tenantId, ours],
  );
  const { rows: left } = await owner.query<{ waiting: number }>(
    "select count(*)::int as waiting from tasks where tenant_id = $1 and name = 'messages.deliver'",
    [tenantId],
  );
  return {
    states: Object.fromEntries(rows.map(({ state, many }) => [state, many])),
    waiting: left[0]!.waiting,
  };
}

/** Messages to these customers. */
export async function messagesTo(owner: pg.Client, tenantId: string, customerIds: string[]) {
  const { rows } = await owner.query<{ id: string; state: string }>(
    'select id, state from messages where tenant_id = $1 and template = $2 and customer_id = any($3)',
    [tenantId, ours, customerIds],
  );
  return rows;
}
