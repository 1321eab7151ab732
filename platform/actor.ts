import type { Owing, Route } from '#shared/route.ts';
import { closedWhileEmergency } from './emergency.ts';
import { forbidden, notFound, Problem } from './problem.ts';

/** What one role lets a person do, and below which path of the tree. */
export interface Grant {
  readonly scope: string;
  readonly permissions: readonly string[];
}

/**
 * Who asks, and where in the tree. There is no null that means "everything": a request is anonymous (and then has
 * no actor), or one of these (D-02).
 */
export interface Actor {
  readonly kind: 'user' | 'apiKey' | 'system' | 'link';
  readonly tenantId: string;
  /** The employee, the key, or the job's name. */
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  /** Path prefixes of the tree: what lies below one of them may be seen. */
  readonly scopes: readonly string[];
  /** Below which places persons are another controller's and not shared with him: masked, and found by no search. */
  readonly notShared?: readonly string[];
  /** Which right holds where, for one with roles in several places. Without it every right holds in all scopes. */
  readonly grants?: readonly Grant[];
  /** The unit in whose name new records are made. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly sessionId?: string;
  /** When the person last showed a secret in this session. */
  readonly provedAt?: Date;
  /** What the session lacks before it opens; absent in an open one. */
  readonly owes?: Owing;
  /** What a customer came for by a link: this one record, for this one purpose, and nothing else (D-40). */
  readonly holds?: Held;
  /** He broke the glass: for a while his scopes reach further, and all that he does is marked (trust 2). */
  readonly emergency?: Emergency;
  /** For whom he stands in now: what he does to what lies with one of them is done in that one's stead (ORG-06). */
  readonly standsInFor?: readonly string[];
}

/** Access beyond one's own scope that runs now. */
export interface Emergency {
  readonly id: string;
  readonly until: Date;
  /** What it opened. */
  readonly orgPath: string;
}

/** The one record that a link leads to. */
export interface Held {
  readonly type: string;
  readonly id: string;
  readonly purpose: string;
  readonly visitId: string;
  /** Whether who came has shown the digits that the customer knows. */
  readonly isProved: boolean;
  /** Whether he has shown the code of a message to the telephone on file. */
  readonly isConfirmed: boolean;
}

/**
 * Whether the actor may do a thing at a record's place; without a place, wherever he acts now. A right held in one shop
 * is none in another (ORG-01). The system may do everything.
 */
export const can = (actor: Actor, permission: string, orgPath?: string): boolean =>
  actor.kind === 'system' ||
  (actor.permissions.has(permission) &&
    (orgPath === undefined ? actor.scopes : [orgPath]).every((place) =>
      holdsAt(actor, permission, place),
    ));

const holdsAt = ({ grants }: Actor, permission: string, place: string): boolean =>
  grants === undefined ||
  grants.some(
    ({ scope, permissions }) => place.startsWith(scope) && permissions.includes(permission),
  );

/** The actor as a route meets him: he acts only where its permission is his. */
export const actingBy = (actor: Actor, { access }: Pick<Route, 'access'>): Actor =>
  actor.grants === undefined || access === 'signedIn'
    ? actor
    : {
        ...actor,
        scopes: actor.grants
          .filter(({ permissions }) => permissions.includes(access))
          .map(({ scope }) => scope),
      };

/** Whether a record's place in the tree lies in the actor's scope. */
export const inScope = (actor: Actor, orgPath: string): boolean =>
  actor.scopes.some((scope) => orgPath.startsWith(scope));

/** The house itself at work: a named job in one tenant. What it does is on record under that name. */
export const systemActor = (tenantId: string, job: string): Actor => ({
  kind: 'system',
  tenantId,
  id: job,
  name: job,
  permissions: new Set(),
  scopes: [''],
  unitId: '',
  unitPath: '',
});

/** The top of every tenant's tree; a tenant of one shop is nothing but this. */
export const topPath = '1.';

/** Whether the actor's rights reach from the top of the tree, and not only over a part of it. */
export const holdsWholeHouse = ({ scopes }: Actor): boolean =>
  scopes.some((scope) => topPath.startsWith(scope));

const provedForMs = 10 * 60_000;

/** Whether a person showed a secret within the last ten minutes. Programs and the house have none to show. */
export const hasProved = ({ kind, provedAt }: Actor, now: Date): boolean =>
  kind !== 'user' || (provedAt !== undefined && now.getTime() - provedAt.getTime() < provedForMs);

/**
 * The one gate before every handler: a session that owes its second factor, a missing permission, what stays shut
 * while the glass is broken, a proof that is too old.
 * @throws Problem 403 `second_factor_needed`, `forbidden`, `emergency_closed`, `whole_house_needed`, `step_up_needed`
 */
export function allowRoute(actor: Actor, route: Route, now: Date): void {
  if (actor.owes && !route.whileOwing.includes(actor.owes))
    throw new Problem(403, 'second_factor_needed', { owes: actor.owes });
  if (route.access !== 'signedIn' && !can(actor, route.access)) throw forbidden(route.access);
  if (actor.emergency && closedWhileEmergency(route)) throw new Problem(403, 'emergency_closed');
  if (route.isHouseWide && !holdsWholeHouse(actor)) throw new Problem(403, 'whole_house_needed');
  if (route.stepUp && !hasProved(actor, now)) throw new Problem(403, 'step_up_needed');
}

/**
 * Who came by a link sees the record of that link; to him every other does not exist (D-40).
 * @throws Problem 404
 */
export function refuseOther(actor: Actor, route: Route, params: Record<string, string>): void {
  const [, first] = /:(\w+)/.exec(route.path) ?? [];
  const isHeld = actor.holds?.type === route.about && params[first ?? ''] === actor.holds?.id;
  if (!isHeld) throw notFound();
}
