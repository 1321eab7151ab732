import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { extractText, getDocumentProxy } from 'unpdf';

export interface ReadPdf {
  /** The text of each page as a reader's program selects it, without the spaces of the layout. */
  readonly pages: readonly string[];
  /** Names of the fonts, and how many of them the file brings along. */
  readonly fonts: readonly string[];
  readonly embeddedFonts: number;
  /** What the QR code drawn on the first page says. */
  readonly qr: string | undefined;
}

/** Reads a printed form back, as its receiver would: text, fonts and QR code. */
export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  const raw = pdf.toString('latin1');
  const names = [...raw.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name = '']) => name);
  return {
    pages: text.map(compact),
    fonts: [...new Set(names)].sort(),
    embeddedFonts: [...raw.matchAll(/\/FontFile2 /g)].length,
    qr: qrIn(pdf, raw),
  };
}

/** Text without white space: where a line was broken does not matter to what was said. */
export const compact = (text: string) => text.replace(/[\s\u200b]+/g, '');

/** Draws the rectangles of the QR code's own stream on a raster and has them read. */
function qrIn(pdf: Buffer, raw: string): string | undefined {
  const drawing = streamsOf(pdf, raw).find((each) => /^q\n1 0 0 -1 0 \d+ cm\n/.test(each));
  const size = Number(drawing && /-1 0 (\d+) cm/.exec(drawing)?.[1]);
  const dark = drawing?.split('\n0 0 0 scn\n')[1];
  if (!dark || !size) return undefined;
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left, top, right] of dark.matchAll(/(\d+) (\d+) m\n(\d+) \2 l\n/g)) {
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y++) {
      for (let x = Number(left) * scale; x < Number(right) * scale; x++) {
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
  }
  return jsQR.default(pixels, side, side)?.data;
}

/** The compressed streams of the file, opened. Binary data cannot end an object's dictionary. */
function streamsOf(pdf: Buffer, raw: string): string[] {
  const heads = raw.matchAll(/ obj\n(?:(?!endobj)[\s\S])*?\nstream\n/g);
  return [...heads].flatMap(({ index, 0: head }) => {
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    if (!head.includes('/FlateDecode') || !length) return [];
    const from = index + head.length;
    return [inflateSync(pdf.subarray(from, from + length)).toString('latin1')];
  });
}
