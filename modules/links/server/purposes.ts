import type { Work } from '#platform/work.ts';
import type { LinkPurpose } from '../contract.ts';

/** What a module gives into a customer's hands by a link. */
export interface Purpose {
  name: LinkPurpose;
  /** Of what its routes speak: their `about`. */
  aboutType: string;
  /** The telephone on file: its last digits are what the customer knows, and a code is sent to it. */
  phoneOf(work: Work, aboutId: string): Promise<string | undefined>;
  /** Nothing of a person stands behind it: who holds the address may use it, also where no telephone is on file. */
  needsNoProof?: true;
}

const known = new Map<string, Purpose>();

/** Registered by the module whose record it is, at its load. */
export function defineLinkPurpose(purpose: Purpose): void {
  if (known.has(purpose.name)) throw new Error(`two link purposes are called ${purpose.name}`);
  known.set(purpose.name, purpose);
}

export function purposeOf(name: string): Purpose {
  const purpose = known.get(name);
  if (!purpose) throw new Error(`no link purpose is called ${name}`);
  return purpose;
}

/** The four digits that the customer knows; nothing where none are on file. */
export const digitsOf = async (work: Work, purpose: string, aboutId: string) =>
  /\d{4}$/.exec((await purposeOf(purpose).phoneOf(work, aboutId)) ?? '')?.[0];
