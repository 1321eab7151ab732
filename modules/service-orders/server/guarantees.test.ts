import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

describe('WSH-14 the repair guarantee', () => {
  test('WSH-14 is shown by grade with its article, and what the house promises beside it', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const before = await owner.call(routes.guarantees, {});
    expect(before).toMatchObject({
      ...{ source: '机动车维修管理规定 第三十六条', promisedFrom: null },
      items: expect.arrayContaining([
        expect.objectContaining({
          grade: 'secondary',
          car: { days: 30, km: 5_000 },
          promised: null,
        }),
        expect.objectContaining({ grade: 'minor', other: { days: 7, km: 700 } }),
      ]),
    });
    const terms = [{ grade: 'secondary' as const, days: 90, km: 5_000 }];
    const after = await owner.call(routes.promiseGuarantees, { body: { terms } });
    expect(after.promisedFrom).toBe('2026-11-21');
    expect(after.items).toContainEqual(
      expect.objectContaining({ grade: 'secondary', promised: { days: 90, km: 5_000 } }),
    );
  });

  test('WSH-14 what is promised stands on the certificate, and is not undercut there', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const terms = [{ grade: 'secondary' as const, days: 90, km: 8_000 }];
    await owner.call(routes.promiseGuarantees, { body: { terms } });
    const visit = await Visit.begin(shop);
    await visit.toWork();
    await visit.doJobs();
    await visit.check();
    const pass = { passed: true, methods: ['roadTest' as const], findings: [] };
    const { params } = visit;
    await expect(
      visit.inspector.call(routes.finalInspect, { params, body: { ...pass, guaranteeDays: 60 } }),
    ).rejects.toMatchObject({ code: 'guarantee_below_minimum' });
    await visit.finalInspect();
    expect(visit.order.certificate).toMatchObject({ guaranteeDays: 90, guaranteeKm: 8_000 });
  });

  test('WSH-14 nothing below the law is promised, and no grade twice', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const promise = (...terms: { grade: 'minor'; days: number; km: number }[]) =>
      owner.call(routes.promiseGuarantees, { body: { terms } });
    const minor = { grade: 'minor', days: 30, km: 3_000 } as const;
    await expect(promise({ ...minor, days: 9 })).rejects.toMatchObject({
      code: 'guarantee_below_minimum',
    });
    await expect(promise(minor, minor)).rejects.toMatchObject({ code: 'guarantee_grade_twice' });
  });
});
