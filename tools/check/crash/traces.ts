import type { Course } from './client.ts';
import { type Flow, type FlowKind, flowKinds, keyOf, type Step, stepsOf } from './flows.ts';

/** How often each thing that a flow leaves is there: rows, entries of the audit, kept answers, numbers. */
export type Traces = ReadonlyMap<string, number>;
/** Looks into the database in the shop's name, beside the program. */
export type Look = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * All that the transactions of people leave, by the marker of their flow. What tasks do afterwards is not among it
 * (`books.ts` looks after that): here everything appears at once or not at all.
 */
const tracesOfMarkers = `
  with subject as (
    select name as marker, id from customers where name = any($1)
    union all select c.name, v.id from vehicles v join customers c on c.id = v.owner_id where c.name = any($1)
    union all select customer_words, id from service_orders where customer_words = any($1)
    union all select complainant_name, id from complaints where complainant_name = any($1)
    union all select body, id from messages where body = any($1)
    union all select name, id from employees where name = any($1)
    union all select file_name, id from files where file_name = any($1)),
  trace as (
    select name as marker, 'customer' as part from customers where name = any($1)
    union all select s.marker, 'vehicle' from vehicles v join subject s using (id)
    union all select s.marker, 'owner' from vehicle_owners v join subject s on s.id = v.vehicle_id
    union all select s.marker, 'mileage ' || m.mileage_km from mileage_readings m join subject s on s.id = m.vehicle_id
    union all select customer_words, 'order' from service_orders where customer_words = any($1)
    union all select s.marker, 'step ' || t.step || ' ' || t.to_state from order_steps t join subject s on s.id = t.order_id
    union all select s.marker, 'line' from job_lines l join subject s on s.id = l.order_id
    union all select s.marker, 'answered' from job_lines l join subject s on s.id = l.order_id where l.answer <> 'open'
    union all select s.marker, 'line done' from job_lines l join subject s on s.id = l.order_id where l.done_at is not null
    union all select s.marker, 'inspection ' || i.gate from inspections i join subject s on s.id = i.order_id
    union all select s.marker, 'certificate' from release_certificates c join subject s on s.id = c.order_id
    union all select s.marker, 'payment ' || p.amount_fen from payments p join subject s on s.id = p.order_id
    union all select s.marker, 'promise ' || c.rule from commitments c join subject s on s.id = c.about_id
                where c.about_type in ('serviceOrder', 'complaint')
    union all select complainant_name, 'complaint' from complaints where complainant_name = any($1)
    union all select s.marker, 'entry ' || e.step from complaint_entries e join subject s on s.id = e.complaint_id
    union all select body, 'message' from messages where body = any($1)
    union all select s.marker, 'outbox' from outbox o join subject s using (id)
    union all select name, 'employee' from employees where name = any($1)
    union all select s.marker, 'role' from role_grants g join subject s on s.id = g.employee_id
    union all select file_name, 'file ' || state from files where file_name = any($1)
    union all select s.marker, 'audit ' || a.event || coalesce(' ' || (a.data->>'step'), '')
      from audit_entries a join subject s on s.id = a.about_id where a.actor_kind = 'user')
  select marker, part, count(*)::int as n from trace group by marker, part`;
const keysKept = `select key, status from idempotency_keys where actor_id = $1 and key = any($2)`;

/** By marker; a flow that left nothing has no entry. */
export async function tracesOf(
  look: Look,
  actorId: string,
  flows: readonly Flow[],
): Promise<Map<string, Traces>> {
  const found = new Map<string, Map<string, number>>();
  const add = (marker: string, part: string, n: number) => {
    const traces = found.get(marker) ?? new Map<string, number>();
    found.set(marker, traces.set(part, n));
  };
  for (const { marker, part, n } of await look(tracesOfMarkers, [
    flows.map(({ marker }) => marker),
  ])) {
    add(String(marker), String(part), Number(n));
  }
  const markers = new Map(
    flows.flatMap((flow) => stepsOf(flow).map((step) => [keyOf(flow, step), flow.marker])),
  );
  for (const { key, status } of await look(keysKept, [actorId, [...markers.keys()]])) {
    const name = String(key).split('/')[1];
    add(markers.get(String(key))!, `key ${name} ${status}`, 1);
  }
  return found;
}

export const nothing: Traces = new Map();

/** What a step adds, as one calm pass of its flow has shown. */
export class Lessons {
  private readonly added = new Map<string, Traces>();

  learn(flow: Flow, step: Step, before: Traces, after: Traces): void {
    const added = [...after].map(([part, n]) => [part, n - (before.get(part) ?? 0)] as const);
    this.added.set(
      `${flow.kind} ${step.name}`,
      new Map(added.filter(([, difference]) => difference !== 0)),
    );
  }

  /** What these steps of a flow leave together. */
  expected(flow: Flow, steps: readonly Step[]): Traces {
    const sum = new Map<string, number>();
    for (const step of steps) {
      for (const [part, n] of this.added.get(`${flow.kind} ${step.name}`)!) {
        sum.set(part, (sum.get(part) ?? 0) + n);
      }
    }
    return sum;
  }

  /** The kinds of which a pass was seen whole. */
  get isComplete(): boolean {
    return flowKinds.every((kind: FlowKind) =>
      stepsOf({ kind }).every(({ name }) => this.added.get(`${kind} ${name}`)?.size),
    );
  }
}

export type Verdict = 'right' | 'lost' | 'doubled' | 'half';

/**
 * Both sides: what was acknowledged is there exactly once, and the one step whose answer stayed away is wholly there
 * or not at all. @returns what is wrong, and which parts show it
 */
export function judge(
  lessons: Lessons,
  { flow, told, unknown }: Course,
  found: Traces,
): { verdict: Verdict; parts: string[] } {
  const steps = told.map(({ step }) => step);
  const without = differences(lessons.expected(flow, steps), found);
  if (without.length === 0) return { verdict: 'right', parts: [] };
  if (unknown) {
    const within = differences(lessons.expected(flow, [...steps, unknown]), found);
    if (within.length === 0) return { verdict: 'right', parts: [] };
  }
  const isLost = without.some(({ by }) => by < 0);
  const verdict = isLost ? 'lost' : unknown ? 'half' : 'doubled';
  return { verdict, parts: without.map(({ part, by }) => `${part} ${by > 0 ? '+' : ''}${by}`) };
}

function differences(expected: Traces, found: Traces): { part: string; by: number }[] {
  const parts = new Set([...expected.keys(), ...found.keys()]);
  return [...parts]
    .map((part) => ({ part, by: (found.get(part) ?? 0) - (expected.get(part) ?? 0) }))
    .filter(({ by }) => by !== 0);
}
