import { expect, test } from 'vitest';
import { strengthOf } from './passwordStrength.ts';

test.each([
  ['', 'none'],
  ['12345678', 'weak'],
  ['password123', 'weak'],
  ['aaaaaaaaaaaa', 'weak'],
  ['qwertyuiop123', 'weak'],
  ['kd83jx0p', 'fair'],
  ['correct horse battery', 'strong'],
  ['雨后的青山很好看', 'strong'],
] as const)('%j is %s', (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});

test('one’s own name adds nothing', () => {
  expect(strengthOf('wangli8888', ['wangli'])).toBe('weak');
});
