import { maskPhone } from '#shared/phones.ts';
import { type Actor, can } from './actor.ts';

/** A phone as this caller may see it: whole with `customers.reveal`, else its middle hidden (ARC-10). */
export const phoneFor = (actor: Actor, phone: string): string =>
  phone === '' || can(actor, 'customers.reveal') ? phone : maskPhone(phone);
