import { customerRoutes } from '#modules/customers/contract.ts';
import { staffRoutes } from '#modules/people/contract.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';
import type { Outcome } from '../wire.ts';

/** A stretch of time, by the machine's steady clock, in which the person may surely not write. */
interface Forbidden {
  from: number;
  until: number;
}
interface Written {
  startedAt: number;
  kind: Outcome['kind'];
  status: number;
}

/** A person works on while his role is taken from him and given back, again and again. */
export const contest: Contest = {
  name: 'role-change',
  promise:
    'once the change of a role is acknowledged, nothing begun after it is allowed by the old one',
  share: 3,
  play: async (arena, operations) => {
    let owner = await arena.employee('owner');
    const person = await arena.employee('advisor');
    const forbidden: Forbidden[] = [];
    const written: Written[] = [];
    let isOver = false;
    const changing = (async () => {
      for (let round = 1; !isOver; round++) {
        // Roles are given by one who has lately shown that it is he.
        if (round % 50 === 0) owner = await arena.employee('owner');
        const changedAt = await setRoles(arena, owner, person.id, []);
        await settled(arena, 4);
        forbidden.push({ from: changedAt, until: performance.now() });
        await setRoles(arena, owner, person.id, ['advisor']);
        await settled(arena, 4);
      }
    })();
    await arena.crowd(
      operations,
      async (at) => {
        const startedAt = performance.now();
        const body = { name: `来电${at}` };
        const outcome = await arena.ask(person, customerRoutes.add, { body });
        const status = outcome.kind === 'unknown' ? 0 : outcome.status;
        written.push({ startedAt, kind: outcome.kind, status });
      },
      12,
    );
    isOver = true;
    await changing;
    judge(arena, forbidden, written);
  },
};

async function setRoles(
  arena: Arena,
  owner: { cookie: string },
  employeeId: string,
  roleKeys: string[],
): Promise<number> {
  const params = { employeeId };
  const { version } = arena.granted(await arena.ask(owner, staffRoutes.read, { params }));
  const input = { params, body: { roleKeys } };
  arena.granted(await arena.ask(owner, staffRoutes.change, input, { version, whole: true }));
  return performance.now();
}

/** Until so many more requests were answered: work goes on under the present role. */
async function settled(arena: Arena, more: number): Promise<void> {
  const goal = arena.counted.operations + more * 3;
  const waitsAtMost = performance.now() + 2000;
  while (arena.counted.operations < goal && performance.now() < waitsAtMost) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function judge(arena: Arena, forbidden: readonly Forbidden[], written: readonly Written[]): void {
  let refused = 0;
  for (const { startedAt, kind, status } of written) {
    const isForbidden = forbidden.some(({ from, until }) => startedAt > from && startedAt < until);
    if (isForbidden && kind === 'ok') arena.fail('granted by a role that was taken away');
    if (kind === 'failed' && status === 403) refused++;
    else if (kind === 'failed' && status !== 503) arena.fail(`refused with ${status}`);
  }
  if (refused === 0 || refused === written.length) arena.fail('the role never changed anything');
}
