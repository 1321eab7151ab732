import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#shared/cells.ts';
import { type ArchivedRecord, type ArchiveKeys, type JudgingPlan, judge } from './judge.ts';
import { verdictOf } from './verdict.ts';

const vins = { a: 'LSVAU218XN2183294', b: 'LFV2A11K5G4071234' };
const plan: JudgingPlan = {
  header: { row: 1, labels: ['姓名', '电话', '车牌', '车架号', '上次进厂'] },
  mapping: { customerName: 0, phone: 1, plate: 2, vin: 3, lastVisitOn: 4 },
  today: '2026-11-21',
};

function rowsOf(lines: string[][]): SheetRow[] {
  return lines.map((texts, index) => ({
    number: index + 2,
    cells: texts.map((text) => (text === '' ? null : { text })),
  }));
}

async function judgementsOf(
  lines: string[][],
  { onFile = [], ...changes }: Partial<JudgingPlan> & { onFile?: ArchivedRecord[] } = {},
) {
  const found = [];
  // One row per batch: relations must hold across batches.
  const batches = rowsOf(lines).map((row) => [row]);
  const lookUp = async ({ phones, plates, vins: numbers }: ArchiveKeys) =>
    onFile.filter(
      ({ phone, plate, vin }) =>
        phones.includes(phone ?? '') || plates.includes(plate ?? '') || numbers.includes(vin ?? ''),
    );
  for await (const judged of judge(batches, { ...plan, ...changes }, lookUp)) found.push(...judged);
  return found.map(({ judgement }) => judgement);
}

const first = ['王芳', '13800138000', '粤B12345', vins.a, '2026-05-01'];

describe('ARC-09 ARC-05 a row is related to an earlier row', () => {
  test.each<[string, string[], string]>([
    ['duplicate_row:2', first, 'the same again'],
    ['duplicate_row:2', ['王 芳', '13800138000', '粤B12345', vins.a], 'name spaced out'],
    ['duplicate_row:2', ['王芳', '13900139000', '粤B12345', vins.a], 'a new phone'],
    ['duplicate_row:2', ['王芳', '13800138000', '粤b·12345', ''], 'without a VIN'],
    ['duplicate_row:2', ['王芳', '13800138000', '', ''], 'without a vehicle'],
    ['ok:second_vehicle_of:2', ['王芳', '13800138000', '粤B54321', vins.b], 'another car'],
    ['same_vehicle_other_customer:2', ['李强', '13900139000', '粤B12345', vins.a], 'sold on'],
    ['same_vin_other_plate:2', ['李强', '13900139000', '粤B54321', vins.a], 'a new plate'],
    ['same_plate_other_vin:2', ['王芳', '13800138000', '粤B12345', vins.b], 'a new car'],
    ['same_phone_other_name:2', ['李强', '13800138000', '粤B54321', vins.b], 'one family'],
    ['ok', ['王芳', '13900139000', '粤B54321', vins.b], 'only the same name'],
    ['vin_length', ['李强', '13800138000', '粤B12345', 'L'], 'its own fault is said first'],
  ])('%s: %s, %s', async (verdict, row) => {
    const [, judgement] = await judgementsOf([first, row]);
    expect(judgement && verdictOf(judgement)).toBe(verdict);
  });

  test('all point to the first row of a vehicle', async () => {
    const judgements = await judgementsOf([first, first, first]);
    expect(judgements.map(verdictOf)).toEqual(['ok', 'duplicate_row:2', 'duplicate_row:2']);
  });

  test('and says which visit is the newer one', async () => {
    const older = [...first.slice(0, 4), '2025-01-01'];
    const [, second] = await judgementsOf([first, older]);
    expect(second?.relation).toMatchObject({ newer: 'other' });
    const [, third] = await judgementsOf([older, first]);
    expect(third?.relation).toMatchObject({ newer: 'this' });
  });
});

describe('ARC-09 ARC-05 a row is related to what is on file', () => {
  const onFile: ArchivedRecord[] = [
    {
      customerId: 'customer-1',
      vehicleId: 'vehicle-1',
      customerName: '王芳',
      phone: '13800138000',
      plate: '粤B12345',
      vin: vins.a,
      lastVisitOn: null,
    },
  ];

  test('the same vehicle and customer', async () => {
    const [judgement] = await judgementsOf([first], { onFile });
    expect(judgement?.relation?.to).toEqual({
      kind: 'archive',
      customerId: 'customer-1',
      vehicleId: 'vehicle-1',
    });
    expect(judgement && verdictOf(judgement)).toBe('duplicate_row:archive');
  });

  test('a second vehicle of a customer is accepted', async () => {
    const [judgement] = await judgementsOf([['王芳', '13800138000', '粤B54321', vins.b]], {
      onFile,
    });
    expect(judgement).toMatchObject({ isHeld: false, relation: { code: 'second_vehicle_of' } });
  });
});

test('ARC-09 a cell mended in place is judged anew', async () => {
  const lines = [['王芳', '1380013', '粤B12345', vins.a]];
  const corrections = new Map([[2, { phone: '13800138000' }]]);
  expect((await judgementsOf(lines)).map(verdictOf)).toEqual(['phone_invalid']);
  expect((await judgementsOf(lines, { corrections })).map(verdictOf)).toEqual(['ok']);
});
