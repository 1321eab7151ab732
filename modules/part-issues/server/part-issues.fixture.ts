import type { QuotedLine } from '#modules/service-orders/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  type OrderParts,
  type PartRules,
  partBarcodeRoutes,
  partChargeRoutes,
  partRuleRoutes,
  partIssueRoutes as routes,
} from '../contract.ts';

type Part = NonNullable<QuotedLine['parts']>[number];
export const aPart = (number: string, name: string, more: Partial<Part> = {}): Part => ({
  ...{ number, name, origin: 'original', quantityThousandths: 1000, unit: '件', unitFen: 10_000 },
  ...more,
});
export const filter = '06L115562B';
export const battery = '5K0915105H';
/** A filter, four and a half litres of oil, two arms; a battery; and wipers that the customer brought. */
const usual: QuotedLine[] = [
  {
    description: '二级维护',
    labourFen: 27_000,
    parts: [
      aPart(filter, '机油滤清器'),
      aPart('', '全合成机油', { quantityThousandths: 4500, unit: 'L' }),
    ],
  },
  {
    description: '更换下摆臂',
    labourFen: 32_400,
    parts: [aPart('3Q0407152D', '下摆臂', { quantityThousandths: 2000 })],
  },
  { description: '更换蓄电池', labourFen: 5_000, parts: [aPart(battery, '蓄电池 AGM')] },
  {
    description: '更换雨刮',
    labourFen: 1_000,
    parts: [aPart('WB-1', '雨刮片', { origin: 'customer', unitFen: 0 })],
  },
];

/** A car in the workshop, its parts agreed to, and a clerk at the parts counter. */
export async function atTheCounter(
  shop: TestShop,
  more: { plate?: string; lines?: QuotedLine[]; refused?: string[] } = {},
): Promise<{ visit: Visit; clerk: TestEmployee }> {
  const visit = await Visit.begin(shop, more.plate);
  await visit.receive();
  await visit.inspect();
  const body = { lines: more.lines ?? usual };
  visit.order = await visit.advisor.call(serviceOrderRoutes.estimate, {
    params: visit.params,
    body,
  });
  await visit.approve(more.refused);
  await visit.start();
  return { visit, clerk: await shop.employee('partsClerk') };
}

export const issue = (
  who: TestEmployee,
  { params }: Visit,
  code: string,
  more: Omit<Parameters<typeof bodyOf>[1], 'code'> = {},
): Promise<OrderParts> => who.call(routes.issue, { params, body: bodyOf(code, more) });
interface More {
  quantityThousandths?: number;
  oldPart?: { is: 'handedIn'; tag?: string } | { is: 'excepted'; reason: string };
}
const bodyOf = (code: string, more: More) => ({ code, ...more });

export const takeBack = (
  who: TestEmployee,
  { params }: Visit,
  code: string,
  more: { quantityThousandths?: number; reason?: string } = {},
): Promise<OrderParts> => who.call(routes.takeBack, { params, body: { code, ...more } });

export const shownParts = (who: TestEmployee, { params }: Visit): Promise<OrderParts> =>
  who.call(routes.ofOrder, { params });

export async function setRules(shop: TestShop, change: Partial<PartRules>): Promise<PartRules> {
  const owner = await shop.employee('owner');
  const before = await owner.call(partRuleRoutes.read, {});
  return owner.call(partRuleRoutes.save, { body: { ...before, ...change } });
}

/** Parts issued, given back, asked about, waived and charged, for who walks over every route; words end in the mark. */
export async function furnishPartIssues(
  shop: TestShop,
  nextPlate: () => string,
  mark = '',
): Promise<void> {
  const { visit, clerk } = await atTheCounter(shop, { plate: nextPlate() });
  const owner = await shop.employee('owner');
  const { done } = await issue(clerk, visit, filter);
  const params = { partIssueId: done!.id };
  await visit.technician.call(routes.ask, { params, body: { words: `型号不对${mark}` } });
  await issue(clerk, visit, battery, { oldPart: { is: 'handedIn' } });
  await issue(clerk, visit, '3Q0407152D');
  await takeBack(clerk, visit, '3Q0407152D', { reason: `没用上${mark}` });
  const { lineId } = (await shownParts(clerk, visit)).parts[1]!;
  const waived = { lineId, place: 1, reason: `散装油${mark}` };
  await owner.call(routes.waive, { params: visit.params, body: waived });
  const charged = {
    ...{
      employeeId: visit.technician.id,
      cause: 'lost' as const,
      name: '下摆臂',
      amountFen: 8_000,
    },
    reason: `遗失${mark}`,
  } as const;
  await owner.call(partChargeRoutes.charge, { params: visit.params, body: charged });
  const bound = { barcode: `69${visit.order.number.replace(/\D/g, '')}`, number: filter };
  await clerk.call(partBarcodeRoutes.bind, { body: bound });
}
