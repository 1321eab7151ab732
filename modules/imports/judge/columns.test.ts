import { expect, test } from 'vitest';
import type { SheetRow } from '#shared/cells.ts';
import { recogniseColumns } from './columns.ts';
import { remap } from './fields.ts';
import { findHeader } from './header.ts';

const rowsOf = (...lines: string[][]): SheetRow[] =>
  lines.map((texts, index) => ({ number: index + 1, cells: texts.map((text) => ({ text })) }));

test('ARC-09 columns are recognised by their headings', () => {
  const rows = rowsOf(
    ['编号', '车主', '联系电话', '牌照号', '行驶里程', '喜好'],
    ['7', '王芳', '13800138000', '粤B12345', '5000', '茶'],
  );
  const { mapping, columns } = recogniseColumns(findHeader(rows), rows);
  expect(mapping).toEqual({ serialNo: 0, customerName: 1, phone: 2, plate: 3, mileageKm: 4 });
  expect(columns[2]).toMatchObject({ field: 'phone', by: 'both', samples: ['13800138000'] });
  expect(columns[5]).toMatchObject({ label: '喜好', field: null, by: 'nothing', confidence: 0 });
});

test('ARC-09 phone, plate and VIN are recognised by what stands in them', () => {
  const rows = rowsOf(
    ['王芳', '13800138000', '粤B12345', 'LSVAU218XN2183294'],
    ['李强', '13900139000', '京AD12345', 'LFV2A11K5G4071234'],
  );
  const { mapping, columns } = recogniseColumns(findHeader(rows), rows);
  expect(mapping).toEqual({ phone: 1, plate: 2, vin: 3 });
  expect(columns[1]).toMatchObject({ by: 'content' });
});

test('ARC-09 a heading that its content belies gives way', () => {
  const rows = rowsOf(
    ['姓名', '电话', '联系方式'],
    ['王芳', '见备注', '13800138000'],
    ['李强', '无', '13900139000'],
  );
  expect(recogniseColumns(findHeader(rows), rows).mapping).toMatchObject({ phone: 2 });
});

test('ARC-09 a person maps a column to another field: the field leaves its old column', () => {
  const mapping = { customerName: 0, phone: 1, remark: 2 };
  expect(remap(mapping, 2, 'phone')).toEqual({ customerName: 0, phone: 2 });
  expect(remap(mapping, 1, null)).toEqual({ customerName: 0, remark: 2 });
});
