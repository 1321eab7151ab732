import { expect, test } from 'vitest';
import { printableJson, printableText } from './text.ts';

test('control characters and marks that turn the writing are taken out', () => {
  expect(printableText('张\u0000三\u202e四\u2066五\u0007')).toBe('张三四五');
});

test('line ends of every kind become one kind, half characters become whole', () => {
  expect(printableText('一\r\n二\r三\u2028四\ud842')).toBe('一\n二\n三\n四\ufffd');
});

test('a long run gets places to break, an ordinary VIN stays whole', () => {
  expect(
    printableText('A'.repeat(45))
      .split('\u200b')
      .map((part) => part.length),
  ).toEqual([20, 20, 5]);
  expect(printableText('LSVAU218XN2183294')).toBe('LSVAU218XN2183294');
});

test('characters without a glyph are replaced and named once, wherever they stand', () => {
  const hasGlyph = (codePoint: number) => codePoint < 0x10000;
  const json = JSON.stringify({ name: '张𠮷', list: [{ note: '𠮷😀\nok' }], amount: 5 });
  const printable = printableJson(json, hasGlyph);
  expect(printable.missing).toEqual(['𠮷', '😀']);
  expect(JSON.parse(printable.json)).toEqual({
    name: '张〓',
    list: [{ note: '〓〓\nok' }],
    amount: 5,
  });
});
