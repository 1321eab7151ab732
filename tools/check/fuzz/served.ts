/** The server under fire, in a process of its own: the whole program with strict answers, two shops, and its vitals. */
import { setTimeout as sleep } from 'node:timers/promises';
import { stopExamining } from '#platform/file-examiners.ts';
import { routeTable } from '#platform/http.ts';
import { stopPrinting } from '#platform/print/print.ts';
import { runDue } from '#platform/tasks.ts';
import { databasesFrom } from '#test/server.ts';
import { TestShop } from '#test/tenant.ts';
import { furnish } from './furnish.ts';
import { brokenInvariants, underWay } from './invariants.ts';
import { mailTo } from './mail.ts';
import { watchVitals } from './vitals.ts';
import { type FuzzDatabase, openForeign, tellWorld } from './world.ts';

const connection = JSON.parse(process.env.JINGMING_FUZZ_DATABASE ?? '{}') as FuzzDatabase;
databasesFrom(() => connection);

/** Everything that the tester needs to begin with. */
async function open() {
  const shop = await TestShop.open();
  const foreign = await openForeign();
  await furnish(shop, '本店');
  const { http } = shop.server.app;
  await http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = http.server.address() as { port: number };
  return { shop, foreign, port };
}

const { shop, foreign, port } = await open();
const vitals = watchVitals();
const { taskHost, http } = shop.server.app;

let isOver = false;
/** What follows from the requests runs beside them, as in the real program. */
async function runTasks(): Promise<void> {
  while (!isOver) {
    await runDue(taskHost, shop.tenantId);
    await sleep(200);
  }
}
const background = runTasks();

const questions = {
  start: async () => ({
    port,
    routes: routeTable(),
    ...(await tellWorld(connection.superuser, shop, foreign)),
  }),
  newcomer: async ({ role }: { role: string }) => {
    const person = await shop.employee(...(role === '' ? [] : [role]));
    return { cookie: person.cookie };
  },
  vitals,
  mail: ({ port: peer, isSecure }: { port: number; isSecure: boolean }) => mailTo(peer, isSecure),
  /** Until nothing is due any more: what was uploaded is read, what was sent has had its consequences. */
  settle: async () => ({ ran: await runDue(taskHost, shop.tenantId) }),
  invariants: async () => {
    const { pool } = shop.server.database;
    const heldBack = () => pool.totalCount - pool.idleCount;
    // What is still under way hands its connection back within the longest deadline. Tasks go on beside this: what
    // counts is that there is a moment without any.
    for (let look = 0; look < 120 && heldBack() > 0; look++) await sleep(500);
    const leaked = heldBack();
    const held = leaked > 0 ? await underWay(connection.superuser) : '';
    const broken = await brokenInvariants(connection.superuser, shop.tenantId);
    const { ok: isReady } = await fetch(`http://127.0.0.1:${port}/readyz`);
    return { broken, leaked, held, isReady };
  },
  end: async () => {
    isOver = true;
    await background;
    await http.close();
    await stopPrinting();
    await stopExamining();
    await shop.server.database.close();
    setImmediate(() => process.disconnect());
    return {};
  },
};
export type Questions = typeof questions;

interface Question {
  number: number;
  name: keyof Questions;
  facts: never;
}
process.on('message', async ({ number, name, facts }: Question) => {
  try {
    process.send?.({ number, answer: await questions[name](facts) });
  } catch (error) {
    process.send?.({ number, error: (error as Error).stack ?? String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send?.({ isReady: true });
