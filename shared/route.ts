import { type Static, type TObject, type TSchema, Type } from 'typebox';

/**
 * What a caller must be before a route listens: nobody in particular, anyone signed in, one who holds a permission, or
 * (`link:<purpose>`) a customer who came by a link and holds the one record that the route's first parameter names.
 */
type Access = 'public' | 'signedIn' | (string & {});

/** How often one caller may ask: guessing secrets is slowed most. */
type RateClass = 'normal' | 'secret' | 'heavy';

/**
 * What the audit holds of it (D-73): `write` leaves an entry with its change; `read` one because personal data leaves
 * in full, on paper or as a file; `plain` none, it only looks; `none` changes something and leaves none, and says why.
 */
type Audit = 'write' | 'read' | 'plain' | { none: string };

/** What a session may lack before it opens: the second factor of its person, that he changes a password that others know, or that he sets up a factor. */
export const owings = ['factor', 'password', 'setup'] as const;
export type Owing = (typeof owings)[number];

/**
 * One HTTP operation, described once (D-01): the server binds it, the browser calls it, OpenAPI and the
 * authorization tests are printed from it.
 */
export interface Route<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Reply extends TSchema = TSchema,
> {
  /** `<module>.<operation>`, stable: metrics, idempotency and audit speak of it. */
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  summary: string;
  access: Access;
  /** Besides `access`, one of these: asked for with the record in hand, unless it is one’s own. */
  needsOneOf: readonly string[];
  /** Changes what holds in every shop of the house: asked of those whose rights reach from the top of the tree. */
  isHouseWide: boolean;
  /** What `params` names, so that tests can offer one's own, a sister shop's and a stranger's. */
  about: string | null;
  params: Params;
  query: Query;
  body: Body;
  reply: Reply;
  status: 200 | 201 | 202 | 204;
  rate: RateClass;
  /** Listens only to people who showed a secret within the last ten minutes; a program's key is exempt. */
  stepUp: boolean;
  /** Listens also to a session that still owes its second factor, or owes setting one up. */
  whileOwing: readonly Owing[];
  /**
   * Its handler reads, and writes by `call.writing`: it speaks to the network first (D-23), or what it writes stays
   * though it refuses.
   */
  writesItself: boolean;
  /** The answer holds a secret that is shown once: wherever it is kept for a repeated submission, it is sealed. */
  secretReply: boolean;
  /** Whether answers hold personal data that is masked for those who may not see it (ARC-10). */
  personal: boolean;
  audit: Audit;
  /** Tells figures of a period: it may read from a copy of the database that is a moment behind. */
  mayLag: boolean;
  /**
   * `stream` hands the handler the raw request or lets it write the answer itself (files, PDF, events); `signed` hands
   * it the body as its bytes, since the sender's signature is over them.
   */
  kind: 'json' | 'upload' | 'stream' | 'signed';
  /** Problem codes beyond those that every route has. */
  problems: readonly string[];
}

export const nothing = Type.Object({}, { additionalProperties: false });
type Nothing = typeof nothing;

type Spec<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> = Pick<
  Route,
  'id' | 'method' | 'path' | 'summary' | 'access'
> &
  Partial<Pick<Route, 'needsOneOf' | 'isHouseWide'>> &
  Partial<Pick<Route, 'status' | 'rate' | 'personal' | 'kind' | 'problems' | 'about' | 'audit'>> &
  Partial<Pick<Route, 'stepUp' | 'whileOwing' | 'secretReply' | 'writesItself' | 'mayLag'>> & {
    params?: P;
    query?: Q;
    body?: B;
    reply: R;
  };

/** Declares a route; what is left out means: no parameters, no body, 200, normal rate, no personal data, writes on record. */
export function route<
  R extends TSchema,
  P extends TSchema = Nothing,
  Q extends TSchema = Nothing,
  B extends TSchema = Nothing,
>(spec: Spec<P, Q, B, R>): Route<P, Q, B, R> {
  return {
    status: 200,
    rate: 'normal',
    needsOneOf: [],
    isHouseWide: false,
    stepUp: false,
    whileOwing: [],
    secretReply: false,
    writesItself: false,
    personal: false,
    mayLag: false,
    kind: 'json',
    problems: [],
    about: null,
    audit: spec.method === 'GET' ? 'plain' : 'write',
    ...spec,
    params: (spec.params ?? nothing) as P,
    query: (spec.query ?? nothing) as Q,
    body: (spec.body ?? nothing) as B,
  };
}

export type Routes = Readonly<Record<string, Route>>;

export interface InputOf<R extends Route> {
  params: Static<R['params']>;
  query: Static<R['query']>;
  body: Static<R['body']>;
}
export type ReplyOf<R extends Route> = Static<R['reply']>;
export type BodyOf<R extends Route> = Static<R['body']>;
export type QueryOf<R extends Route> = Static<R['query']>;

/** A strict object: a field that it does not name is a fault (400). */
export const shape = <const P extends Parameters<typeof Type.Object>[0]>(
  properties: P,
  options: { $id?: string; description?: string } = {},
): TObject<P & {}> =>
  Type.Object(properties, { additionalProperties: false, ...options }) as TObject<P & {}>;
