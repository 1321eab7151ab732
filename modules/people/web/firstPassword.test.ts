import { expect, test } from 'vitest';
import { firstPassword } from './firstPassword.ts';

test('G-45 a first password is long, can be read aloud, and is never the same', () => {
  const made = Array.from({ length: 200 }, firstPassword);
  for (const one of made) expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);
  expect(new Set(made).size).toBe(200);
});
