import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createCustomer } from '#modules/customers/server/index.ts';
import type { Route } from '#shared/route.ts';
import { testServer } from '#test/server.ts';
import type { TestShop } from '#test/tenant.ts';
import type { Run } from '../harness.ts';
import { expectationOf, isInScope } from './expectation.ts';
import { isEndless, type Stage } from './matrix.ts';
import type { Principal } from './principals.ts';

/** Somebody at an open stream, and all that has arrived there. */
interface Listener {
  readonly principal: Principal;
  readonly stream: Readable;
  text: string;
}

/**
 * Opens every endless stream as everybody on a real port, changes something in one's own, the sister and the foreign
 * shop, and reads what arrives. Writes for good: the last thing of a run. @returns how many streams were opened
 */
export async function tryStreams(stage: Stage, { fail }: Pick<Run, 'fail'>): Promise<number> {
  const { http } = (await testServer()).app;
  const origin = await http.listen({ host: '127.0.0.1', port: 0 });
  let opened = 0;
  for (const route of stage.routes.filter(isEndless)) {
    const listeners: Listener[] = [];
    for (const principal of stage.principals) {
      opened++;
      const reply = await fetch(`${origin}/api/v1${route.path}`, { headers: principal.headers });
      const fault = doorFault(route, principal, reply.status);
      if (fault) fail(`${route.id} as ${principal.name}: ${fault}`);
      if (reply.ok && reply.body) listeners.push(listening(principal, reply.body));
      else await reply.body?.cancel();
    }
    const told = [
      ...(await changesIn(stage.world.foreign.branches)),
      ...(await changesIn(stage.world.home.branches)),
      ...(await changesIn(stage.world.home.branches)),
    ];
    for (const listener of listeners) {
      for (const what of await misheard(listener, told)) {
        fail(`${route.id} as ${listener.principal.name}: ${what}`);
      }
      listener.stream.destroy();
    }
  }
  return opened;
}

function doorFault(route: Route, principal: Principal, status: number): string | undefined {
  const promised = {
    open: 200,
    allowed: 200,
    noLogin: 401,
    noRight: 403,
    notThere: 404,
    over: 410,
  }[expectationOf(route, principal, [], new Set())];
  return status === promised ? undefined : `${status}, promised ${promised}`;
}

function listening(principal: Principal, body: ReadableStream): Listener {
  const stream = Readable.fromWeb(body as never).setEncoding('utf8');
  const listener = { principal, stream, text: '' };
  stream.on('data', (text: string) => {
    listener.text += text;
  });
  stream.on('error', () => {});
  return listener;
}

interface Told {
  readonly id: string;
  readonly shop: TestShop;
}

async function changesIn(branches: readonly { shop: TestShop }[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const { shop } of branches) {
    const { id } = await shop.write((work) => createCustomer(work, { name: '听得见的人' }));
    told.push({ id, shop });
  }
  return told;
}

/** All own changes have to arrive; they were told last, so that nothing of others can come after them. */
async function misheard(listener: Listener, told: readonly Told[]): Promise<string[]> {
  const isMine = ({ shop }: Told) =>
    isInScope(listener.principal, { tenantId: shop.tenantId, path: shop.unitPath });
  for (const { id } of told.filter(isMine)) {
    while (!listener.text.includes(id)) await once(listener.stream, 'data');
  }
  return told
    .filter((one) => !isMine(one) && listener.text.includes(one.id))
    .map(({ shop }) => `tells of a change in ${shop.tenantId} ${shop.unitPath}`);
}
