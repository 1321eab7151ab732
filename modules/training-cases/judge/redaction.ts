import { daysBetween, isDate } from '#shared/dates.ts';
import { plateParts } from '#shared/plates.ts';
import type { MarkKind } from '../lifecycle.ts';
import { patterns, titles } from './patterns.ts';

/** Who somebody was in a complaint; the order in which one who was several is named. */
export const roles = [
  'customer',
  'sender',
  'contact',
  'handler',
  'advisor',
  'technician',
  'employee',
] as const;
export type Role = (typeof roles)[number];

/** Something that the house has on file of somebody who was concerned. */
export interface Known {
  readonly role: Role;
  readonly kind: 'name' | 'phone' | 'plate' | 'vin' | 'address' | 'number';
  readonly value: string;
}

/** What stands in place of a person and of what belongs to him, in the reader's language. */
export interface RedactionWords {
  readonly roles: Readonly<Record<Role, string>>;
  /** Tells apart several of one role: 甲, 乙, 丙 … */
  readonly letters: readonly string[];
  readonly instead: Readonly<Record<Exclude<Known['kind'], 'name'>, string>>;
  readonly day: (day: number) => string;
  readonly before: (days: number) => string;
}

interface Rule {
  readonly kind: MarkKind;
  readonly pattern: RegExp;
  readonly instead: string;
  /** How many signs of the value it looks for: the whole goes before a piece of it. */
  readonly signs: number;
}

const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The signs of a value with what people put between them when they write it down. */
const spaced = (value: string, between: string) =>
  [...value.replace(/[\s·•.-]/g, '')].map(escaped).join(between);
const alone = (pattern: string) => `(?<![A-Za-z0-9])${pattern}(?![A-Za-z0-9])`;

/** Full-width digits and letters as they are compared: `１３８` is `138`. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ＠]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const isChinese = (name: string) => /^[㐀-鿿·]{2,}$/.test(name);

function nameRules(role: Role, name: string, instead: string): Rule[] {
  const signs = [...name].length;
  if (signs < 2) return [];
  const whole = isChinese(name) ? spaced(name, '[\\s·]?') : escaped(name);
  const rules: Rule[] = [{ kind: 'name', pattern: new RegExp(whole, 'gi'), instead, signs }];
  if (!isChinese(name) || signs > 4) return rules;
  const called = new RegExp(`${surnameOf(name)}(?:${titles[sideOf(role)]})`, 'g');
  return [...rules, { kind: 'name', pattern: called, instead, signs: 1 }];
}

const surnameOf = (name: string) => [...name].slice(0, [...name].length === 4 ? 2 : 1).join('');
const sideOf = (role: Role) =>
  role === 'customer' || role === 'sender' || role === 'contact' ? 'guest' : 'staff';

function valueRules({ kind, value }: Known, words: RedactionWords): Rule[] {
  if (kind === 'name' || value === '') return [];
  const instead = words.instead[kind];
  const rule = (source: string, signs = value.length): Rule => ({
    kind,
    pattern: new RegExp(source, 'gi'),
    instead,
    signs,
  });
  if (kind === 'phone') {
    const digits = value.replace(/\D/g, '');
    if (digits.length < 7) return [];
    return [rule(`(?<!\\d)(?:\\+?86[\\s-]?)?${spaced(digits, '[\\s-]?')}(?!\\d)`)];
  }
  if (kind === 'plate') {
    const { authority, serial } = plateParts(value);
    if (serial.length < 4) return [rule(alone(escaped(value)))];
    const bare = spaced(serial, '');
    const whole = `${spaced(authority, '\\s?')}[\\s·•.-]?${bare}(?![A-Za-z0-9])`;
    return [rule(whole), rule(alone(bare), serial.length)];
  }
  if (kind === 'vin') {
    const tails = value.length < 17 ? [] : [8, 6];
    return [
      rule(alone(escaped(value))),
      ...tails.map((signs) => rule(alone(value.slice(-signs)), signs)),
    ];
  }
  if (value.length < 4) return [];
  return [rule(kind === 'number' ? alone(escaped(value)) : escaped(value))];
}

/** `王先生` on the register and `王建国` on file are one person. */
const isSame = (role: Role, name: string, other: string) =>
  name !== other &&
  new RegExp(`^${escaped(surnameOf(other))}(?:${titles[sideOf(role)]})$`).test(name);

/** Who is who: each name under the first role that its person had. */
function namesOf(known: readonly Known[]): Map<string, Role> {
  const named = new Map<string, Role>();
  for (const role of roles) {
    for (const one of known) {
      const name = halfWidth(one.value.trim());
      if (one.role === role && one.kind === 'name' && name && !named.has(name)) {
        named.set(name, role);
      }
    }
  }
  return named;
}

/** What of those concerned is found, and what stands in its place: the longer value before the shorter. */
function rulesOf(known: readonly Known[], words: RedactionWords): Rule[] {
  const named = [...namesOf(known)];
  const called = roles.flatMap((role) => {
    const own = named.filter(([, other]) => other === role).map(([name]) => name);
    const persons = own.filter((name) => !own.some((other) => isSame(role, name, other)));
    return own.flatMap((name) => {
      const at = persons.findIndex((person) => person === name || isSame(role, name, person));
      const letter = persons.length > 1 ? (words.letters[at] ?? '') : '';
      return nameRules(role, name, `${words.roles[role]}${letter}`);
    });
  });
  const rules = [...called, ...known.flatMap((one) => valueRules(one, words))];
  return rules.toSorted((a, b) => b.signs - a.signs);
}

const fullDate =
  /(?<!\d)(20\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)(?:\s?[日号])?/g;
const dayOfYear = /(?<![\d年])(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;

const two = (number: string) => number.padStart(2, '0');
const onDay = (year: number | string, month: string, day: string) => {
  const written = `${year}-${two(month)}-${two(day)}`;
  return isDate(written) ? written : undefined;
};

/** A day as its distance from the one on which the complaint was received, which is day 1. */
export function dayInWords(on: string, receivedOn: string, words: RedactionWords): string {
  const days = daysBetween(receivedOn, on);
  return days >= 0 ? words.day(days + 1) : words.before(-days);
}

function withoutDates(text: string, receivedOn: string, words: RedactionWords): string {
  const year = Number(receivedOn.slice(0, 4));
  return text
    .replace(fullDate, (whole, y: string, m: string, d: string) => {
      const on = onDay(y, m, d);
      return on ? dayInWords(on, receivedOn, words) : whole;
    })
    .replace(dayOfYear, (whole, m: string, d: string) => {
      // No year was written: the one that brings it nearest to the complaint.
      const near = [year - 1, year, year + 1]
        .flatMap((each) => onDay(each, m, d) ?? [])
        .toSorted(
          (a, b) => Math.abs(daysBetween(receivedOn, a)) - Math.abs(daysBetween(receivedOn, b)),
        )[0];
      return near ? dayInWords(near, receivedOn, words) : whole;
    });
}

/**
 * A text without the persons that the house knows to be concerned: names become roles, what is on file of them goes,
 * days become distances. What nobody knows stays, and `marksIn` finds it.
 */
export function redacted(
  text: string,
  known: readonly Known[],
  receivedOn: string,
  words: RedactionWords,
): string {
  let left = halfWidth(text);
  for (const { pattern, instead } of rulesOf(known, words)) left = left.replace(pattern, instead);
  return withoutDates(left, receivedOn, words);
}

export interface Found {
  readonly kind: MarkKind;
  readonly words: string;
  readonly at: number;
}
const mostFound = 100;

/** What in a text is somebody's, or looks so, in the order of the text; a stretch counts once. */
export function marksIn(text: string, known: readonly Known[], words: RedactionWords): Found[] {
  const plain = halfWidth(text);
  const found: Found[] = [];
  const isFree = (at: number, end: number) =>
    found.every((other) => end <= other.at || at >= other.at + other.words.length);
  for (const { kind, pattern } of [...rulesOf(known, words), ...patterns]) {
    for (const match of plain.matchAll(pattern)) {
      if (found.length >= mostFound) break;
      const { 0: said, index } = match;
      if (isFree(index, index + said.length))
        found.push({ kind, words: said.slice(0, 120), at: index });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}
