import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.for([
  undefined,
  '',
  'customers',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/a\\..\\b',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  ' /customers',
  '/客户',
])('D-63 %j leads nowhere but to the start page', (wanted) => {
  expect(ownPath(wanted)).toBe('/');
});

test.for(['/', '/customers?q=%E7%8E%8B', '/service-orders/1#papers'])(
  'D-63 %s is ours',
  (wanted) => {
    expect(ownPath(wanted)).toBe(wanted);
  },
);
