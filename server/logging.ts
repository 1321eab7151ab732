import { toldOf } from '#platform/plain-words.ts';

/** What a log line may hold: never bodies, query strings, cookies (D-72). An allow-list, not a list of what to hide. */
export const logSerializers = {
  req: (request: { method?: string; url?: string; id?: string }) => ({
    method: request.method,
    path: request.url?.split('?')[0],
    id: request.id,
  }),
  /** PostgreSQL quotes rows, mail servers whom they refuse, and bugs what was sent: only plain words and the place. */
  err: toldOf,
};
