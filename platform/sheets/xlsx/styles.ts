import { readXml } from './xml.ts';

/**
 * Built-in number formats that show a day or a time: ECMA-376 part 1, 18.8.30, with the ids that
 * Chinese, Japanese and Korean programs add (27 to 36 and 50 to 58).
 */
const builtInDateFormats = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** For each cell style, in the order in which cells refer to it: does it show a day or time? */
export async function readDateStyles(bytes: AsyncIterable<Buffer> | undefined): Promise<boolean[]> {
  const customFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCellFormats = false;
  await readXml(bytes, {
    open(name, attributes) {
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'numFmt') {
        customFormats.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      }
      if (name === 'xf' && isInCellFormats) {
        const id = Number(attributes.numFmtId);
        styles.push(
          customFormats.get(id) ??
            builtInDateFormats.some(([low, high]) => low <= id && id <= high),
        );
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return styles;
}

/** A format shows a date when day, month, year, hour or second stand in it outside quotes and colours. */
function isDateFormat(formatCode: string): boolean {
  const bare = formatCode.replace(
    /"[^"]*(?:"|$)|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*(?:\]|$)|_.|\*./gi,
    '',
  );
  return /[ymdhs]/i.test(bare.replace(/general/gi, ''));
}
