import { plainWords, toldOf } from '#platform/plain-words.ts';

/** Words of the program and our ids; what else stands in an address may be a secret that opens something. */
const told = /^(?:[A-Za-z][A-Za-z-]{0,39}|v\d|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|)$/;
const pathTold = (url: string): string =>
  url
    .split('?')[0]!
    .split('/')
    .map((part) => (told.test(part) ? part : '…'))
    .join('/');

/** What a log line may hold: never bodies, query strings, cookies (D-72). An allow-list, not a list of what to hide. */
export const logSerializers = {
  req: (request: { method?: string; url?: string; id?: string }) => ({
    method: request.method,
    path: request.url && pathTold(request.url),
    id: request.id,
  }),
  /** PostgreSQL quotes rows, mail servers whom they refuse, and bugs what was sent: only plain words and the place. */
  err: toldOf,
};

/** Fields that a line may have besides its words; whoever logs another one looks for it in vain. */
const allowed = new Set([
  'req',
  'res',
  'err',
  'reqId',
  'responseTime',
  'stream',
  'code',
  'status',
  'route',
  'actor',
  'address',
  'providerId',
]);
export const logFormatters = {
  log: (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))),
};

/** Words beside an error are often its own message, by the framework’s doing: they too are only plain words. */
export const logHooks = {
  logMethod(this: unknown, given: unknown[], method: (...given: unknown[]) => void) {
    const [fields, words] = given;
    const isPlain = typeof fields === 'string';
    method.apply(this, isPlain ? given : [fields, plainWords(String(words ?? 'error'))]);
  },
};
