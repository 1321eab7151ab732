import type { TSchema } from 'typebox';
import type { Route } from '#shared/route.ts';

type Json = Record<string, unknown>;

const problemRef = { $ref: '#/components/schemas/Problem' };
const problemSchema = {
  type: 'object',
  description: 'A refusal that the caller can act on (RFC 9457)',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', description: 'address of the kind of problem' },
    title: { type: 'string', description: 'in the language of Accept-Language' },
    status: { type: 'integer', minimum: 400, maximum: 599, description: 'HTTP status' },
    detail: { type: 'string', description: 'what to do' },
    code: { type: 'string', description: 'stable, never translated' },
    instance: { type: 'string', description: 'id of the request' },
    errors: {
      type: 'array',
      description: 'each fault',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON pointer' },
          code: { type: 'string', description: 'stable code' },
          message: { type: 'string', description: 'for a person' },
        },
      },
    },
  },
};

/** OpenAPI 3.1 from the table of routes: what is served is documented, and nothing else. */
export function openApiDocument(routes: readonly Route[]): Json {
  const schemas: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '景明 Jingming',
      version: '1',
      description: 'After-sales service for the car trade',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jm_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(route: Route, schemas: Json): Json {
  const hasBody = Object.keys(propertiesOf(route.body)).length > 0;
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.id.split('.')[0]],
    ...(route.access !== 'public' && { security: [{ session: [] }, { key: [] }] }),
    'x-access': route.access,
    ...(route.needsOneOf.length > 0 && { 'x-needs-one-of': route.needsOneOf }),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...headerParameters(route),
    ],
    ...(hasBody && { requestBody: { required: true, content: json(named(route.body, schemas)) } }),
    ...(route.kind === 'upload' && {
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
    }),
    responses: {
      [route.status]: {
        description: 'done',
        ...(route.status !== 204 &&
          route.kind !== 'stream' && { content: json(named(route.reply, schemas)) }),
      },
      ...Object.fromEntries(statusesOf(route).map((status) => [status, problemAnswer])),
    },
    ...(route.problems.length > 0 && { 'x-problems': route.problems }),
  };
}

const problemAnswer = {
  description: 'refused',
  content: { 'application/problem+json': { schema: problemRef } },
};
const json = (schema: unknown) => ({ 'application/json': { schema } });
const propertiesOf = (schema: TSchema) =>
  (schema as { properties?: Record<string, Json> }).properties ?? {};

function statusesOf(route: Route): string[] {
  const common = ['400', '404', '429', '500', '503'];
  if (route.access !== 'public') common.push('401', '403');
  if (route.method !== 'GET') common.push('409', '415', '422');
  if (route.method === 'PATCH' || route.method === 'DELETE') common.push('412', '428');
  return common.sort();
}

function parameters(schema: TSchema, place: 'path' | 'query'): Json[] {
  const { required = [] } = schema as { required?: string[] };
  return Object.entries(propertiesOf(schema)).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    description: property.description ?? name,
    schema: property,
  }));
}

function headerParameters(route: Route): Json[] {
  const text = { type: 'string', maxLength: 255 };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: text,
    description: 'the same key gives the first answer again',
  };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: true,
    schema: text,
    description: 'the version that was read',
  };
  if (route.method === 'POST') return [key];
  return route.method === 'PATCH' || route.method === 'DELETE' ? [match] : [];
}

/** A schema with a name is written once under components. */
function named(schema: unknown, schemas: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => named(part, schemas));
  if (schema === null || typeof schema !== 'object') return schema;
  const { $id, ...rest } = schema as { $id?: string } & Json;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, named(value, schemas)]),
  );
  if (!$id) return plain;
  schemas[$id] = plain;
  return { $ref: `#/components/schemas/${$id}` };
}
