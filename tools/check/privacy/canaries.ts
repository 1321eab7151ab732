/** In every text that is sent, and in nothing else of the world. */
const mark = 'cnry7x';
const serialDigits = 4;
/** As it stands in encodings of bytes: base64 at each of its three alignments, and hexadecimal. */
const encodedMarks = [
  Buffer.from(mark).toString('base64'),
  Buffer.from(`a${mark}`).toString('base64').slice(2, 9),
  Buffer.from(`aa${mark}`).toString('base64').slice(3, 10),
  Buffer.from(mark).toString('hex'),
];

/**
 * What must not be found where nobody looks for people: in whole, so that a masked telephone (`197****1234`) passes.
 * Only ASCII, so that an escaped or percent-encoded copy is found too.
 */
const tracks = new RegExp(
  [
    `${mark}[0-9a-z]{0,${serialDigits}}`,
    'LCNRY7X[0-9A-Z]{10}',
    '(?<!\\d)1970713\\d{4}(?!\\d)',
    '440305197107\\d{5}[\\dX]',
    'QX7\\d{3}(?!\\w)',
    ...encodedMarks,
  ].join('|'),
  'gi',
);

/** Values like those of a real person, each of them unlike all others, that tell where they were sent. */
export class Canaries {
  private readonly sent: string[] = [];

  get count(): number {
    return this.sent.length;
  }

  /** @param where the route and the field @param name of the field: by it the kind of value is chosen */
  for(where: string, name: string, maxLength: number): string {
    const number = this.sent.push(where);
    const made = this.ofKind(name, number);
    return made.length <= maxLength ? made : made.slice(0, maxLength);
  }

  /** What is found in a text, with the field that it was sent in where that can be told. */
  static findIn(text: string): string[] {
    return [...new Set([...text.matchAll(tracks)].map(([found]) => found))];
  }

  /** Where a found value was sent; those without a number stand beside one that has it. */
  originOf(found: string): string {
    const serial = new RegExp(`${mark}([0-9a-z]{${serialDigits}})`, 'i').exec(found)?.[1];
    return this.sent[Number.parseInt(serial ?? '', 36) - 1] ?? 'the same';
  }

  private ofKind(name: string, number: number): string {
    const serial = number.toString(36).padStart(serialDigits, '0');
    const token = `${mark}${serial}`;
    if (/phone/i.test(name)) return phoneOf(number);
    if (/plate/i.test(name)) return plateOf(number);
    if (/vin/i.test(name)) return vinOf(number);
    if (/mail|^from$|^address$/i.test(name)) return `${token}@example.test`;
    if (/password|secret|token|code|key/i.test(name)) return `${token}-Kanarienvogel-2026`;
    if (/username/i.test(name)) return token;
    if (/name/i.test(name)) return `欧阳${token}`;
    const all = [phoneOf(number), plateOf(number), vinOf(number), idNumberOf(number)];
    return `${token} 陆家嘴环路 ${all.join(' ')} ${token}@example.test`;
  }
}

const phoneOf = (number: number) => `1970713${String(number % 10_000).padStart(4, '0')}`;
const plateOf = (number: number) => `粤QX7${String(number % 1000).padStart(3, '0')}`;
const idNumberOf = (number: number) => `440305197107${String(number % 100_000).padStart(5, '0')}X`;

const vinOf = (number: number) => `LCNRY7XK51${String(number % 10_000_000).padStart(7, '0')}`;
