import { describe, expect, test } from 'vitest';
import { comparable, grams, orderNumberPattern, shapeOfQuery } from './search-text.ts';

const kindsOf = (text: string) => shapeOfQuery(text).map((probe) => probe.kind);

describe('grams', () => {
  test('ARC-05 Chinese characters stand alone and in pairs, letters and digits in pairs', () => {
    expect(grams('张三丰')).toEqual(['张', '张三', '三', '三丰', '丰']);
    expect(grams('粤bD1')).toEqual(['粤', '粤B', 'BD', 'D1']);
  });

  test('ARC-05 several texts share their grams, each is written once', () => {
    expect(grams('张三', '张三', 'zs')).toEqual(['张', '张三', '三', 'ZS']);
  });

  test('ARC-05 the grams of any part of a text are among its own', () => {
    const whole = new Set(grams('上海大众(虹桥)汽车维修 ABC-88'));
    for (const part of ['大众', '众虹', '维修ａｂｃ', 'c88']) {
      expect(grams(part).every((gram) => whole.has(gram))).toBe(true);
    }
  });

  test('ARC-05 characters beyond the basic plane stay whole, a long text is cut', () => {
    expect(grams('𬱟')).toEqual(['𬱟']);
    const long = Array.from({ length: 2000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(
      '',
    );
    expect(grams(long)).toHaveLength(400);
  });

  test('ARC-05 punctuation, case and width do not matter', () => {
    expect(comparable('ａｂｃ·物流（有限）')).toBe('ABC物流有限');
  });
});

describe('what was typed', () => {
  test.each([
    ['粤B12345', ['plate', 'name']],
    ['粤B·8c8k9', ['plate', 'name']],
    ['粤B12', ['plateStart', 'name']],
    ['粤B', ['plateStart', 'name']],
    ['A12345', ['plateTail', 'vinTail']],
    ['8888', ['phoneTail', 'plateTail', 'vinTail']],
    ['888', ['plateTail']],
    ['13800138000', ['phone', 'vinTail']],
    ['138 0013 8000', ['phone', 'vinTail']],
    ['138001', ['phoneStart', 'phoneTail', 'plateTail', 'vinTail']],
    ['LSVAU218XN2183294', ['vin', 'name']],
    ['XN2183294', ['vinTail', 'name']],
    ['zs', ['pinyin', 'name']],
    ['zhangsan', ['pinyin', 'name']],
    ['张三', ['name']],
    ['云', ['name']],
    ['川川', ['name']],
    ['ABC物流', ['name']],
    ['GD2611', ['orderNumber', 'plateTail', 'vinTail', 'name']],
    ['1121-007', ['orderTail', 'phoneTail', 'plateTail', 'vinTail']],
    ['1234挂', ['plateTail', 'name']],
    ['5', []],
    ['', []],
    ['%_', []],
  ])('ARC-05 %j can be %j', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  test('ARC-05 an order number is found however it is typed', () => {
    for (const typed of ['GD261121-007', 'gd261121007', 'ＧＤ261121-007', 'GD 261121 007']) {
      const [first] = shapeOfQuery(typed);
      expect(first).toEqual({ kind: 'orderNumber', start: 'GD261121-007' });
    }
    expect(orderNumberPattern.test('GD261121-007')).toBe(true);
    expect(orderNumberPattern.test('GD261121-07')).toBe(false);
  });

  test('ARC-05 pinyin is asked for in small letters without its divisions', () => {
    expect(shapeOfQuery("Lü Xi'an")[0]).toEqual({ kind: 'pinyin', letters: 'lvxian' });
  });
});
