import { jobPackageRoutes, priceRoutes } from '#modules/prices/contract.ts';
import type { TestShop } from '#test/shop.ts';
import { type QuotedLine, serviceOrderRoutes as routes, type ServiceOrder } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

export const today = '2026-11-21';
const service = {
  kind: 'job',
  code: 'BY-01',
  name: '更换机油机滤',
  priceFen: 60_00,
  standardHours: 50,
  hoursSource: 'shop',
  validFrom: today,
} as const;
const check = { ...service, code: 'BY-02', name: '全车检查', priceFen: 50_00 } as const;
const oil = {
  kind: 'part',
  code: 'JY-5W30',
  name: '机油 5W-30',
  priceFen: 88_00,
  origin: 'original',
  measure: '升',
  validFrom: today,
} as const;
export const upkeep = {
  code: 'tc-01',
  name: '小保养套餐',
  validFrom: today,
  priceFen: 399_99,
  lines: [
    { kind: 'job', code: 'BY-01', quantityThousandths: 1000 },
    { kind: 'part', code: 'JY-5W30', quantityThousandths: 4000 },
    { kind: 'job', code: 'BY-02', quantityThousandths: 1000 },
  ],
} as const;

/** A shop with two jobs, an oil and a package of them at 399.99 instead of 462.00. */
export async function packaged(shop: TestShop) {
  const owner = await shop.employee('owner');
  for (const body of [service, check, oil]) await owner.call(priceRoutes.add, { body });
  const add = (body: object = {}) =>
    owner.call(jobPackageRoutes.add, { body: { ...upkeep, ...body } as never });
  return { owner, add };
}
/** A vehicle of that shop before its quotation, and what is asked of it. */
export async function visitFor(shop: TestShop) {
  const visit = await Visit.begin(shop);
  await visit.receive();
  await visit.inspect();
  const { params, advisor } = visit;
  const offered = async (q: string) =>
    (await advisor.call(routes.packages, { params, query: { q } })).items;
  const quote = (lines: QuotedLine[]) => advisor.call(routes.estimate, { params, body: { lines } });
  const answer = (order: ServiceOrder, refused: string[] = []) =>
    advisor.call(routes.approve, {
      params,
      body: {
        ...{ answeredBy: '李女士', how: 'inPerson' },
        answers: order.lines
          .filter((line) => line.answer === 'open')
          .map(({ id, description }) => ({
            lineId: id,
            answer: refused.includes(description) ? ('refused' as const) : ('approved' as const),
          })),
      },
    });
  return { visit, advisor, params, offered, quote, answer };
}
type Offered = Awaited<ReturnType<Awaited<ReturnType<typeof visitFor>>['offered']>>[number];
/** A package as the form sends it. */
export const linesOf = ({ id, rows }: Offered): QuotedLine[] =>
  rows.map(({ description, labourFen, listed, parts }) => ({
    ...{ description, labourFen, jobPackageId: id },
    ...(listed && { priceItemId: listed.priceItemId }),
    parts: parts.map(({ listedFen: _, ...part }) => part),
  }));
