import type { TSchema } from 'typebox';
import type { Route } from '#shared/route.ts';
import { sampleOf } from '#test/sample.ts';
import { type IdField, idFieldsOf, schemaAt } from './id-fields.ts';

/** A record as a request names it, and the version that a change would carry. */
export interface Chosen {
  readonly id: string;
  readonly version: number;
}

/** A request that the contract allows, ready to be sent as anybody. */
export interface Asking {
  readonly method: Route['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload: string | Buffer | undefined;
  /** The ids in it: an answer may repeat them. */
  readonly ids: ReadonlySet<string>;
}

/** An id in the form of one, of nothing at all. */
export const nobodysId = '01a20000-0000-7000-8000-000000000000';

/**
 * The request of a route. `choose` gives the record for each place that takes an id; `undefined` leaves an optional
 * place out. @param texts what free texts of the query say
 */
export function askingOf(
  route: Route,
  choose: (field: IdField) => Chosen | undefined,
  { text, extra }: { text?: string; extra?: object } = {},
): Asking {
  const input = {
    params: sampled(route.params),
    query: {
      ...sampled(route.query),
      ...span(route.query),
      ...knownWords(route.query),
      ...total(route.query),
    },
    body: { ...sampled(route.body), ...knownWords(route.body) },
  };
  if (text !== undefined) {
    for (const name of freeTextsOf(route)) Object.assign(input.query, { [name]: text });
  }
  const ids = new Set<string>();
  let version = 1;
  for (const field of idFieldsOf(route)) {
    const chosen = choose(field);
    if (!chosen) continue;
    if (field.part === 'params') version = chosen.version;
    ids.add(chosen.id);
    put(input[field.part], route[field.part], field.path, chosen.id);
  }
  const sendsBody = route.method !== 'GET' && route.kind !== 'upload';
  return {
    method: route.method,
    url: addressOf(route, input),
    headers: headersOf(route, version, sendsBody),
    payload: sendsBody ? JSON.stringify({ ...input.body, ...extra }) : uploadOf(route),
    ids,
  };
}

type Fields = Record<string, unknown>;
const sampled = (schema: TSchema) => sampleOf(schema, nobodysId) as Fields;

/** A month that holds everything in the world, where a period is asked for. */
function span(schema: TSchema): Fields {
  const names = Object.keys(propertiesOf(schema));
  const day = (name: string, text: string) =>
    String(propertiesOf(schema)[name]?.format) === 'date' ? text : `${text}T00:00:00.000Z`;
  return {
    ...(names.includes('from') && { from: day('from', '2026-11-01') }),
    ...(names.includes('to') && { to: day('to', '2026-12-15') }),
  };
}

/** What a person would write into fields whose words are read: half the world has this telephone. */
const known: readonly (readonly [RegExp, string])[] = [
  [/phone$/i, '13800138000'],
  [/^plate$/, '粤B10000'],
  [/^url$/, 'https://example.org/hook'],
  [/^newPlate$|^toPlate$/, '粤B99999'],
];

/** Only fields that the smallest request has. */
const knownWords = (schema: TSchema): Fields =>
  Object.fromEntries(
    Object.keys(sampled(schema) ?? {}).flatMap((name) =>
      known.filter(([pattern]) => pattern.test(name)).map(([, word]) => [name, word]),
    ),
  );

/** Lists are asked how many there are, too. */
const total = (schema: TSchema): Fields =>
  propertiesOf(schema).count?.type === 'boolean' ? { count: true } : {};

const propertiesOf = (schema: TSchema) =>
  (schema as { properties?: Record<string, { type?: string; format?: string; enum?: unknown }> })
    .properties ?? {};

/** Query fields in which one may search with words of one's own. */
export const freeTextsOf = (route: Route): string[] =>
  Object.entries(propertiesOf(route.query))
    .filter(([name, { type, format, enum: words }]) =>
      type === 'string' && !format && !words ? name !== 'cursor' : false,
    )
    .map(([name]) => name);

/** Puts a value at a path, with all that its neighbours need. */
function put(target: Fields, schema: TSchema, path: readonly string[], value: string): void {
  let at: Fields | unknown[] = target;
  path.forEach((step, depth) => {
    const key = step === '*' ? 0 : step;
    const isLast = depth === path.length - 1;
    const inner: unknown = (at as Fields)[key];
    const next = isLast ? value : (inner ?? madeAt(schema, path.slice(0, depth + 1)));
    (at as Fields)[key] = next;
    at = next as Fields;
  });
}

function madeAt(schema: TSchema, path: readonly string[]): unknown {
  const part = schemaAt(schema, path) as TSchema & { items?: TSchema };
  return part.items ? [sampled(part.items)] : sampled(part);
}

function addressOf(route: Route, { params, query }: { params: Fields; query: Fields }): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const words = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, `${value}`]),
  );
  return `/api/v1${path}${words.size > 0 ? `?${words}` : ''}`;
}

function headersOf(route: Route, version: number, sendsBody: boolean): Record<string, string> {
  const isChange = route.method === 'PATCH' || route.method === 'DELETE';
  return {
    ...(isChange && { 'if-match': `"${version}"` }),
    ...(sendsBody && { 'content-type': 'application/json' }),
    ...(route.kind === 'upload' && { 'content-type': 'application/octet-stream' }),
  };
}

const uploadOf = (route: Route) =>
  route.kind === 'upload' ? Buffer.from('姓名,电话\n张三,13800138001\n') : undefined;
