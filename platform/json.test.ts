import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonFault, readJson } from './json.ts';

const codeOf = (text: string) => {
  try {
    readJson(text);
    return 'read';
  } catch (error) {
    return (error as JsonFault).code;
  }
};

test('D-30 what JSON.parse swallows is refused', () => {
  expect(codeOf('{"a":1,"a":2}')).toBe('duplicate_key');
  expect(codeOf('{"a":{"b":1},"c":{"b":1}}')).toBe('read');
  expect(codeOf('{"a":1,"\\u0061":2}')).toBe('duplicate_key');
  expect(codeOf('{"a":"x:\\"a\\":"}')).toBe('read');
  expect(codeOf('["a","a"]')).toBe('read');
  expect(codeOf('"\\u0000"')).toBe('bad_character');
  expect(codeOf('"\\ud800"')).toBe('bad_character');
  expect(codeOf('{"__proto__":{"x":1}}')).toBe('malformed');
  expect(codeOf('['.repeat(40) + ']'.repeat(40))).toBe('too_deep');
  expect(codeOf('{"a":')).toBe('malformed');
});

test('texts come back in NFC without blanks around them', () => {
  expect(readJson('{"name":"  Cafe\\u0301  "}')).toEqual({ name: 'Café' });
});

test('what is sound is read as JSON.parse reads it', () => {
  const sound = fc.jsonValue({ noUnicodeString: true, maxDepth: 5 });
  fc.assert(
    fc.property(sound, (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('__proto__') && !/\\u0000/.test(text));
      expect(JSON.stringify(readJson(text))).toBe(JSON.stringify(trimmed(JSON.parse(text))));
    }),
  );
});

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.trim(), trimmed(inner)]),
  );
}
