import { calendarRoutes } from '#modules/commitments/contract.ts';
import { keep, promise } from '#modules/commitments/server/index.ts';
import { received, take, usual } from '#modules/complaints/server/complaints.fixture.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { createCustomer } from '#modules/customers/server/index.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { newId } from '#platform/ids.ts';
import { ApiProblem } from '#shared/call.ts';
import { databasesFrom, testClock } from '#test/server.ts';
import { type TestEmployee, TestShop } from '#test/tenant.ts';
import { endedVisit } from '#test/visit.ts';
import type { Happening } from './plan.ts';
import type { House } from './reckoning.ts';
import { minuteRules, tick } from './rules.ts';
import { answering } from './talk.ts';

/** Tells the shop's days: visits, calls, complaints, promises. What follows from them is the instances' work. */
databasesFrom(() => ({
  app: JSON.parse(process.env.CLOCK_DATABASE!),
  owner: {},
  secret: Buffer.from(process.env.CLOCK_SECRET!, 'hex'),
}));

let shop: TestShop;
let people: Record<'advisor' | 'agent' | 'supervisor' | 'owner', TestEmployee>;
let customerId = '';
const complaints: string[] = [];
const promised = new Map<number, { rule: number; about: { type: string; id: string } }>();

const hhmm = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const spansOf = (hours: readonly { from: number; to: number }[]) =>
  hours.map(({ from, to }) => ({ from: hhmm(from), to: hhmm(to) }));

async function found({ at, house }: { at: string; house: HouseTold }): Promise<void> {
  shop = await TestShop.open();
  testClock.setFor(shop.tenantId, new Date(at));
  people = {
    advisor: await shop.employee('advisor'),
    agent: await shop.employee('followUpAgent'),
    supervisor: await shop.employee('supervisor'),
    owner: await shop.employee('owner'),
  };
  const weekly = Object.fromEntries(
    Object.entries(house.weekly).map(([day, hours]) => [day, spansOf(hours)]),
  );
  const set = house.dated.map(([date, hours]) => ({
    date,
    kind: hours.length > 0 ? ('workday' as const) : ('holiday' as const),
    name: hours.length > 0 ? '调休' : '店庆',
    ...(hours.length > 0 && { spans: spansOf(hours) }),
  }));
  await people.owner.call(calendarRoutes.changeCalendar, {
    body: { weekly: weekly as never, set },
  });
  const customer = await shop.write((work) =>
    createCustomer(work, { name: '王丽', phone: '13800138000' }),
  );
  customerId = customer.id;
  const body = { purpose: 'marketing', channel: 'any', given: true, evidence: '到店签字' } as const;
  await people.advisor.call(customerRoutes.recordConsent, { params: { customerId }, body });
}
/** As it goes over the wire: a map is a list of pairs. */
type HouseTold = Omit<House, 'dated'> & { dated: [string, House['weekly'][number]][] };

async function happen(happening: Happening): Promise<void> {
  const place = { orgUnitId: shop.unitId, orgPath: shop.unitPath };
  switch (happening.kind) {
    case 'visit':
      await endedVisit(shop, people.advisor, { name: `来客${happening.number}` });
      return;
    case 'talks':
      return recordTalks(happening.number);
    case 'complaint':
      complaints.push((await received(people.supervisor)).id);
      return;
    case 'acknowledge':
      await take(people.supervisor, 'acknowledge', complaints.at(-1)!, usual.acknowledge).catch(
        refused,
      );
      return;
    case 'message': {
      const body = { channel: 'sms', purpose: 'marketing', body: '换季保养' } as const;
      await people.advisor.call(messageRoutes.send, { params: { customerId }, body });
      return;
    }
    case 'promise': {
      const about = { type: 'clock', id: newId(shop.now) };
      const rule = minuteRules[happening.rule]!;
      const subject = `第${happening.number}件`;
      await shop.write((work) =>
        promise(work, { rule, about, ...place, subject, ownerId: people.agent.id }),
      );
      promised.set(happening.number, { rule: happening.rule, about });
      return;
    }
    case 'keep': {
      const known = promised.get(happening.number);
      if (known) await shop.write((work) => keep(work, minuteRules[known.rule]!, known.about));
      return;
    }
    case 'tick': {
      const { number, dueAt } = happening;
      await shop.write((work) => work.later(tick, { number }, new Date(dueAt)));
    }
  }
}

/** Whoever is due is called; the first and one in three have something on their minds. Closed days are quiet. */
async function recordTalks(number: number): Promise<void> {
  const { items } = await people.agent.call(followUpRoutes.due, {});
  for (const [at, { id }] of items.entries()) {
    const hasMatter = at === 0 || (number + at) % 3 === 0;
    const matters = hasMatter ? [{ kind: 'question' as const, content: '异响' }] : [];
    const body = { result: 'connected', reason: 'talked', mainPoints: '正常', matters } as const;
    const input = { params: { followUpId: id }, body: structuredClone(body) as never };
    await people.agent.call(followUpRoutes.record, input).catch(refused);
  }
}

/** What the house refuses (quiet hours, a step taken already) is no fault of the story. */
function refused(error: unknown): void {
  if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
}

answering({
  found,
  happen: async ({ at, happenings }: { at: string; happenings: Happening[] }) => {
    testClock.setFor(shop.tenantId, new Date(at));
    for (const happening of happenings) await happen(happening);
  },
  tenant: async () => shop.tenantId,
  /** A session and a key of a program, each with its end. */
  entrances: async ({ at, until }: { at: string; until: string }) => {
    testClock.setFor(shop.tenantId, new Date(at));
    const person = await shop.employee('advisor');
    const owner = await shop.employee('owner');
    const body = { name: '报表', roleKey: 'advisor', expiresAt: until };
    const { secret } = await owner.call(peopleRoutes.addApiKey, { body });
    return { session: { cookie: person.cookie }, key: { authorization: `Bearer ${secret}` } };
  },
});
