import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  type Partner,
  subletRoutes as routes,
  type Sublet,
  subletPartnerRoutes,
} from '../contract.ts';

let firms = 0;
/** A firm that jobs may be given to. */
export async function aPartner(
  shop: TestShop,
  more: { name?: string; qualificationUntil?: string | null; note?: string } = {},
): Promise<Partner> {
  const owner = await shop.employee('owner');
  const body = {
    name: `宏达机加工${++firms}`,
    contactName: '丁师傅',
    contactPhone: '13900139000',
    trades: '缸盖磨平',
    qualification: '机修备案 4403-2291',
    ...more,
  };
  return owner.call(subletPartnerRoutes.add, { body });
}

/** A car in the workshop, and its second job with another firm for 600.00 until tomorrow; 1,214.00 are asked for it. */
export async function aJobOutside(
  shop: TestShop,
  more: { plate?: string; partner?: Partner; asked?: string } = {},
): Promise<{ visit: Visit; partner: Partner; sublet: Sublet }> {
  const visit = await Visit.begin(shop, more.plate);
  await visit.toWork();
  const partner = more.partner ?? (await aPartner(shop));
  const sublet = await giveOut(shop, visit, partner, more.asked);
  return { visit, partner, sublet };
}

export async function giveOut(
  shop: TestShop,
  visit: Visit,
  partner: Partner,
  asked = '压装摆臂衬套',
): Promise<Sublet> {
  const dueAt = new Date(shop.now.getTime() + 24 * 3_600_000).toISOString();
  const body = { lineId: visit.order.lines[1]!.id, partnerId: partner.id, asked, dueAt };
  return visit.advisor.call(routes.give, {
    params: visit.params,
    body: { ...body, agreedFen: 60_000 },
  });
}

const ofIt = ({ id, version }: Sublet) => [{ subletId: id }, { version }] as const;
export function fetchBack(who: TestEmployee, sublet: Sublet): Promise<Sublet> {
  const [params, seen] = ofIt(sublet);
  return who.call(routes.takeBack, { params }, seen);
}
export function lookAt(
  who: TestEmployee,
  sublet: Sublet,
  body: { passed: boolean; finding?: string },
): Promise<Sublet> {
  const [params, seen] = ofIt(sublet);
  return who.call(routes.check, { params, body }, seen);
}
export function book(
  who: TestEmployee,
  sublet: Sublet,
  body: { costFen: number; reason?: string; reference?: string },
): Promise<Sublet> {
  const [params, seen] = ofIt(sublet);
  return who.call(routes.bookCost, { params, body }, seen);
}

/** Jobs with other firms in every state, for who walks over every route; words end in the mark. */
export async function furnishSublets(
  shop: TestShop,
  nextPlate: () => string,
  mark = '',
): Promise<void> {
  const partner = await aPartner(shop, { note: `来料加工${mark}` });
  for (const does of ['out', 'back', 'passed'] as const) {
    const asked = `压装衬套${mark}`;
    const { visit, sublet } = await aJobOutside(shop, { plate: nextPlate(), partner, asked });
    if (does === 'out') continue;
    const back = await fetchBack(visit.technician, sublet);
    if (does === 'back') continue;
    const passed = await lookAt(visit.technician, back, {
      passed: true,
      finding: `尺寸合格${mark}`,
    });
    await book(visit.advisor, passed, { costFen: 60_000, reference: 'HD-1021' });
  }
}
