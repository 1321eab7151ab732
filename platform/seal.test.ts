import { expect, test } from 'vitest';
import { sealWith } from './seal.ts';

test('D-70 a sealed secret is read again, and by nobody with another key', () => {
  const own = sealWith(Buffer.alloc(32, 1));
  const sealed = own.seal('口令 pass');
  expect(sealed).not.toContain('pass');
  expect(own.seal('口令 pass')).not.toBe(sealed);
  expect(own.unseal(sealed)).toBe('口令 pass');
  expect(() => sealWith(Buffer.alloc(32, 2)).unseal(sealed)).toThrow();
});

test('D-70 a sealed secret that was changed is refused', () => {
  const { seal, unseal } = sealWith(Buffer.alloc(32, 1));
  const bytes = Buffer.from(seal('secret'), 'base64url');
  bytes[30]! ^= 1;
  expect(() => unseal(bytes.toString('base64url'))).toThrow();
});
