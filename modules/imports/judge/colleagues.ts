import { bareName } from './relations.ts';
import type { Counterpart, FaultCode, Relation, TidyRow, TidyValues } from './verdict.ts';

/** A unit of the house that a row may name. */
export interface KnownUnit {
  id: string;
  name: string;
  code: string;
  path: string;
  isClosed: boolean;
}

/** What a list of employees is compared with. */
export interface House {
  /** Where the list was brought in: nobody is put on file outside of it. */
  own: KnownUnit;
  /** Those of the whole house that bear a name or code of the list. */
  units: readonly KnownUnit[];
  posts: readonly string[];
  people: readonly { employeeId: string; name: string; phone: string }[];
}

interface KnownColleague {
  at: Counterpart;
  name: string;
  phone: string | null;
}

/** People met so far, by phone and by name: the first under a phone stays. */
export class KnownColleagues {
  private readonly byPhone = new Map<string, KnownColleague>();
  private readonly byName = new Map<string, KnownColleague[]>();

  add(known: KnownColleague): void {
    const { phone } = known;
    if (phone !== null && !this.byPhone.has(phone)) this.byPhone.set(phone, known);
    const name = bareName(known.name);
    this.byName.set(name, [...(this.byName.get(name) ?? []), known]);
  }

  /** One number is one person. Without numbers to tell them apart, one name is, too: a person says whether it is. */
  same({ employeeName, phone }: TidyValues): KnownColleague | undefined {
    const byPhone = phone === null ? undefined : this.byPhone.get(digits(phone));
    if (byPhone || employeeName === null) return byPhone;
    return this.byName
      .get(bareName(employeeName))
      ?.find((known) => known.phone === null || phone === null);
  }
}

/** On file a number stands as it was typed: digits are compared. */
export const digits = (phone: string): string => phone.replace(/\D/g, '');

/** Those on file, to compare rows with. */
export function colleaguesOnFile({ people }: House): KnownColleagues {
  const known = new KnownColleagues();
  for (const { employeeId, name, phone } of people) {
    known.add({ at: { kind: 'person', employeeId }, name, phone: phone === '' ? null : phone });
  }
  return known;
}

/** A row as later rows know it. */
export const asKnown = (row: number, { employeeName, phone }: TidyValues): KnownColleague => ({
  at: { kind: 'row', row },
  name: employeeName ?? '',
  phone: phone === null ? null : digits(phone),
});

/** Compares with earlier rows first, then with who is on file. */
export function relateColleague(
  values: TidyValues,
  rows: KnownColleagues,
  onFile: KnownColleagues,
): Relation | null {
  const earlier = rows.same(values);
  if (earlier) return { code: 'employee_twice', to: earlier.at, newer: 'this' };
  const known = onFile.same(values);
  return known ? { code: 'employee_on_file', to: known.at, newer: 'this' } : null;
}

/** Says what is wrong with post and shop of a row. */
export function noteHouse({ values, faults }: TidyRow, house: House): void {
  const { post, shop } = values;
  if (post !== null && !house.posts.includes(post)) {
    faults.push({ code: 'post_unknown', field: 'post', text: post, ...postMeant(post, house) });
  }
  const found = unitOf(shop, house);
  if (typeof found === 'string') faults.push({ code: found, field: 'shop', text: shop ?? '' });
}

/** 顾问 probably means 服务顾问; of several nothing is said. */
function postMeant(typed: string, { posts }: House): { suggestion?: string } {
  const near = posts.filter((post) => post.includes(typed) || typed.includes(post));
  return near.length === 1 ? { suggestion: near[0] } : {};
}

/** Which unit a row means by name or code: the own one where it names none. */
export function unitOf(text: string | null, { own, units }: House): KnownUnit | FaultCode {
  const named =
    text === null ? [own] : units.filter(({ name, code }) => name === text || isCode(code, text));
  if (named.length === 0) return 'shop_unknown';
  const inside = named.filter(({ path }) => path.startsWith(own.path));
  if (inside.length === 0) return 'shop_outside';
  const open = inside.filter(({ isClosed }) => !isClosed);
  if (open.length > 1) return 'shop_ambiguous';
  return open[0] ?? 'shop_closed';
}

const isCode = (code: string, text: string) => code.toLowerCase() === text.toLowerCase();
