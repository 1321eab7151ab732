import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#shared/cells.ts';
import { fieldNamed, findHeader, kindOfRow } from './header.ts';

const row = (number: number, ...texts: string[]): SheetRow => ({
  number,
  cells: texts.map((text) => (text === '' ? null : { text })),
});

describe('ARC-09 the heading is found', () => {
  test('below a merged title and a blank row', () => {
    const rows = [row(1, '某汽修厂客户档案'), row(3, '序号', '姓名', '手机'), row(4, '1', '王芳')];
    expect(findHeader(rows)).toEqual({ row: 3, labels: ['序号', '姓名', '手机'] });
  });

  test('below a row of groups', () => {
    const rows = [row(1, '客户', '', '车型', ''), row(2, '姓名', '电话', '车牌', '车架号')];
    expect(findHeader(rows)?.row).toBe(2);
  });

  test('with a place for columns that have data and no heading', () => {
    const rows = [row(1, '姓名', '手机'), row(2, '王芳', '13800138000', '粤B12345')];
    expect(findHeader(rows)?.labels).toEqual(['姓名', '手机', '']);
  });

  test('or is known to be missing', () => {
    expect(findHeader([row(1, '王芳', '13800138000'), row(2, '李强', '13900139000')])).toBe(
      undefined,
    );
  });
});

test.each([
  ['客户姓名', 'customerName'],
  ['车主', 'customerName'],
  ['联系人', 'customerName'],
  ['联系电话', 'phone'],
  ['车主联系电话', 'phone'],
  ['手机（必填）', 'phone'],
  ['牌照', 'plate'],
  ['车号', 'plate'],
  ['车架号(VIN)', 'vin'],
  ['ＶＩＮ码', 'vin'],
  ['里程(公里)', 'mileageKm'],
  ['周期(月)', 'intervalMonths'],
  ['周期(公里)', 'intervalKm'],
  ['上次进厂', 'lastVisitOn'],
  ['下次保养日期', 'nextMaintenanceOn'],
  ['希望得到的服务', 'wishes'],
  ['备 注', 'remark'],
  ['Phone Number', 'phone'],
  ['血型', undefined],
  ['', undefined],
])('ARC-09 the heading %j names %s', (label, field) => {
  expect(fieldNamed(label)?.field).toBe(field);
});

describe('ARC-09 only data rows are judged', () => {
  const header = { row: 1, labels: ['姓名', '电话'] };

  test.each([
    ['data', row(2, '王芳', '13800138000')],
    ['data', row(2, '合计', '13800138000')],
    ['totals', row(2, '合计', '1200 户')],
    ['totals', row(2, '', '本页小计：30')],
    ['totals', row(2, '合 计')],
    ['blank', row(2, '', '')],
    ['heading', row(1, '姓名', '电话')],
    ['heading', row(40, '姓名', '电话')],
  ])('%s', (kind, each) => {
    expect(kindOfRow(each, header)).toBe(kind);
  });
});
