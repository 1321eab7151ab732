import { type Static, type TSchema, Type } from 'typebox';
import { holdsOfOne } from '#modules/document-holds/contract.ts';
import { duplicatesOfOne } from '#modules/duplicates/contract.ts';
import { memberCard } from '#modules/members/contract.ts';
import { message } from '#modules/messages/contract.ts';
import { proposal } from '#modules/reminders/contract.ts';
import { standing } from '#modules/segments/contract.ts';
import { listOf, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const along = <Card extends TSchema>(card: Card) => Type.Optional(nullable(card));

/**
 * What other modules show on the page of a customer, each as its own route answers it, so that the page is one
 * request. Left out where the caller may not see it (or sees it elsewhere than the file); null where there is nothing.
 */
export const fileCards = shape(
  {
    member: along(memberCard),
    standing: along(standing),
    /** What his cars need next. */
    services: along(listOf(proposal)),
    duplicates: along(duplicatesOfOne),
    /** What holds his evidence. */
    holds: along(holdsOfOne),
    /** The latest of his messages. */
    messages: along(listOf(message)),
  },
  { $id: 'FileCards' },
);
export type FileCards = Static<typeof fileCards>;
