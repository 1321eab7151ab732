import { jobPackageRoutes, priceRoutes } from '#modules/prices/contract.ts';
import type { TestEmployee } from '#test/tenant.ts';

/** A part and a job with the rate that it is counted by, open to everybody. */
export async function aPriceList(owner: TestEmployee, mark: string): Promise<void> {
  const validFrom = '2026-11-30';
  const part = { kind: 'part', code: 'BP-01', origin: 'original', priceFen: 350_00 } as const;
  await owner.call(priceRoutes.add, { body: { ...part, name: `前制动片${mark}`, validFrom } });
  const job = { kind: 'job', code: 'GS-01', standardHours: 150, hoursSource: 'shop' } as const;
  await owner.call(priceRoutes.add, { body: { ...job, name: `更换前制动片${mark}`, validFrom } });
  await owner.call(priceRoutes.setRate, { body: { rateFen: 120_00, validFrom } });
  await owner.call(jobPackageRoutes.add, {
    body: {
      ...{ code: 'TC-01', name: `换片套餐${mark}`, validFrom, priceFen: 500_00 },
      lines: [
        { kind: 'job', code: 'GS-01', quantityThousandths: 1000 },
        { kind: 'part', code: 'BP-01', quantityThousandths: 1000 },
      ],
    },
  });
  await owner.call(priceRoutes.publish, { body: { isOpen: true } });
}
