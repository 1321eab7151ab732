import type { FileCard } from '#modules/customers/server/index.ts';
import { holdsCard } from '#modules/document-holds/server/index.ts';
import { duplicatesCard } from '#modules/duplicates/server/index.ts';
import { memberCard } from '#modules/members/server/index.ts';
import { threadCard } from '#modules/messages/server/index.ts';
import { servicesCard } from '#modules/reminders/server/index.ts';
import { standingCard } from '#modules/segments/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

/** What other modules show on the page of a customer. */
export const cards = {
  member: memberCard,
  standing: standingCard,
  services: servicesCard,
  duplicates: duplicatesCard,
  holds: holdsCard,
  messages: threadCard,
} as const;
type Name = keyof typeof cards;
type ToldBy<Card> = Card extends FileCard<infer Told, unknown> ? Told | null : never;
type AllTold = { [Of in Name]: ToldBy<(typeof cards)[Of]> };

/** By their names, whatever they show. */
export const named: readonly [string, FileCard<never, unknown>][] = Object.entries(cards);

const told = statement<AllTold, { customerId: string; sees: readonly string[] }>(
  'archive.cards',
  `select ${named.map(([name, { sql }]) => `case when '${name}' = any(:sees::text[]) then ${sql} end as ${name}`).join(', ')}`,
  { isPlannedOnce: true },
);
/** What `sees` names of the cards; of the others nothing is looked for. */
export async function cardsTold(
  work: Work,
  customerId: string,
  sees: readonly string[],
): Promise<AllTold> {
  const given = named.map(([, card]) => card.given?.(work));
  return (await work.first(told, Object.assign({ customerId, sees }, ...given)))!;
}
