import { expect, test } from 'vitest';
import { gradeFor } from './grade.ts';

const maintained = (mileageKm: number, days: number) =>
  gradeFor({ kind: 'maintenance', mileageKm: 60_000, last: { mileageKm, days } });

test('WSH-03 secondary maintenance is proposed when its distance or its days have passed, and says which', () => {
  expect(maintained(20_000, 30)).toMatchObject({
    grade: 'secondary',
    reason: 'secondaryDueByKm',
    km: 40_000,
  });
  expect(maintained(50_000, 120)).toMatchObject({
    grade: 'secondary',
    reason: 'secondaryDueByDays',
    days: 120,
  });
  expect(maintained(50_000, 119)).toMatchObject({ grade: 'primary', reason: 'secondaryNotDue' });
});

test('WSH-03 of a car without a record secondary maintenance is proposed, and the reason says why', () => {
  const first = gradeFor({ kind: 'maintenance', mileageKm: 60_000, last: null });
  expect(first).toMatchObject({ grade: 'secondary', reason: 'secondaryNeverSeen' });
  expect(first.source).toContain('GB/T 18344');
});

test('WSH-03 a repair is a minor one until the inspector says otherwise; an overhaul is proposed by nobody', () => {
  const graded = (['repair', 'repeatRepair', 'enquiry', 'bodyPaint', 'inspection'] as const).map(
    (kind) => gradeFor({ kind, mileageKm: 0, last: null }).grade,
  );
  expect(graded).toEqual(['minor', 'minor', 'minor', 'special', 'special']);
});
