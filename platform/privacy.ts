import { maskAddress } from '#shared/addresses.ts';
import { maskBirthday } from '#shared/birthdays.ts';
import type { PersonalKind } from '#shared/fields.ts';
import { maskName } from '#shared/names.ts';
import { maskPhone } from '#shared/phones.ts';
import { maskPlate } from '#shared/plates.ts';
import { maskVin } from '#shared/vin.ts';
import { type Actor, can } from './actor.ts';
import { Problem } from './problem.ts';

/** Which right shows what of a person, and how it looks without it (ARC-10, PIPL 51: no more than one's work needs). */
const shown: Readonly<Record<PersonalKind, { by?: string; masked: (value: string) => string }>> = {
  phone: { by: 'customers.reveal', masked: maskPhone },
  plate: { by: 'vehicles.seeIdentity', masked: maskPlate },
  vin: { by: 'vehicles.seeIdentity', masked: maskVin },
  address: { by: 'customers.seeAddress', masked: maskAddress },
  words: { by: 'vehicles.seeIdentity', masked: maskWithin },
  // Whoever may see the record sees the name, unless the person is not shared with him at all.
  name: { masked: maskName },
  // Month and day are what a greeting needs; the age is nobody's business.
  birthday: { by: 'customers.reveal', masked: maskBirthday },
};

const placeKey = Symbol('place');
/** Notes where in the tree the record of an answer stands; it stays within the program. */
export const placed = <Value extends object>(value: Value, orgPath: string): Value =>
  Object.assign(value, { [placeKey]: orgPath });
/** Where in the tree this record stands, if that was noted. */
export const placeOf = (value: object): string | undefined =>
  (value as { [placeKey]?: string })[placeKey];

/**
 * Whether the persons at a place are shared with the caller: not those of another controller below him without a basis on
 * record (PIPL 23). Where the place is not known it may be one of these.
 */
export const isShared = ({ notShared = [] }: Actor, place: string | undefined): boolean =>
  notShared.length === 0 ||
  (place !== undefined && !notShared.some((path) => place.startsWith(path)));

/** Who came by a link is the customer himself. */
function sees(actor: Actor, kind: PersonalKind, place: string | undefined): boolean {
  if (actor.kind === 'link') return true;
  const { by } = shown[kind];
  // A right of one shop shows the persons of that shop; where the place is not known it must hold in all of them.
  return isShared(actor, place) && (by === undefined || can(actor, by, place || undefined));
}

/** A value of a person as this caller may see it; `place` is where in the tree his record stands. */
export function shownTo(actor: Actor, kind: PersonalKind, value: string, place?: string): string {
  if (value === '' || sees(actor, kind, place)) return value;
  // Of one who is not shared nobody knows what stands in words about him.
  if (kind === 'words' && !isShared(actor, place)) return '***';
  if (kind === 'birthday' && !isShared(actor, place)) return '';
  return shown[kind].masked(value);
}

/** A phone as this caller may see it: whole with `customers.reveal`, else its middle hidden. */
export const phoneFor = (actor: Actor, phone: string, place?: string): string =>
  shownTo(actor, 'phone', phone, place);
/** A plate as this caller may see it: whole with `vehicles.seeIdentity`, else `粤B**345`. */
export const plateFor = (actor: Actor, plate: string, place?: string): string =>
  shownTo(actor, 'plate', plate, place);
/** A VIN as this caller may see it: whole with `vehicles.seeIdentity`, else its middle hidden. */
export const vinFor = (actor: Actor, vin: string, place?: string): string =>
  shownTo(actor, 'vin', vin, place);
/** An address as this caller may see it: whole with `customers.seeAddress`, else down to the district. */
export const addressFor = (actor: Actor, address: string, place?: string): string =>
  shownTo(actor, 'address', address, place);
/** A name as this caller may see it: whole, unless the person is not shared with him. */
export const nameFor = (actor: Actor, name: string, place?: string): string =>
  shownTo(actor, 'name', name, place);

/** A birthday as this caller may see it: whole with `customers.reveal`, else without its year. */
export const birthdayFor = (actor: Actor, birthday: string, place?: string): string =>
  shownTo(actor, 'birthday', birthday, place);

/**
 * Whether the caller's role shows plates and VINs; if not, no search answers to a piece of one. Who is not shared with
 * him no search finds at all (`:notShared` in its statement).
 */
export const seesIdentity = (actor: Actor): boolean =>
  actor.kind === 'link' || can(actor, 'vehicles.seeIdentity');

/** Whether every value of a person is whole for this caller, at a place. */
export const seesAll = (actor: Actor, place?: string): boolean =>
  (Object.keys(shown) as PersonalKind[]).every((kind) => sees(actor, kind, place));

/** @throws Problem 403 `not_shared` where the persons of a place are not shared with the caller */
export function refuseNotShared(actor: Actor, place: string): void {
  if (!isShared(actor, place)) throw new Problem(403, 'not_shared');
}

/**
 * A value that came back as it had been shown: who saw it masked and saved the form has not changed it.
 * @returns the change without it
 */
export function withoutMasked<Change extends object>(
  actor: Actor,
  change: Change,
  before: { readonly orgPath: string },
  kinds: Readonly<Partial<Record<keyof Change, PersonalKind>>>,
): Change {
  const stored = before as unknown as Record<string, unknown>;
  const isEcho = ([field, value]: [string, unknown]) => {
    const kind = kinds[field as keyof Change];
    const was = stored[field];
    return (
      kind !== undefined &&
      typeof was === 'string' &&
      value !== was &&
      value === shownTo(actor, kind, was, before.orgPath)
    );
  };
  return Object.fromEntries(Object.entries(change).filter((one) => !isEcho(one))) as Change;
}

const vinWithin = /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/g;
const plateWithin =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Z]·?[A-HJ-NP-Z0-9]{4,6}[挂学警领港澳]?/g;
/** Words that somebody wrote, what stands of cars in them masked. */
function maskWithin(words: string): string {
  return words.replace(vinWithin, maskVin).replace(plateWithin, maskPlate);
}
