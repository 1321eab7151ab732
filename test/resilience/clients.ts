import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Founder, Program } from '../process.ts';

/** One wish of a client, and what became of it so far. */
export interface Wish {
  key: string;
  path: '/employees' | '/arrivals';
  body: object;
  /** The records that it makes, by name or plate. */
  makes: string[];
  /** Of the record, once the server has acknowledged it. */
  id?: string;
}

/** What a client got: an answer, or nothing that tells how it ended. */
export interface Outcome {
  status: number | 'unknown';
  code?: string;
  retryAfter?: string | null;
}

let count = 0;

/** In turn a colleague and a car that nobody knows: rows in many tables, and tasks that follow. */
export function newWish(): Wish {
  const number = ++count;
  const key = randomUUID();
  if (number % 2 === 0) {
    const name = `新人${number}`;
    return { key, path: '/employees', body: { name, roleKeys: ['advisor'] }, makes: [name] };
  }
  const plate = `沪A${String(number).padStart(5, '0')}`;
  const customerName = `来客${number}`;
  const body = { plate, customerName, phone: phoneOf(number), mileageKm: 40_000 };
  return { key, path: '/arrivals', body, makes: [customerName, plate] };
}

/** A phone that nobody else in the test has. */
export const phoneOf = (number: number): string => `139${String(number).padStart(8, '0')}`;

/** Sends a wish, for the first time or again with the same key. */
export async function send(program: Program, founder: Founder, wish: Wish): Promise<Outcome> {
  const headers = { ...founder.headers, 'idempotency-key': wish.key };
  try {
    const reply = await program.ask('POST', wish.path, { body: wish.body, headers });
    const body = (await reply.json()) as { id?: string; vehicleId?: string; code?: string };
    if (reply.status === 201) wish.id = body.id ?? body.vehicleId!;
    return {
      status: reply.status,
      ...(body.code && { code: body.code }),
      retryAfter: reply.headers.get('retry-after'),
    };
  } catch {
    return { status: 'unknown' };
  }
}

export interface Load {
  wishes: Wish[];
  outcomes: Outcome[];
  end(): Promise<void>;
}

/** Clients that each send one wish after the other until they are told to end, or lose their server. */
export function load(
  program: Program,
  founder: Founder,
  { clients = 4, untilLost = false } = {},
): Load {
  const wishes: Wish[] = [];
  const outcomes: Outcome[] = [];
  let isOver = false;
  const client = async () => {
    while (!isOver) {
      const wish = newWish();
      wishes.push(wish);
      const outcome = await send(program, founder, wish);
      outcomes.push(outcome);
      if (untilLost && outcome.status === 'unknown') return;
      await sleep(outcome.status === 201 ? 10 : 100);
    }
  };
  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    wishes,
    outcomes,
    end: async () => {
      isOver = true;
      await running;
    },
  };
}

/** What the database holds of one wish. */
export interface Traces {
  key: string;
  records: number;
  notes: number;
  keys: number;
}

export async function tracesOf(
  program: Pick<Program, 'look'>,
  { tenantId }: Founder,
  wishes: readonly Wish[],
): Promise<Map<string, Traces>> {
  const rows = await program.look(
    tenantId,
    `with wished as (
       select w.key, unnest(string_to_array(w.makes, ' ')) as name
         from unnest($1::text[], $2::text[]) as w(key, makes)),
     made as (
       select id, name from employees union all select id, name from customers
       union all select id, plate from vehicles)
     select w.key, count(m.id)::int as records, count(a.id)::int as notes,
            (count(k.key) / count(*))::int as keys
       from wished w
       left join made m on m.name = w.name
       left join audit_entries a on a.about_id = m.id and a.event like '%dded'
       left join idempotency_keys k on k.key = w.key and k.status = 201
      group by w.key`,
    [wishes.map(({ key }) => key), wishes.map(({ makes }) => makes.join(' '))],
  );
  return new Map((rows as Traces[]).map((row) => [row.key, row]));
}

/** Everything that a wish sets down is there once, or nothing of it. */
export const whole = ({ key, makes }: Wish): Traces => ({
  key,
  records: makes.length,
  notes: makes.length,
  keys: 1,
});
export const undone = ({ key }: Wish): Traces => ({ key, records: 0, notes: 0, keys: 0 });
