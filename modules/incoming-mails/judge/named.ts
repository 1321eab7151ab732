import { readPhone } from '#shared/phones.ts';
import { readPlate } from '#shared/plates.ts';
import { readVin } from '#shared/vin.ts';

/** What a letter names, in the stored forms. */
export interface Named {
  phones: string[];
  plates: string[];
  vins: string[];
  /** Of orders and complaints. */
  numbers: string[];
}

const mostEach = 10;
/** Longer letters name things at their beginning, or nowhere. */
const mostSigns = 20_000;

const phone =
  /(?<![\d+])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g;
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][ ·•・]?[A-Za-z0-9]{5,6}(?![A-Za-z0-9])/g;
const vin = /(?<![A-Za-z0-9])[A-HJ-NPR-Za-hj-npr-z0-9]{17}(?![A-Za-z0-9])/g;
const number = /(?<![A-Za-z0-9])[A-Z]{2}\d{6}-\d{3,6}(?!\d)/g;

/** Telephones, plates, VINs and numbers of records among words (CMP-01: whom or what it is about). */
export function namedIn(subject: string, body: string): Named {
  const words = `${subject}\n${body}`.slice(0, mostSigns);
  const all = (shape: RegExp, read: (found: string) => string | undefined) => [
    ...new Set([...words.matchAll(shape)].flatMap(([found]) => read(found) ?? [])),
  ];
  return {
    phones: all(phone, (found) => {
      const read = readPhone(found);
      return read.kind === 'phone' ? read.phone : undefined;
    }).slice(0, mostEach),
    plates: all(plate, (found) => {
      const read = readPlate(found);
      return read.kind === 'plate' ? read.plate : undefined;
    }).slice(0, mostEach),
    vins: all(vin, (found) => {
      const read = readVin(found);
      // Seventeen digits are a number of something else.
      return read.kind !== 'faulty' && /[A-Z]/.test(read.vin) ? read.vin : undefined;
    }).slice(0, mostEach),
    numbers: all(number, (found) => found).slice(0, mostEach),
  };
}

const ownId = /^<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/;
/** Which of our own mails a letter answers, by the ids that it mentions (`In-Reply-To`, `References`). */
export const ownMessagesIn = (mentions: readonly string[]): string[] =>
  mentions.flatMap((each) => ownId.exec(each)?.[1] ?? []);
