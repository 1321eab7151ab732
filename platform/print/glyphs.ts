/**
 * Which characters a TrueType font can draw, read from its `cmap` table (OpenType 1.9, format 12
 * or 4).
 * @throws Error when the font has neither.
 */
export function glyphsOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOffset(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const offset = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    return { offset, format: font.readUInt16BE(offset) };
  });
  const full = subtables.find((each) => each.format === 12);
  if (full) return inGroups(font, full.offset);
  const basic = subtables.find((each) => each.format === 4);
  if (basic) return inSegments(font, basic.offset);
  throw new Error('the font has no character map of format 12 or 4');
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Format 12: groups of (first, last, glyph), ascending. */
function inGroups(font: Buffer, offset: number): (codePoint: number) => boolean {
  const count = font.readUInt32BE(offset + 12);
  const first = (index: number) => font.readUInt32BE(offset + 16 + index * 12);
  const last = (index: number) => font.readUInt32BE(offset + 16 + index * 12 + 4);
  return (codePoint) => {
    const index = firstReaching(count, last, codePoint);
    return index < count && first(index) <= codePoint;
  };
}

/** Format 4: segments by their last code, ascending; a glyph of 0 is none. */
function inSegments(font: Buffer, offset: number): (codePoint: number) => boolean {
  const count = font.readUInt16BE(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const ranges = deltas + count * 2;
  return (codePoint) => {
    const index = firstReaching(count, (at) => font.readUInt16BE(ends + at * 2), codePoint);
    if (index >= count) return false;
    const start = font.readUInt16BE(starts + index * 2);
    if (start > codePoint) return false;
    const delta = font.readUInt16BE(deltas + index * 2);
    const range = font.readUInt16BE(ranges + index * 2);
    if (range === 0) return ((codePoint + delta) & 0xffff) !== 0;
    return font.readUInt16BE(ranges + index * 2 + range + (codePoint - start) * 2) !== 0;
  };
}

/** The first index whose end is not below the wanted value, or `count`. */
function firstReaching(count: number, end: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
