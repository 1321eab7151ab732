import type { TSchema } from 'typebox';
import type { PersonalKind } from '#shared/fields.ts';
import type { Route } from '#shared/route.ts';
import type { Actor } from './actor.ts';
import { placeOf, seesAll, shownTo } from './privacy.ts';

/** `place` is that of the nearest record around the value whose place was noted. */
type Masked = (actor: Actor, value: unknown, place: string | undefined) => unknown;
interface Schema {
  readonly 'x-personal'?: PersonalKind;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

const known = new WeakMap<object, Masked | null>();

/** How an answer of this shape is masked; `null` where nothing in it is a person's. Found once a shape. */
function masksOf(schema: Schema): Masked | null {
  const found = known.get(schema);
  if (found !== undefined) return found;
  known.set(schema, null);
  const mask = madeOf(schema);
  known.set(schema, mask);
  return mask;
}

function madeOf(schema: Schema): Masked | null {
  const kind = schema['x-personal'];
  if (kind)
    return (actor, value, place) =>
      typeof value === 'string' ? shownTo(actor, kind, value, place) : value;
  if (schema.anyOf) return oneAfterAnother(schema.anyOf.flatMap((one) => masksOf(one) ?? []));
  if (schema.items) return ofEach(masksOf(schema.items));
  const within = Object.values(schema.patternProperties ?? {}).flatMap((one) => masksOf(one) ?? []);
  if (within.length > 0) return ofValues(within);
  return ofFields(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      const mask = masksOf(field);
      return mask ? [[name, mask] as const] : [];
    }),
  );
}

const oneAfterAnother = (masks: readonly Masked[]): Masked | null =>
  masks.length === 0
    ? null
    : (actor, value, place) => masks.reduce((shown, mask) => mask(actor, shown, place), value);

const ofEach = (mask: Masked | null): Masked | null =>
  mask &&
  ((actor, value, place) =>
    Array.isArray(value) ? value.map((one) => mask(actor, one, place)) : value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ofValues =
  (masks: readonly Masked[]): Masked =>
  (actor, value, place) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => [
            name,
            masks.reduce((shown, mask) => mask(actor, shown, place), one),
          ]),
        )
      : value;

function ofFields(fields: readonly (readonly [string, Masked])[]): Masked | null {
  if (fields.length === 0) return null;
  return (actor, value, place) => {
    if (!isObject(value)) return value;
    const shown = { ...value };
    const here = placeOf(value) ?? place;
    for (const [name, mask] of fields)
      if (name in shown) shown[name] = mask(actor, shown[name], here);
    return shown;
  };
}

/**
 * An answer as its caller may see it: every field that its contract marks as a person's passes the one gate of
 * `privacy.ts`, whichever module made it (ARC-10). Who sees all costs nothing; who writes a stream himself asks
 * `privacy.ts` for each value.
 */
export function maskedFor<Reply>(
  actor: Actor,
  route: Pick<Route, 'reply' | 'kind'>,
  reply: Reply,
): Reply {
  if (route.kind === 'stream') return reply;
  const mask = masksOf(route.reply as TSchema & Schema);
  return mask === null || seesAll(actor) ? reply : (mask(actor, reply, undefined) as Reply);
}
