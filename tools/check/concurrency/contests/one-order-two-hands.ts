import { serviceOrderRoutes as routes } from '#modules/service-orders/contract.ts';
import { orderLifecycle } from '#modules/service-orders/lifecycle.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { newPlate } from '../archive.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import type { Outcome } from '../wire.ts';

const perOrder = 60;

/** Two advisors, a technician and an inspector each press the next button on the same order, whatever they last saw. */
export const contest: Contest = {
  name: 'one-order-two-hands',
  promise:
    'an order goes through its states one after the other, each step is taken once, losers hear 409 or 412',
  share: 4,
  play: async (arena, operations) => {
    const orders = Math.max(1, Math.round(operations / perOrder));
    for (let at = 0; at < orders; at++) {
      const visit = await Visit.begin(arena.shop, newPlate());
      await visit.receive();
      await playOrder(arena, visit);
    }
  },
};

async function playOrder(arena: Arena, visit: Visit): Promise<void> {
  const other = await arena.shop.employee('advisor');
  const hands = [visit.advisor, other, visit.technician, visit.inspector];
  const taken: string[] = [];
  await arena.crowd(
    perOrder,
    async () => {
      const who = arena.random.of(hands);
      const seen = await arena.ask(who, routes.read, { params: visit.params });
      if (seen.kind !== 'ok') return;
      const [step, outcome] = await press(arena, who, visit, seen.body);
      if (outcome?.kind === 'ok') taken.push(step);
      if (outcome?.kind === 'failed' && ![403, 409, 412, 422, 503].includes(outcome.status)) {
        arena.fail(`${step} was refused with ${outcome.status} ${outcome.code}`);
      }
    },
    6,
  );
  await judgeOrder(arena, visit.order.id, taken);
}

type Order = Visit['order'];
type Press = [step: string, outcome: Outcome | undefined];

/** The next step as the order was seen, with the version seen or without one. */
async function press(
  arena: Arena,
  who: TestEmployee,
  { params }: Visit,
  seen: Order,
): Promise<Press> {
  const version = arena.random() < 0.5 ? seen.version : undefined;
  const options = version === undefined ? {} : { version };
  const passed = { passed: true };
  const lines = seen.lines;
  switch (seen.state) {
    case 'received': {
      const body = { methods: ['look' as const], findings: [], grade: 'minor' as const };
      return ['inspect', await arena.ask(who, routes.inspect, { params, body }, options)];
    }
    case 'inspected': {
      const body = { lines: [{ description: '换机油', labourFen: 8_000 }] };
      return ['estimate', await arena.ask(who, routes.estimate, { params, body }, options)];
    }
    case 'estimated': {
      const answers = lines.map(({ id }) => ({ lineId: id, answer: 'approved' as const }));
      const body = { answers, answeredBy: '来客', how: 'phone' as const };
      return ['approve', await arena.ask(who, routes.approve, { params, body }, options)];
    }
    case 'approved':
      return ['start', await arena.ask(who, routes.start, { params, body: {} }, options)];
    case 'inWork': {
      const open = lines.find(({ doneAt }) => doneAt === null);
      if (open) {
        const input = { params: { ...params, lineId: open.id }, body: { done: true } };
        return ['markDone', await arena.ask(who, routes.markDone, input, options)];
      }
      return [
        'selfCheck',
        await arena.ask(who, routes.selfCheck, { params, body: passed }, options),
      ];
    }
    case 'selfChecked':
      return [
        'teamCheck',
        await arena.ask(who, routes.teamCheck, { params, body: passed }, options),
      ];
    case 'teamChecked': {
      const body = { ...passed, methods: ['roadTest' as const], findings: [] };
      return ['finalInspect', await arena.ask(who, routes.finalInspect, { params, body }, options)];
    }
    default:
      return ['none', undefined];
  }
}

interface StepSeen {
  step: string;
  from: string;
  to: string;
  version: number;
}

const once = ['inspect', 'start', 'selfCheck', 'teamCheck', 'finalInspect'];

async function judgeOrder(arena: Arena, orderId: string, taken: readonly string[]): Promise<void> {
  await arena.quiet();
  const steps = await arena.look<StepSeen>(
    `select step, from_state as from, to_state as to, order_version as version from order_steps
      where order_id = $1 order by order_version`,
    [orderId],
  );
  let state = '';
  for (const { step, from, to } of steps) {
    if (from !== state) arena.fail(`${step} from ${from}, while it was ${state}`);
    const edge = orderLifecycle.steps[step as keyof typeof orderLifecycle.steps];
    if (edge && (!(edge.from as readonly string[]).includes(from) || to !== edge.to)) {
      arena.fail(`${step} led from ${from} to ${to}`);
    }
    state = to;
  }
  for (const step of once) {
    const found = steps.filter((each) => each.step === step).length;
    const told = taken.filter((each) => each === step).length;
    if (found > 1 || told > found) arena.fail(`${step}: ${found} times, ${told} were told so`);
  }
  const versions = new Set(steps.map(({ version }) => version));
  if (versions.size !== steps.length) arena.fail('two steps made the same version');
}
