import { encode } from 'uqr';

/**
 * A QR code as SVG, black on white with the quiet zone of four modules that ISO/IEC 18004 asks for.
 * Error correction M: a fold or a stamp over a corner does not spoil it.
 */
export function qrSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) =>
    runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path.join('')}"/></svg>`;
}

/** Where dark modules begin in a row, and how many follow one another. */
function runs(row: readonly boolean[]): [x: number, width: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const run = found.at(-1);
    if (!dark) return;
    if (run && run[0] + run[1] === x) run[1]++;
    else found.push([x, 1]);
  });
  return found;
}
