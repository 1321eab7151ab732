import { describe, expect, test } from 'vitest';
import { plainWords, shortlyTold, toldOf } from './plain-words.ts';

describe('what is written down of an error', () => {
  test.each([
    ['helper process: died (SIGKILL)', 'helper process: died (SIGKILL)'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    [
      'invalid input syntax for type integer: "粤B12345"',
      'invalid input syntax for type integer: …',
    ],
    [
      "ENOENT: no such file or directory, open '/x/张三.pdf'",
      'ENOENT: no such file or directory, open …',
    ],
    ['550 5.1.1 <li.lei@example.cn>: nobody of that name', '550 5.1.1 …'],
    ['busy; kept for li.lei@example.cn', 'busy; kept for …'],
    ['cannot call 13800138000', 'cannot call …'],
    ['客户张三没有电话', '…'],
  ])('D-72 G-40 “%s”', (said, told) => {
    expect(plainWords(said)).toBe(told);
  });

  test('D-72 G-40 its kind and its place stay, what it carries does not', () => {
    const error = Object.assign(new TypeError('cannot use "张三"'), {
      code: '22P02',
      table: 'customers where name = 张三',
      detail: 'Key (phone)=(13800138000) already exists.',
    });
    const told = toldOf(error);
    expect(told).toMatchObject({ type: 'TypeError', message: 'cannot use …', code: '22P02' });
    expect(told.stack).toContain('plain-words.test.ts');
    expect(JSON.stringify(told)).not.toMatch(/张三|138001/);
    expect(shortlyTold(error)).toBe('TypeError: cannot use … (22P02)');
  });

  test('D-72 G-40 what is thrown without being an error is not written down', () => {
    expect(JSON.stringify([toldOf('张三'), toldOf({ name: '张三' })])).not.toContain('张三');
  });
});
