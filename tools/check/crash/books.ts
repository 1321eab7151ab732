import type { Look } from './traces.ts';

/** What must hold of a shop's books at any moment: each statement shows the rows that break it. */
const rules: Readonly<Record<string, string>> = {
  'payments, settled total and approved lines are one sum': `
    select o.number, o.settled_fen, p.paid, l.agreed, o.approved_fen from service_orders o
      left join lateral (select coalesce(sum(amount_fen), 0) as paid from payments p where p.order_id = o.id) p on true
      left join lateral (select coalesce(sum(labour_fen + parts_fen), 0) as agreed from job_lines l
                          where l.order_id = o.id and l.answer = 'approved' and l.payer = 'customer') l on true
     where coalesce(o.settled_fen, 0) <> p.paid or o.approved_fen <> l.agreed
        or (o.state in ('settled', 'delivered')) <> (o.settled_fen is not null)`,
  'an order stands where its steps led it, each from where the one before ended': `
    select o.number, o.state, s.step, s.from_state, s.before, s.to_state from service_orders o
      join (select order_id, step, from_state, to_state,
                   lag(to_state) over way as before, lead(id) over way as next
              from order_steps window way as (partition by order_id order by order_version)) s on s.order_id = o.id
     where (s.before is not null and s.before <> s.from_state) or (s.next is null and s.to_state <> o.state)`,
  'an order without steps': `
    select number from service_orders o where not exists (select from order_steps s where s.order_id = o.id)`,
  'a certificate exactly for what is ready': `
    select o.number, o.state, count(c.id) from service_orders o left join release_certificates c on c.order_id = o.id
     group by o.number, o.state
    having count(c.id) <> case when o.state in ('ready', 'settled', 'delivered') then 1 else 0 end`,
  'numbers are unique and without a gap, and the counter stands at the last (D-14)': `
    with numbered as (
      select 'serviceOrder' as kind, org_unit_id, number from service_orders
      union all select 'releaseCertificate', org_unit_id, number from release_certificates
      union all select 'complaint', org_unit_id, number from complaints),
    counted as (
      select kind, org_unit_id, substring(number from '\\d{6}') as period, count(*) as given,
             count(distinct number) as different, max(substring(number from '-(\\d+)$')::int) as highest
        from numbered group by 1, 2, 3)
    select * from counted
      full join (select * from counters where period ~ '^\\d{6}$') c using (kind, org_unit_id, period)
     where value is distinct from given or value is distinct from different or value is distinct from highest`,
  'each delivered order has its follow-ups, or the task that plans them': `
    select o.number, f.planned, t.waiting from service_orders o
      left join lateral (select count(*) as planned from follow_ups f where f.order_id = o.id) f on true
      left join lateral (select count(*) as waiting from tasks t
                          where t.name = 'followUps.planAfterDelivery' and t.data->>'orderId' = o.id::text) t on true
     where (o.state = 'delivered' and not (f.planned = 2 and t.waiting = 0 or f.planned = 0 and t.waiting = 1))
        or (o.state <> 'delivered' and f.planned + t.waiting > 0)`,
  'each queued message lies in the outbox, with a task that takes it out': `
    select m.id, m.state, o.state, t.waiting from messages m
      left join outbox o on o.id = m.id
      left join lateral (select count(*) as waiting from tasks t
                          where t.name = 'messages.deliver' and t.data->>'messageId' = m.id::text) t on true
     where not (m.state = 'queued' and o.state = 'pending' and t.waiting >= 1
             or m.state = 'sent' and o.state = 'delivered' and t.waiting = 0)`,
  'a message is told sent once': `
    select m.id, count(a.id) from messages m left join audit_entries a on a.about_id = m.id and a.event = 'message.sent'
     group by m.id, m.state having count(a.id) <> case when m.state = 'sent' then 1 else 0 end`,
  'a ledger account is the sum of its entries, and stands where the last one left it (D-11)': `
    select a.id, a.kind, a.balance, e.total, e.last from ledger_accounts a
      left join lateral (select coalesce(sum(amount), 0) as total, (array_agg(balance_after order by place desc))[1] as last
                           from ledger_entries e where e.account_id = a.id) e on true
     where a.balance <> e.total or a.balance is distinct from coalesce(e.last, 0)`,
  'no answer is kept half': `select key from idempotency_keys where status = 0`,
  'no task failed for good': `select name, last_error from tasks where attempts >= 10`,
};

/** Each broken rule with the first row that shows it; a table of its own that joins later adds its rule here. */
export async function brokenRules(look: Look): Promise<string[]> {
  const broken: string[] = [];
  for (const [rule, text] of Object.entries(rules)) {
    const rows = await look(text);
    if (rows.length > 0) broken.push(`${rule}: ${rows.length} ×, ${JSON.stringify(rows[0])}`);
  }
  return broken;
}

const sentMessages = `
  select m.id, m.body as marker, o.state from messages m join outbox o on o.id = m.id`;

/** The outbox against what the other side accepted: nothing that did not happen, nothing lost, always one id (G-04). */
export async function brokenDeliveries(
  look: Look,
  accepted: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const broken: string[] = [];
  const rows = await look(sentMessages);
  const ours = new Map(rows.map((row) => [String(row.id), row]));
  for (const [id, markers] of accepted) {
    const message = ours.get(id);
    if (!message) broken.push(`mail ${id} went out for a message that was never committed`);
    else if (markers.some((marker) => marker !== message.marker)) {
      broken.push(`mail ${id} went out with other words: ${markers.join(', ')}`);
    }
  }
  for (const { id, state } of rows) {
    if (state === 'delivered' && !accepted.has(String(id)))
      broken.push(`message ${id} is marked delivered, but nobody accepted it`);
  }
  return broken;
}

export const undelivered = async (look: Look): Promise<number> =>
  Number((await look(`select count(*)::int as n from outbox where state <> 'delivered'`))[0]!.n);

export const waitingTasks = async (look: Look): Promise<number> =>
  Number((await look(`select count(*)::int as n from tasks where run_at <= now()`))[0]!.n);
