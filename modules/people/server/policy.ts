import { type Actor, can } from '#platform/actor.ts';
import { routeTable } from '#platform/http.ts';
import { Problem } from '#platform/problem.ts';
import type { Permission } from '../contract.ts';

interface Powers {
  permissions: readonly string[];
  scopes: readonly string[];
}

/** Nobody touches the file or the way in of one who may do more, or in more places, than he himself (trust 2). */
export const isAbove = (actor: Actor, { permissions, scopes }: Powers): boolean =>
  !permissions.every((permission) => scopes.every((scope) => can(actor, permission, scope))) ||
  !scopes.every((scope) => actor.scopes.some((own) => scope.startsWith(own)));

export function refuseAbove(actor: Actor, powers: Powers): void {
  if (isAbove(actor, powers)) throw new Problem(403, 'employee_above_own');
}

const namers: readonly Permission[] = ['people.manage', 'followUps.supervise'];
/** ORG-06: a supervisor names stand-ins for his people, and who keeps the list of people. */
export const mayNameStandIn = (actor: Actor, orgPath: string): boolean =>
  namers.some((permission) => can(actor, permission, orgPath));

let sensitive: ReadonlySet<string> | undefined;
/** What people must prove themselves for: the permissions of all routes that ask for a fresh proof. */
export function sensitivePermissions(): ReadonlySet<string> {
  sensitive ??= new Set(
    routeTable().flatMap(({ stepUp, access }) => (stepUp && access !== 'signedIn' ? [access] : [])),
  );
  return sensitive;
}
