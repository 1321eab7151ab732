import { permissions } from '#modules/people/contract.ts';
import type { Route } from '#shared/route.ts';
import { type Answered, isOwn } from './answers.ts';
import type { Cell } from './cells.ts';
import type { Owner } from './holdings.ts';
import { purposeFor } from './link-principals.ts';
import type { Principal } from './principals.ts';

/** What the house promises of a cell, computed from the route's contract and who asks. */
export type Expectation = 'open' | 'noLogin' | 'noRight' | 'notThere' | 'over' | 'allowed';

/**
 * @param owners whose the records in the address are; `undefined` stands for an id that nobody has
 * @param ids all that the request speaks of
 * Throws for an access that this harness does not know: such a route would be tried by nobody.
 */
export function expectationOf(
  route: Route,
  principal: Principal,
  owners: readonly (Owner | undefined)[],
  ids: ReadonlySet<string>,
): Expectation {
  const { access } = route;
  const purpose = purposeFor(route);
  if (purpose !== undefined) return forLinks(principal, purpose, ids);
  const comesFromElsewhere = principal.isElsewhere && route.method !== 'GET';
  if (access === 'public') return comesFromElsewhere ? 'noRight' : 'open';
  if (access !== 'signedIn' && !(permissions as readonly string[]).includes(access)) {
    throw new Error(`${route.id}: nobody in the matrix comes by the access ${access}`);
  }
  if (principal.isShutOut || principal.link) return 'noLogin';
  if (comesFromElsewhere) return 'noRight';
  if (!passesGate(route, principal)) return 'noRight';
  const isThere = (owner: Owner | undefined) => owner !== undefined && isInScope(principal, owner);
  if (!owners.every(isThere)) return 'notThere';
  return lacksMore(route, principal) ? 'noRight' : 'allowed';
}

/** A link opens its one record, for its purpose, until it is over. */
function forLinks(
  { link, isShutOut }: Principal,
  purpose: string,
  ids: ReadonlySet<string>,
): Expectation {
  if (!link || isShutOut) return 'noLogin';
  if (link.isWithdrawn) return 'over';
  if (link.purpose !== purpose) return 'noRight';
  return ids.has(link.aboutId) ? 'allowed' : 'notThere';
}

/** One of these as well, where the route says so. */
const lacksMore = ({ needsOneOf }: Route, { permissions: held }: Principal): boolean =>
  needsOneOf.length > 0 && !needsOneOf.some((one) => held.has(one));

function passesGate(
  { access, stepUp, whileOwing, isHouseWide }: Route,
  { permissions: held, scopes, owes, hasProved }: Principal,
): boolean {
  if (owes && !whileOwing.includes(owes)) return false;
  const reaches = !isHouseWide || scopes.some((scope) => '1.'.startsWith(scope));
  return (access === 'signedIn' || held.has(access)) && reaches && (hasProved || !stepUp);
}

/** In scope: one's home unit alone gives nothing to see. */
export const isInScope = (principal: Principal, owner: Owner): boolean =>
  isOwn({ ...principal, homePath: principal.scopes[0] ?? '-' }, owner);

/** What is wrong with an answer's status; nothing when the promise was kept. */
export function faultOf(
  route: Route,
  principal: Principal,
  { owners, asking }: Pick<Cell, 'owners' | 'asking'>,
  { status, problem }: Answered,
): string | undefined {
  const expectation = expectationOf(route, principal, owners, asking.ids);
  if (status >= 500) return `broke with ${status}`;
  if (status === 429) return 'was counted out: the matrix proved nothing';
  const wrong = (promised: string) => `${status} ${problem.code ?? ''}, promised ${promised}`;
  switch (expectation) {
    case 'open':
      return undefined;
    case 'noLogin':
      return status === 401 ? undefined : wrong('401');
    case 'noRight':
      return status === 403 ? undefined : wrong('403');
    case 'over':
      return status === 410 ? undefined : wrong('410');
    case 'notThere':
      if (status === 404 || isLackOfMore(route, principal, problem)) return undefined;
      // The order is there, only the line is not: its state may refuse first, and as for a line of nobody.
      if (status === 409 && owners.some((owner) => owner && isInScope(principal, owner)))
        return undefined;
      return wrong('404');
    case 'allowed':
      if (status !== 401 && status !== 403) return undefined;
      return isLackOfMore(route, principal, problem) ? undefined : wrong('an answer');
  }
}

/** A refusal with the record in hand: it names a right that the asker lacks, or is one of the route's own words. */
const isLackOfMore = (
  route: Route,
  principal: Principal,
  { code, permission }: Answered['problem'],
) =>
  code === 'forbidden'
    ? permission !== undefined && !principal.permissions.has(permission)
    : code !== undefined && route.problems.includes(code);
