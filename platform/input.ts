import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { formatFen } from '#shared/money.ts';
import type { InputOf, Route } from '#shared/route.ts';
import { JsonFault, tidyText } from './json.ts';
import { type Fault, Problem } from './problem.ts';

interface Check {
  Check(value: unknown): boolean;
  Errors(value: unknown): Iterable<RawFault>;
}
interface RawFault {
  keyword: string;
  instancePath: string;
  schemaPath: string;
  params: Record<string, unknown>;
}
const compiled = new WeakMap<TSchema, Check>();
/** As many as a form has fields: everything wrong is told at once. A sender of more is told of the first ones. */
Settings.Set({ maxErrors: 200 });

/** Compiled once a schema, at start for every route. */
export function checkOf(schema: TSchema): Check {
  let check = compiled.get(schema);
  if (!check) {
    check = Compile(schema) as unknown as Check;
    compiled.set(schema, check);
  }
  return check;
}

/**
 * What is wrong with a value, all at once, in our codes. Whether anything is wrong is the check's word alone: the list
 * of errors is cut off somewhere, and a list without a code for a person is no pass (G-13).
 */
function faultsOf(schema: TSchema, value: unknown): Fault[] {
  const check = checkOf(schema);
  if (check.Check(value)) return [];
  const raw = [...check.Errors(value)];
  const seen = new Map<string, Fault>();
  for (const fault of raw.flatMap(translated)) {
    if (!seen.has(fault.pointer)) seen.set(fault.pointer, fault);
  }
  return seen.size > 0 ? [...seen.values()] : [{ pointer: '', code: 'wrong' }];
}

/** JSON Schema keywords to what a person is told; `null` is said by another fault of the same value. */
const codes: Record<string, string | null> = {
  type: 'wrong_type',
  enum: 'not_in_list',
  const: 'not_in_list',
  format: 'wrong_format',
  pattern: 'wrong_format',
  minLength: 'required',
  maxLength: 'too_long',
  minimum: 'too_small',
  exclusiveMinimum: 'too_small',
  maximum: 'too_large_number',
  exclusiveMaximum: 'too_large_number',
  minItems: 'too_few',
  maxItems: 'too_many',
  uniqueItems: 'twice',
  boolean: 'unknown_field',
  anyOf: null,
};

function translated({ keyword, instancePath, schemaPath, params }: RawFault): Fault[] {
  if (keyword === 'required') {
    return list(params.requiredProperties).map((name) => at(`${instancePath}/${name}`, 'required'));
  }
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const names = list(params.additionalProperties ?? params.unevaluatedProperties);
    return names.map((name) => at(`${instancePath}/${name}`, 'unknown_field'));
  }
  if (keyword === 'type' && params.type === 'null') return [];
  if (keyword === 'pattern' && schemaPath.length > 0 && params.pattern === '\\S') {
    return [at(instancePath, 'required')];
  }
  const code = keyword in codes ? codes[keyword] : 'wrong';
  return code ? [{ pointer: instancePath, code, facts: limitsOf(params, instancePath) }] : [];
}
const at = (pointer: string, code: string): Fault => ({ pointer, code });
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const limitsOf = ({ limit, allowedValues, format }: Record<string, unknown>, pointer: string) => ({
  // Who types yuan is not told a limit in fen.
  ...(limit !== undefined && {
    limit: typeof limit === 'number' && pointer.endsWith('Fen') ? formatFen(limit) : limit,
  }),
  ...(Array.isArray(allowedValues) && { allowed: allowedValues.join(', ') }),
  ...(format !== undefined && { format }),
});

export interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** A body that was read by its handler, against its shape. @throws Problem 400 with every fault */
export function readBody<S extends TSchema>(schema: S, body: unknown): Static<S> {
  const faults = faultsOf(schema, body);
  if (faults.length > 0) throw new Problem(400, 'invalid', {}, faults);
  return body as Static<S>;
}

/** Reads a request against its route: bodies as they are, addresses and queries converted from text. */
export function readInput<R extends Route>(route: R, raw: RawInput): InputOf<R> {
  const params = converted(route.params, raw.params);
  const query = converted(route.query, raw.query);
  const isBytes = route.kind === 'upload' || route.kind === 'signed';
  const body = isBytes ? {} : (raw.body ?? {});
  const wrongId = faultsOf(route.params, params);
  // An address that no record can have is an address without a record.
  if (wrongId.length > 0) throw new Problem(404, 'not_found');
  const faults = [
    ...faultsOf(route.query, query).map((fault) => ({
      ...fault,
      pointer: `?${fault.pointer.slice(1)}`,
    })),
    ...(isBytes ? [] : faultsOf(route.body, body)),
  ];
  if (faults.length > 0) throw new Problem(400, 'invalid', {}, faults);
  return { params, query, body } as InputOf<R>;
}

function converted(schema: TSchema, given: unknown): Record<string, unknown> {
  const properties = (
    schema as { properties?: Record<string, { type?: string; default?: unknown }> }
  ).properties;
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, unknown>)) {
    const text = Array.isArray(value) ? value : tidied(String(value), name);
    result[name] = Array.isArray(text) ? text : asTyped(text, properties?.[name]?.type);
  }
  for (const [name, property] of Object.entries(properties ?? {})) {
    if (property.default !== undefined && result[name] === undefined)
      result[name] = property.default;
  }
  return result;
}

function tidied(text: string, name: string): string {
  try {
    return tidyText(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new Problem(400, 'invalid', {}, [{ pointer: `?${name}`, code: error.code }]);
  }
}

function asTyped(text: string, type: string | undefined): unknown {
  if (type === 'integer' || type === 'number')
    return /^-?\d{1,16}$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
