/**
 * What printed text may not hold: control characters, and the marks that turn the direction of
 * writing, with which a name could make paper say something else than the record.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Typst breaks a line at spaces, hyphens and between Han characters only. */
const longRun = /[!-~]{20}(?=[!-~])/g;
const zeroWidthSpace = '\u200b';

/** Stands where the font has no glyph, as printers have always set it (下駄, 倒字). */
const missingMark = '〓';

/** Text as it can be set: well-formed, one kind of line end, with places to break long runs. */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .replace(longRun, `$&${zeroWidthSpace}`);
}

/** Characters that show nothing and therefore need no glyph. */
const invisible = /[\p{C}\p{Z}\p{Variation_Selector}]/u;

/**
 * Reads the JSON of a form, makes each text printable and puts {@link missingMark} in the place of
 * every character without a glyph.
 * @returns the JSON to print, and the characters that were replaced, each once.
 */
export function printableJson(
  json: string,
  hasGlyph: (codePoint: number) => boolean,
): { json: string; missing: string[] } {
  const missing = new Set<string>();
  const markMissing = (character: string): string => {
    if (hasGlyph(character.codePointAt(0) ?? 0) || invisible.test(character)) return character;
    missing.add(character);
    return missingMark;
  };
  const data: unknown = JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? printableText(value).replace(/[^\n -~]/gu, markMissing) : value,
  );
  return { json: JSON.stringify(data), missing: [...missing] };
}
