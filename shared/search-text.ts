/**
 * What the one search box needs on both sides: the grams that the archive is indexed by, and the
 * reading of what was typed. PostgreSQL's trigrams find nothing for two Chinese characters, so the
 * application writes single characters and pairs into `grams` and asks with the same function.
 */
import { plainText } from './hint.ts';
import { readPhone } from './phones.ts';
import { normalisePlate, provinces, readPlate } from './plates.ts';
import { normaliseVin, readVin } from './vin.ts';

/** `GD261121-007`: the day and the running number within it. */
export const orderNumberPattern = /^GD\d{6}-\d{3,}$/;
/** More than any name, plate and address together bring. */
const mostGrams = 400;

/** Text as it is compared: letters and digits only, half-width, upper case. */
export function comparable(text: string): string {
  return plainText(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** From its end: tails of phones, plates and VINs are indexed backwards, so that a tail is a beginning. */
export const backwards = (text: string): string => [...text].reverse().join('');

/**
 * Chinese characters one by one, and all pairs of neighbours, each once. To search, ask that the
 * indexed grams contain those of the text typed.
 */
export function grams(...texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const signs = [...comparable(text)];
    signs.forEach((sign, at) => {
      if (/\p{Script=Han}/u.test(sign)) found.add(sign);
      const next = signs[at + 1];
      if (next) found.add(sign + next);
    });
  }
  return [...found].slice(0, mostGrams);
}

export type Probe =
  /** The beginning of an order number, in its stored form, or all of it. */
  | { readonly kind: 'orderNumber'; readonly start: string }
  /** The end of an order number: `1121-007`. */
  | { readonly kind: 'orderTail'; readonly tail: string }
  | { readonly kind: 'plate'; readonly plate: string }
  | { readonly kind: 'plateStart'; readonly start: string }
  | { readonly kind: 'plateTail'; readonly tail: string }
  | { readonly kind: 'vin'; readonly vin: string }
  | { readonly kind: 'vinTail'; readonly tail: string }
  | { readonly kind: 'phone'; readonly phone: string }
  /** A mobile number typed from its beginning. */
  | { readonly kind: 'phoneStart'; readonly start: string }
  | { readonly kind: 'phoneTail'; readonly tail: string }
  /** Small letters: the beginning of the initials or of the full pinyin. */
  | { readonly kind: 'pinyin'; readonly letters: string }
  | { readonly kind: 'name'; readonly name: string };

/**
 * All that the text can be, the likeliest first: `A12345` is the tail of a plate and of a VIN. Empty
 * where it is nothing yet (a single digit).
 */
export function shapeOfQuery(text: string): Probe[] {
  const typed = plainText(text);
  return probes.flatMap((probe) => probe(typed) ?? []);
}

/** How many signs of its end a masked plate or VIN still shows (`maskPlate`, `maskVin`). */
const openEnds = { plateTail: 3, vinTail: 4 } as const;
/** The province and the letter of the authority are shown of every plate. */
const openStart = 2;

/**
 * What one may search by who sees plates and VINs masked: a whole one, and what is shown of it. Any longer piece would
 * tell him the hidden signs one after the other.
 */
export const withoutGuesses = (probes: readonly Probe[]): Probe[] =>
  probes.filter((probe) => {
    if (probe.kind === 'plateTail' || probe.kind === 'vinTail')
      return probe.tail.length <= openEnds[probe.kind];
    return probe.kind !== 'plateStart' || probe.start.length <= openStart;
  });

/** The pieces that can be of a model's name alone: plates are indexed by pieces too, and theirs are signs. */
export const wordGrams = (pieces: readonly string[]): string[] =>
  pieces.filter((piece) => !/[A-Z0-9]/.test(piece) && !provinces.includes(piece));

const probes: readonly ((typed: string) => Probe | undefined)[] = [
  orderNumberProbe,
  orderTailProbe,
  plateProbe,
  vinProbe,
  phoneProbe,
  phoneStartProbe,
  pinyinProbe,
  phoneTailProbe,
  plateTailProbe,
  vinTailProbe,
  nameProbe,
];

function orderNumberProbe(typed: string): Probe | undefined {
  const [, day, number] = /^GD(\d{1,6})-?(\d*)$/i.exec(typed.replace(/\s/g, '')) ?? [];
  if (day === undefined) return undefined;
  return { kind: 'orderNumber', start: number ? `GD${day}-${number}` : `GD${day}` };
}

function orderTailProbe(typed: string): Probe | undefined {
  const tail = typed.replace(/\s/g, '');
  return /^\d{0,6}-\d{3,4}$/.test(tail) ? { kind: 'orderTail', tail } : undefined;
}

function plateProbe(typed: string): Probe | undefined {
  const read = readPlate(typed);
  if (read.kind === 'plate') return { kind: 'plate', plate: read.plate };
  const start = normalisePlate(typed);
  // 川 and 云 are surnames too: only with the letter that follows is it a plate.
  const isStart = /^\p{Script=Han}[A-Z][A-Z0-9]{0,6}$/u.test(start);
  return isStart ? { kind: 'plateStart', start } : undefined;
}

function vinProbe(typed: string): Probe | undefined {
  const read = readVin(typed);
  return read.kind === 'faulty' ? undefined : { kind: 'vin', vin: read.vin };
}

function phoneProbe(typed: string): Probe | undefined {
  const read = readPhone(typed);
  return read.kind === 'phone' ? { kind: 'phone', phone: read.phone } : undefined;
}

function phoneStartProbe(typed: string): Probe | undefined {
  const start = digitsOf(typed);
  return /^1[3-9]\d{2,8}$/.test(start) ? { kind: 'phoneStart', start } : undefined;
}

function phoneTailProbe(typed: string): Probe | undefined {
  const tail = digitsOf(typed);
  return /^\d{4,10}$/.test(tail) ? { kind: 'phoneTail', tail } : undefined;
}

function pinyinProbe(typed: string): Probe | undefined {
  if (!/^[a-zü' ]+$/i.test(typed)) return undefined;
  return { kind: 'pinyin', letters: typed.toLowerCase().replace(/[' ]/g, '').replaceAll('ü', 'v') };
}

/** At most the letter of the authority and six signs; a serial of letters alone has five. */
function plateTailProbe(typed: string): Probe | undefined {
  const tail = normalisePlate(typed);
  const isTail =
    /^(?=.*\d)[A-HJ-NP-Z0-9]{3,7}$|^[A-HJ-NP-Z]{3,5}$|^[A-HJ-NP-Z0-9]{3,5}[挂学警领港澳]$/;
  return isTail.test(tail) ? { kind: 'plateTail', tail } : undefined;
}

/** The last three signs of every VIN are digits (GB 16735: four, three for small makers). */
function vinTailProbe(typed: string): Probe | undefined {
  const tail = normaliseVin(typed);
  return /^[A-HJ-NPR-Z0-9]{1,13}\d{3}$/.test(tail) ? { kind: 'vinTail', tail } : undefined;
}

function nameProbe(typed: string): Probe | undefined {
  const hasLetters = /\p{Script=Han}|\p{L}{2}/u.test(typed);
  return hasLetters ? { kind: 'name', name: typed } : undefined;
}

function digitsOf(typed: string): string {
  return typed.replace(/[\s\-‐-―]/g, '');
}
