import { serviceOrderRoutes as routes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { newPlate } from '../archive.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';

const clients = 10;

/** The customer answers, the quotation changes and money is taken, all at the same time. */
export const contest: Contest = {
  name: 'settlement',
  promise:
    'what is approved is the sum of the lines approved, and what is paid is never above it and paid once',
  share: 3,
  play: async (arena, operations) => {
    const orders = Math.max(1, Math.round(operations / 60));
    const goal = arena.counted.operations + operations;
    for (let at = 0; at < orders || arena.counted.operations < goal; at++) {
      const visit = await Visit.begin(arena.shop, newPlate());
      await visit.receive();
      await visit.inspect();
      await visit.estimate();
      await arena.crowd(30, () => quoteOrAnswer(arena, visit), clients);
      await judge(arena, visit.order.id);
      await toTheTill(arena, visit);
      await arena.crowd(30, () => pay(arena, visit), clients);
      await judge(arena, visit.order.id);
    }
  },
};

/** One quotes other prices, others write down other answers of the customer. */
async function quoteOrAnswer(arena: Arena, { advisor, params }: Visit): Promise<void> {
  const seen = await arena.ask(advisor, routes.read, { params });
  if (seen.kind !== 'ok') return;
  const { lines } = seen.body;
  if (arena.random() < 0.4) {
    const quoted = lines.map(({ id, description, payer }) => ({
      id,
      description,
      payer,
      labourFen: 100 * (1 + arena.random.whole(900)),
    }));
    await arena.ask(advisor, routes.estimate, { params, body: { lines: quoted } });
    return;
  }
  const answers = lines
    .filter(({ answer }) => answer === 'open')
    .map(({ id }) => ({ lineId: id, answer: arena.random.of(['approved', 'refused'] as const) }));
  const body = { answers, answeredBy: '来客', how: 'phone' as const };
  await arena.ask(advisor, routes.approve, { params, body });
}

/** From the answers to the cash desk, by one hand. */
async function toTheTill(arena: Arena, visit: Visit): Promise<void> {
  await arena.quiet();
  visit.order = await visit.advisor.call(routes.read, { params: visit.params });
  if (visit.order.state === 'approved') await visit.estimate();
  visit.order = await visit.advisor.call(routes.read, { params: visit.params });
  await visit.approve();
  await visit.start();
  await visit.doJobs();
  await visit.check();
  await visit.finalInspect();
}

/** Two cash desks, with the right sum, with more, with payments that do not add up. */
async function pay(arena: Arena, { advisor, params, order }: Visit): Promise<void> {
  const more = arena.random.of([0, 0, 1, 5_000, -1_000]);
  const totalFen = Math.max(1, order.approvedFen + more);
  const short = arena.random() < 0.2 ? 1 : 0;
  const payments = [{ method: 'wechat' as const, amountFen: Math.max(1, totalFen - short) }];
  const body = { totalFen, payments, oldParts: 'waive' as const };
  await arena.ask(advisor, routes.settle, { params, body });
}

interface Sums {
  approved: number;
  lines: number;
  settled: number | null;
  paid: number;
  settlements: number;
}

async function judge(arena: Arena, orderId: string): Promise<void> {
  await arena.quiet();
  const [sums] = await arena.look<Sums>(
    `select o.approved_fen::int as approved, o.settled_fen::int as settled,
            (select coalesce(sum(labour_fen + parts_fen), 0)::int from job_lines
              where order_id = o.id and answer = 'approved' and payer = 'customer') as lines,
            (select coalesce(sum(amount_fen), 0)::int from payments where order_id = o.id) as paid,
            (select count(*)::int from order_steps where order_id = o.id and step = 'settle') as settlements
       from service_orders o where o.id = $1`,
    [orderId],
  );
  const { approved, lines, settled, paid, settlements } = sums!;
  if (approved !== lines) arena.fail(`${approved} fen approved, the lines say ${lines}`);
  if (paid !== (settled ?? 0)) arena.fail(`${settled} fen settled, ${paid} paid`);
  if (paid > approved) arena.fail(`${paid} fen paid of ${approved} approved`);
  if (settlements > 1) arena.fail(`settled ${settlements} times`);
}
