import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { glyphsOf } from './glyphs.ts';

const { resolve } = createRequire(import.meta.url);
const fontOf = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${file}`));

describe.each(['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'])(
  '%s',
  (file) => {
    const hasGlyph = glyphsOf(fontOf(file));

    test('draws every character of GB 2312 and the mark for the missing', () => {
      const decoder = new TextDecoder('gbk');
      const missing: string[] = [];
      for (let row = 0xb0; row <= 0xf7; row++) {
        for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
          const character = decoder.decode(Uint8Array.of(row, cell));
          if (!hasGlyph(character.codePointAt(0) ?? 0)) missing.push(character);
        }
      }
      expect(missing).toEqual([]);
      expect(hasGlyph('〓'.codePointAt(0) ?? 0)).toBe(true);
    });

    test.each(['𠮷', '☑', '😀'])('knows that it lacks %s', (character) => {
      expect(hasGlyph(character.codePointAt(0) ?? 0)).toBe(false);
    });
  },
);

test('a file without a character map is refused', () => {
  expect(() => glyphsOf(Buffer.alloc(64))).toThrow(/no table cmap/);
});
