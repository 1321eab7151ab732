import type { Static } from 'typebox';
import type { ReplyOf, Route } from './route.ts';

type Empty<T> = keyof T extends never ? true : false;

/** Only the parts that the route has: a list without parameters is called with `{}`. */
export type CallInput<R extends Route> = {
  [Part in 'params' | 'query' | 'body' as Empty<Static<R[Part]>> extends true
    ? never
    : Part extends 'query'
      ? never
      : Part]: Static<R[Part]>;
} & (Empty<Static<R['query']>> extends true ? unknown : { query?: Static<R['query']> });

export interface FieldFault {
  pointer: string;
  code: string;
  message: string;
}

/** A refusal that the caller can act on (RFC 9457), as the browser and the tests see it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldFault[];
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(status: number, body: Record<string, unknown>) {
    super(`${status} ${String(body.code ?? 'internal')} ${String(body.detail ?? '')}`);
    this.status = status;
    this.code = String(body.code ?? 'internal');
    this.title = String(body.title ?? '');
    this.detail = String(body.detail ?? '');
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldFault[]) : [];
    this.facts = body;
  }
}

export interface Ask {
  method: string;
  path: string;
  body?: unknown;
  headers: Record<string, string>;
}
export interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string | undefined>;
}
export interface CallOptions {
  idempotencyKey?: string;
  /** The version that the caller has seen: sent as `If-Match`. */
  version?: number;
}

/** The address of a call, without the host. */
export function pathOf(route: Route, params: object = {}, query: object = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[key])),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return `/api/v1${path}${given.length > 0 ? `?${search}` : ''}`;
}

/** One caller for the browser (over fetch) and for the tests (straight into the server). */
export const callerOver =
  (send: (ask: Ask) => Promise<Answer>) =>
  async <R extends Route>(
    route: R,
    input: CallInput<R>,
    options: CallOptions = {},
  ): Promise<ReplyOf<R>> => {
    const { params, query, body } = input as { params?: object; query?: object; body?: unknown };
    const headers: Record<string, string> = {};
    if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
    if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
    const answer = await send({
      method: route.method,
      path: pathOf(route, params, query),
      body,
      headers,
    });
    if (answer.status < 400) return answer.body as ReplyOf<R>;
    throw new ApiProblem(answer.status, (answer.body ?? {}) as Record<string, unknown>);
  };
