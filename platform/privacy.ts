import { maskAddress } from '#shared/addresses.ts';
import type { PersonalKind } from '#shared/fields.ts';
import { maskPhone } from '#shared/phones.ts';
import { maskPlate } from '#shared/plates.ts';
import { maskVin } from '#shared/vin.ts';
import { type Actor, can } from './actor.ts';

/** Which right shows what of a person, and how it looks without it (ARC-10, PIPL 51: no more than one's work needs). */
const shown: Readonly<Record<PersonalKind, { by: string; masked: (value: string) => string }>> = {
  phone: { by: 'customers.reveal', masked: maskPhone },
  plate: { by: 'vehicles.seeIdentity', masked: maskPlate },
  vin: { by: 'vehicles.seeIdentity', masked: maskVin },
  address: { by: 'customers.seeAddress', masked: maskAddress },
  words: { by: 'vehicles.seeIdentity', masked: maskWithin },
};

/** Who came by a link is the customer himself. */
const sees = (actor: Actor, kind: PersonalKind): boolean =>
  actor.kind === 'link' || can(actor, shown[kind].by);

/** A value of a person as this caller may see it. */
export const shownTo = (actor: Actor, kind: PersonalKind, value: string): string =>
  value === '' || sees(actor, kind) ? value : shown[kind].masked(value);

/** A phone as this caller may see it: whole with `customers.reveal`, else its middle hidden. */
export const phoneFor = (actor: Actor, phone: string): string => shownTo(actor, 'phone', phone);
/** A plate as this caller may see it: whole with `vehicles.seeIdentity`, else `粤B**345`. */
export const plateFor = (actor: Actor, plate: string): string => shownTo(actor, 'plate', plate);
/** A VIN as this caller may see it: whole with `vehicles.seeIdentity`, else its middle hidden. */
export const vinFor = (actor: Actor, vin: string): string => shownTo(actor, 'vin', vin);
/** An address as this caller may see it: whole with `customers.seeAddress`, else down to the district. */
export const addressFor = (actor: Actor, address: string): string =>
  shownTo(actor, 'address', address);

/** Whether plates and VINs are masked for this caller: then no search answers to a piece of one. */
export const seesIdentity = (actor: Actor): boolean => sees(actor, 'plate');

/** Whether every value of a person is whole for this caller. */
export const seesAll = (actor: Actor): boolean =>
  (Object.keys(shown) as PersonalKind[]).every((kind) => sees(actor, kind));

/**
 * A value that came back as it had been shown: who saw it masked and saved the form has not changed it.
 * @returns the change without it
 */
export function withoutMasked<Change extends object>(
  actor: Actor,
  change: Change,
  before: object,
  kinds: Readonly<Partial<Record<keyof Change, PersonalKind>>>,
): Change {
  const stored = before as Record<string, unknown>;
  const isEcho = ([field, value]: [string, unknown]) => {
    const kind = kinds[field as keyof Change];
    const was = stored[field];
    return (
      kind !== undefined &&
      typeof was === 'string' &&
      value !== was &&
      value === shownTo(actor, kind, was)
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
