import { expect, test } from 'vitest';
import { readScan } from './scanned.ts';

test('WSH-06 the first scan is the order, those after it are parts, and another order is known', () => {
  expect(readScan(' 粤C6M218', false)).toEqual({ is: 'order', code: '粤C6M218' });
  expect(readScan('06L115562B', true)).toEqual({ is: 'part', code: '06L115562B' });
  expect(readScan('gd261120-017', true)).toMatchObject({ is: 'order' });
  expect(readScan('https://jm.example.cn/l?o=0192#t', true)).toMatchObject({ is: 'order' });
});

test('WSH-06 a number and a star before a part mean so many of it', () => {
  const code = '06L115562B';
  expect(readScan('3*06L115562B', true)).toEqual({ is: 'part', code, quantityThousandths: 3000 });
  expect(readScan('４．５*06L115562B', true)).toMatchObject({ code, quantityThousandths: 4500 });
  expect(readScan('0*06L115562B', true)).toEqual({ is: 'part', code });
});
