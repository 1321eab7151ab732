import type { CheckInContent } from '#modules/check-ins/contract.ts';
import { lockOrder } from '#modules/service-orders/server/index.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { DeliveryRules, PackItem } from '../contract.ts';
import { deliveryPackEvents } from '../events.ts';
import { packLife } from '../lifecycle.ts';
import { factsOf, insertPack, type OrderFacts, packOf } from './queries.ts';
import { precautionsFor, rulesAt } from './rules.ts';
import { aboutPack, refuseUnlessAtDesk, toldOf } from './taking.ts';

/** The first tap, once the car is finished; what was begun is gone on with, on whatever device. */
export async function beginPack(work: Work, orderId: string): Promise<string> {
  // Two who begin at once begin one.
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  refuseUnlessAtDesk(work.actor, order.orgPath);
  const begun = await packOf(work, orderId);
  if (begun) return begun.id;
  if (order.state !== 'ready' && order.state !== 'settled') {
    throw new Problem(409, 'delivery_not_now', { state: order.state });
  }
  const facts = (await factsOf(work, orderId))!;
  const rules = await rulesAt(work, order.orgPath);
  const row = await insertPack(work, {
    orgUnitId: order.orgUnitId,
    orgPath: order.orgPath,
    orderId,
    state: packLife.initial,
    items: itemsFor(facts, rules) as unknown as Fresh<'deliveryPacks'>['items'],
    precautions: precautionsFor(rules.precautions, facts.jobs, facts.inspectorsWords ?? ''),
  });
  await work.emit(deliveryPackEvents.begun, toldOf(row), aboutPack(row));
  return row.id;
}

const plain: Omit<PackItem, 'key' | 'kind'> = { name: '', noted: '', codes: [], markNumber: null };

/**
 * What is compared, item by item: the outside, each mark, fuel, lamps, belongings and accessories as reception noted
 * them (WSH-01, step five), then what the house asks of every car, then what is walked through with the customer.
 */
function itemsFor(facts: OrderFacts, rules: DeliveryRules): PackItem[] {
  const { marks = [], lamps = [], accessories = [] } = facts.checkIn ?? {};
  const fuel = facts.checkIn?.fuelEighths ?? facts.fuelEighths;
  const valuables = (facts.checkIn?.valuables ?? facts.valuables).trim();
  return [
    { ...plain, key: 'outside', kind: 'outside' },
    ...marks.map(markItem),
    ...(fuel === null
      ? []
      : [{ ...plain, key: 'fuel', kind: 'fuel' as const, noted: `${fuel}/8` }]),
    { ...plain, key: 'lamps', kind: 'lamps', codes: lamps.map((lamp) => `lamp_${lamp}`) },
    ...(valuables === ''
      ? []
      : [{ ...plain, key: 'valuables', kind: 'valuables' as const, noted: valuables }]),
    ...accessories.map(({ item, count, state }, at) => ({
      ...plain,
      key: `accessory-${at + 1}`,
      kind: 'accessory' as const,
      name: item,
      noted: `× ${count}`,
      codes: [`state_${state}`],
    })),
    ...asked('house', rules.checks),
    ...asked('walk', rules.walkThrough),
  ];
}

const markItem = ({ number, view, kind, note }: CheckInContent['marks'][number]): PackItem => ({
  key: `mark-${number}`,
  kind: 'mark',
  name: String(number),
  noted: note,
  codes: [`view_${view}`, `damage_${kind}`],
  markNumber: number,
});

const asked = (kind: 'house' | 'walk', words: readonly string[]): PackItem[] =>
  words.map((name, at) => ({ ...plain, key: `${kind}-${at + 1}`, kind, name }));
