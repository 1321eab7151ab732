import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { type RepeatRepair, repeatRepairRoutes as routes } from '../contract.ts';

/** The repeat repair that an order is, as somebody sees it. */
export async function repeatOf(who: TestEmployee, orderId: string): Promise<RepeatRepair | null> {
  return (await who.call(routes.ofOrder, { params: { orderId } })).repeatRepair;
}

/** A car that was repaired and comes back days later, within its guarantee. */
export async function cameBack(
  shop: TestShop,
  more: Parameters<Visit['receive']>[0] = {},
  given?: Visit,
): Promise<{ earlier: Visit; back: Visit; repeat: RepeatRepair }> {
  const earlier = given ?? (await Visit.begin(shop));
  if (!given) await earlier.toDelivered();
  await shop.forward(5 * 24);
  const back = await earlier.returns(shop);
  await back.receive({ mileageKm: 52_500, ...more });
  await shop.settle();
  const repeat = await repeatOf(back.advisor, back.order.id);
  return { earlier, back, repeat: repeat! };
}

/** Repeat repairs in several states, for who walks over every route; words end in the mark. */
export async function furnishRepeats(
  shop: TestShop,
  nextPlate: () => string,
  mark = '',
): Promise<void> {
  for (const does of ['nothing', 'confirm', 'decline'] as const) {
    const earlier = await Visit.begin(shop, nextPlate());
    await earlier.toDelivered();
    const back = await earlier.returns(shop);
    await back.receive({ mileageKm: 52_500 });
    await shop.settle();
    const repeat = (await repeatOf(back.advisor, back.order.id))!;
    const params = { repeatRepairId: repeat.id };
    const { version } = repeat;
    if (does === 'confirm') {
      const body = { lineId: repeat.jobs[0]!.lineId, symptom: `还是响${mark}` };
      await back.advisor.call(routes.confirm, { params, body }, { version });
    }
    if (does === 'decline') {
      const body = { reason: `新故障${mark}` };
      await back.advisor.call(routes.decline, { params, body }, { version });
    }
  }
}
