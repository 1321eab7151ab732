import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const tag = shape({ orderId: id, keyTagId: id });

/** The sticker on a car's key. */
export const keyTagEvents = events('keyTag', { made: tag, printed: tag, ended: tag });
