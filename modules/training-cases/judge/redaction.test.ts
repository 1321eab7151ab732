import { describe, expect, test } from 'vitest';
import { redactionWords } from '../locales/words-draft.ts';
import { type Known, marksIn, redacted } from './redaction.ts';

const words = redactionWords['zh-CN'];
const known: Known[] = [
  { role: 'customer', kind: 'name', value: '王建国' },
  { role: 'customer', kind: 'name', value: '王先生' },
  { role: 'customer', kind: 'phone', value: '13800138000' },
  { role: 'customer', kind: 'plate', value: '京A12345' },
  { role: 'customer', kind: 'vin', value: 'LSVAA4187E2123456' },
  { role: 'customer', kind: 'address', value: '朝阳区望京街道花家地3号楼' },
  { role: 'customer', kind: 'number', value: 'TS2026-001' },
  { role: 'sender', kind: 'name', value: '单小红' },
  { role: 'advisor', kind: 'name', value: '林晓东' },
  { role: 'employee', kind: 'name', value: '赵刚' },
  { role: 'employee', kind: 'name', value: '钱师傅' },
];
const without = (text: string) => redacted(text, known, '2026-11-21', words);

describe('what is on file is replaced exactly', () => {
  for (const [said, left] of [
    ['王建国来电', '客户来电'],
    ['王 建 国来电', '客户来电'],
    ['请回 138 0013-8000', '请回 〔电话略〕'],
    ['请回１３８００１３８０００。', '请回〔电话略〕。'],
    ['请回+8613800138000', '请回〔电话略〕'],
    ['车是京A·12345', '车是〔车牌略〕'],
    ['尾数12345的车', '尾数〔车牌略〕的车'],
    ['车架号lsvaa4187e2123456', '车架号〔车架号略〕'],
    ['末八位 E2123456', '末八位 〔车架号略〕'],
    ['送到朝阳区望京街道花家地3号楼', '送到〔地址略〕'],
    ['并入TS2026-001处理', '并入〔单号略〕处理'],
    ['王先生说没有人理', '客户说没有人理'],
    ['林晓东接待，林顾问没有道歉', '服务顾问接待，服务顾问没有道歉'],
    ['单女士来取车', '送修人来取车'],
    ['赵刚换的片', '员工甲换的片'],
  ] as const) {
    test(`CMP-14 in a training case “${said}” becomes “${left}”`, () => {
      expect(without(said)).toBe(left);
    });
  }
});

describe('days become distances', () => {
  for (const [said, left] of [
    ['2026-11-21 来电', '第 1 天 来电'],
    ['11月24日复查', '第 4 天复查'],
    ['2026年11月20日修的', '投诉前 1 天修的'],
    ['说好1月2号给答复', '说好第 43 天给答复'],
    ['2026/2/30 没有这一天', '2026/2/30 没有这一天'],
  ] as const) {
    test(`CMP-14 in a training case “${said}” becomes “${left}”`, () => {
      expect(without(said)).toBe(left);
    });
  }
});

describe('what looks personal is marked', () => {
  for (const [said, kind] of [
    ['回拨 13912345678', 'phone'],
    ['座机 027-88886666', 'phone'],
    ['尾号是 8000', 'phone'],
    ['另一辆鄂B·D12345', 'plate'],
    ['车架号 LFV2A21K6A3012345', 'vin'],
    ['证件 110105198001011234', 'idNumber'],
    ['发到 wang@example.com', 'email'],
    ['住在解放大道128号', 'address'],
    ['卡号 6222 0212 3456 7890', 'account'],
    ['微信：wang_jg88', 'account'],
    ['见工单 RO2026-017', 'number'],
    ['孙女士也在场', 'name'],
    ['12月1日再来', 'date'],
    ['找林晓东', 'name'],
  ] as const) {
    test(`CMP-14 “${said}” is marked as ${kind}`, () => {
      expect(marksIn(said, known, words).map((mark) => mark.kind)).toEqual([kind]);
    });
  }

  test('CMP-14 plain words of the trade are not marked', () => {
    const said =
      '第 1 天 客户说刹车异响修了两次还响，工时 200.00 元，里程 42000 公里，1 小时没有人接待。';
    expect(marksIn(said, known, words)).toEqual([]);
    expect(marksIn(without('王建国 2026-11-21 来电，尾数12345'), known, words)).toEqual([]);
  });

  test('CMP-14 a long text is looked through without hanging on any part of it', () => {
    for (const piece of ['1', 'A', '路', '138 ', 'a.', '微信', 'A1']) {
      expect(marksIn(piece.repeat(8000 / piece.length), known, words).length).toBeLessThan(101);
    }
  });
});
