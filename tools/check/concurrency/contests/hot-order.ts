import { serviceOrderRoutes as routes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { newPlate } from '../archive.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';

/** Fifty clients on one order that everybody needs just now: the workshop, the desk, the parts counter. */
export const contest: Contest = {
  name: 'hot-order',
  promise:
    'fifty at once on one order: nobody hears of a server error, and every granted change is on record',
  share: 4,
  play: async (arena, operations) => {
    const visit = await Visit.begin(arena.shop, newPlate());
    await visit.toWork();
    const [before] = await stepsOf(arena, visit.order.id);
    let granted = 0;
    let perhaps = 0;
    await arena.crowd(operations, async (at) => {
      const outcome = await act(arena, visit, at);
      if (outcome === 'ok') granted++;
      if (outcome === 'unknown' || outcome === 'perhaps') perhaps++;
    });
    await arena.quiet();
    const [after] = await stepsOf(arena, visit.order.id);
    const made = after!.steps - before!.steps;
    if (made < granted || made > granted + perhaps) {
      arena.fail(`${made} changes on record, ${granted} granted, ${perhaps} perhaps`);
    }
    if (after!.versions !== after!.steps) arena.fail('two changes made the same version');
  },
};

const reasons = ['parts', 'customer', 'bay', ''] as const;

async function act(arena: Arena, visit: Visit, at: number): Promise<string> {
  const { params } = visit;
  const chance = arena.random();
  if (chance < 0.15) {
    await arena.ask(visit.advisor, routes.read, { params });
    return 'read';
  }
  if (chance < 0.6) {
    const body = { waitingFor: arena.random.of(reasons) };
    const { kind } = await arena.ask(visit.technician, routes.wait, { params, body });
    // Said of a vehicle that waits for just that, it is granted and changes nothing.
    return kind === 'ok' ? 'perhaps' : kind;
  }
  if (chance < 0.8) {
    const promisedAt = new Date(arena.shop.now.getTime() + (at + 60) * 60_000).toISOString();
    const body = { promisedAt, reason: '等配件' };
    return (await arena.ask(visit.advisor, routes.promise, { params, body })).kind;
  }
  const body = { description: `增项${at}`, finding: '渗油' };
  return (await arena.ask(visit.technician, routes.propose, { params, body })).kind;
}

const stepsOf = (arena: Arena, orderId: string) =>
  arena.look<{ steps: number; versions: number }>(
    `select count(*)::int as steps, count(distinct order_version)::int as versions
       from order_steps where order_id = $1`,
    [orderId],
  );
