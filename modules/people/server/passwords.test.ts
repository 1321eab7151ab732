import { expect, test } from 'vitest';
import { refuseWeakPassword } from './passwords.ts';

const judged = (password: string) => () => refuseWeakPassword(password, 'wang-er', '/password');

test.for([
  'password1',
  'Woaini1314',
  'jingming2026',
  'Admin!2026',
  'qwertyuiop',
  'aaaaaaaa',
  '短12',
  'my-wang-er-1',
])('ASVS 6.2.1 6.2.4 6.2.11 %s is guessed first: refused', (password) => {
  expect(judged(password)).toThrow('password_weak');
});

test.for(['四月的雨落在车顶上', 'correct horse battery', 'ein Wort 7!'])(
  'ASVS 6.2.5 %s needs no signs or digits',
  (password) => {
    expect(judged(password)).not.toThrow();
  },
);
