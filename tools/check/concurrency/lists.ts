import { setTimeout as sleep } from 'node:timers/promises';
import { importRoutes as routes } from '#modules/imports/contract.ts';
import type { TestEmployee } from '#test/tenant.ts';
import type { Arena } from './arena.ts';

export interface ListedCar {
  name: string;
  phone: string;
  plate: string;
  visitedOn: string;
  mileageKm: number;
}

/** An old customer list, as CSV. A plate may be empty: then only the customer is known. */
export const listOf = (cars: readonly ListedCar[]): Buffer =>
  Buffer.from(
    [
      '姓名,手机,车牌号,上次进厂,里程',
      ...cars.map((car) =>
        [car.name, car.phone, car.plate, car.visitedOn, car.mileageKm].join(','),
      ),
    ].join('\n'),
  );

/** Uploads a list and has it judged. @returns the id of the import */
export async function judged(arena: Arena, who: TestEmployee, list: Buffer): Promise<string> {
  const fileId = await arena.upload(who, list, '客户.csv');
  const begun = arena.granted(
    await arena.ask(who, routes.begin, { body: { fileId } }, { whole: true }),
  );
  const after = await worked(arena, who, begun.id);
  if (after.state !== 'judged') throw new Error(`the list was not judged: ${after.fault}`);
  return begun.id;
}

export const run = (arena: Arena, who: TestEmployee, importId: string) =>
  arena.ask(who, routes.run, { params: { importId } });

/** Brings a judged list in as a whole, before the contest begins. */
export async function broughtIn(arena: Arena, who: TestEmployee, importId: string): Promise<void> {
  const input = { params: { importId } };
  for (let tries = 0; tries < 5; tries++) {
    await arena.ask(who, routes.run, input, { whole: true });
    if ((await worked(arena, who, importId)).state === 'imported') return;
  }
  throw new Error('the list did not come in');
}

const busyStates = ['reading', 'judging', 'importing', 'undoing'];

/** Waits until the server has done with a list what it does in the background. */
export async function worked(arena: Arena, who: TestEmployee, importId: string) {
  for (let tries = 0; tries < 60; tries++) {
    await arena.settle();
    const input = { params: { importId } };
    const batch = arena.granted(await arena.ask(who, routes.read, input, { whole: true }));
    if (!busyStates.includes(batch.state)) return batch;
    await sleep(50);
  }
  const [left] = await arena.look<{ why: string }>(
    `select string_agg(name || ': ' || coalesce(last_error, 'waits'), '; ') as why from tasks
      where name like 'imports.%'`,
  );
  throw new Error(`the list is still being worked on: ${left?.why}`);
}
