/**
 * Who asks, and where in the tree. There is no null that means "everything": a request is anonymous (and then has
 * no actor), or one of these (D-02).
 */
export interface Actor {
  readonly kind: 'user' | 'apiKey' | 'system';
  readonly tenantId: string;
  /** The employee, the key, or the job's name. */
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  /** Path prefixes of the tree: what lies below one of them may be seen. */
  readonly scopes: readonly string[];
  /** The unit in whose name new records are made. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly sessionId?: string;
  /** For whom this is done, when standing in (ORG-06). */
  readonly actingForId?: string;
}

/** Whether the actor’s roles hold the permission; the system may do everything. */
export const can = (actor: Actor, permission: string): boolean =>
  actor.kind === 'system' || actor.permissions.has(permission);

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
