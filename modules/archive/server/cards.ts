import type { FileCard } from '#modules/customers/server/index.ts';
import { type Actor, actingBy, can } from '#platform/actor.ts';
import type { Cursors } from '#platform/cursor.ts';
import type { Work } from '#platform/work.ts';
import type { FileCards } from '../contract-cards.ts';
import { cards, cardsTold, named } from './queries-cards.ts';

/** With roles in several places a card’s own route may reach elsewhere than the page: then the card asks it. */
export const isToldHere = (actor: Actor, access: string): boolean =>
  can(actor, access) && actingBy(actor, { access }).scopes.join() === actor.scopes.join();

/** All cards of a customer in one statement; those that the caller may not see are neither asked for nor told. */
export async function cardsOf(
  work: Work,
  customerId: string,
  cursors: Cursors,
): Promise<FileCards> {
  const sees = named.flatMap(([name, { access }]) =>
    isToldHere(work.actor, access) ? [name] : [],
  );
  const row = await cardsTold(work, customerId, sees);
  const shown = <Told, Shown>(card: FileCard<Told, Shown>, its: Told | null) => {
    if (its !== null) return card.shown(its, work, cursors);
    return isToldHere(work.actor, card.access) ? null : undefined;
  };
  return {
    member: shown(cards.member, row.member),
    standing: shown(cards.standing, row.standing),
    services: shown(cards.services, row.services),
    duplicates: shown(cards.duplicates, row.duplicates),
    holds: shown(cards.holds, row.holds),
    messages: shown(cards.messages, row.messages),
  };
}
