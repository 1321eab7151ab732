import { customerRoutes as routes } from '#modules/customers/contract.ts';
import { knownCustomers } from '../archive.ts';
import type { Arena } from '../arena.ts';
import type { Contest } from '../contest.ts';

interface Edit {
  customerId: string;
  token: string;
  /** The version that it made; `undefined` where the connection was cut. */
  made: number | undefined;
}

/** Many people correct the same few customers, each on what he last saw. */
export const contest: Contest = {
  name: 'lost-update',
  promise: 'every correction that was granted stood on the one before it; none is lost',
  share: 3,
  play: async (arena, operations) => {
    const advisor = await arena.employee('advisor');
    const customers = await knownCustomers(arena.shop, 5);
    const edits: Edit[] = [];
    await arena.crowd(operations, async (at) => {
      const { customerId } = arena.random.of(customers);
      const seen = await arena.ask(advisor, routes.read, { params: { customerId } });
      if (seen.kind !== 'ok') return;
      const { version } = seen.body;
      const token = `第${at}次`;
      const input = { params: { customerId }, body: { wishes: token } };
      const outcome = await arena.ask(advisor, routes.change, input, { version });
      if (outcome.kind === 'ok') {
        const made = outcome.body.version;
        if (made !== version + 1) arena.fail(`a change of version ${version} made ${made}`);
        edits.push({ customerId, token, made });
      } else if (outcome.kind === 'unknown') edits.push({ customerId, token, made: undefined });
      else if (![412, 503].includes(outcome.status)) arena.fail(`refused with ${outcome.status}`);
    });
    await arena.quiet();
    for (const { customerId } of customers) {
      await judgeEdits(
        arena,
        customerId,
        edits.filter((edit) => edit.customerId === customerId),
      );
    }
  },
};

/** Versions tell the serial order: each was made once, and the last one is what stands there. */
export async function judgeEdits(
  arena: Arena,
  customerId: string,
  edits: readonly Edit[],
  begunAt = 1,
): Promise<void> {
  const [row] = await arena.look<{ version: number; wishes: string }>(
    'select version, wishes from customers where id = $1',
    [customerId],
  );
  const told = edits.filter(({ made }) => made !== undefined);
  const unknown = edits.filter(({ made }) => made === undefined);
  const versions = new Set(told.map(({ made }) => made));
  if (versions.size !== told.length) arena.fail(`${customerId}: one version was made twice`);
  const applied = row!.version - begunAt;
  if (applied < told.length || applied > edits.length) {
    arena.fail(
      `${customerId}: ${applied} versions, ${told.length} told, ${unknown.length} unknown`,
    );
  }
  const last = told.find(({ made }) => made === row!.version);
  const mayStand = last ? [last] : unknown;
  if (edits.length > 0 && applied > 0 && !mayStand.some(({ token }) => token === row!.wishes)) {
    arena.fail(`${customerId}: ${row!.wishes} stands there, and not the last word`);
  }
}
