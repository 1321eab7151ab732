import { unitById } from '#modules/organisation/server/index.ts';
import { refuseRolesAbove } from '#modules/people/server/index.ts';
import { inScope, topPath } from '#platform/actor.ts';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Provider, SignOnSettings, signOnRoutes } from '../contract.ts';
import { signOnEvents } from '../events.ts';
import { callbackOf } from './client.ts';
import {
  insertProvider,
  insertRules,
  lockProvider,
  type ProviderRow,
  providersOf,
  removeLinksOf,
  removeProviderRows,
  rulesOf,
  updateProvider,
  updateRules,
} from './queries.ts';

type Added = BodyOf<typeof signOnRoutes.add>;
const mostProviders = 20;

/** As people may see it: without the secret. */
export const shownProvider = (row: ProviderRow): Provider => {
  const { id, label, issuer, clientId, scopes, usernameClaim, matchesUsername, version } = row;
  const { emailDomains, newRoleKey, newUnitId, groupClaim, factorValues, endsThere } = row;
  return {
    ...{ id, label, issuer, clientId, scopes, usernameClaim, matchesUsername, version },
    ...{ emailDomains, newRoleKey, newUnitId, groupClaim, factorValues, endsThere },
    groupRoles: row.groupRoles as Provider['groupRoles'],
    isEnabled: row.isEnabled,
    hasSecret: row.clientSecret !== null,
  };
};

export async function readSettings(work: Work, host: Host): Promise<SignOnSettings> {
  const rules = await rulesOf(work);
  return {
    callbackUrl: callbackOf(host),
    providers: (await providersOf(work)).map(shownProvider),
    requiredRoles: rules?.requiredRoles ?? [],
    version: rules?.version ?? 0,
  };
}

export async function addProvider(
  work: Work,
  host: Host,
  { clientSecret, ...given }: Added,
): Promise<ProviderRow> {
  if ((await providersOf(work)).length >= mostProviders)
    throw new Problem(422, 'sign_on_too_many', { most: mostProviders });
  const fields = await checked(work, host, given);
  const row = await insertProvider(work, { ...fields, clientSecret: sealed(host, clientSecret) });
  await tell(work, signOnEvents.providerAdded, row);
  return row;
}

/** The secret belongs to its issuer: it is never sent to another one; neither do links lead there. */
export async function changeProvider(
  work: Work,
  host: Host,
  { providerId, expectedVersion }: { providerId: string; expectedVersion: number | undefined },
  { clientSecret, ...change }: BodyOf<typeof signOnRoutes.change>,
): Promise<ProviderRow> {
  const before = await lockProvider(work, providerId);
  if (!before) throw notFound();
  if (before.version !== expectedVersion) throw new Problem(412, 'version_stale');
  const { id, hasSecret, version, ...fields } = shownProvider(before);
  const next = await checked(work, host, { ...fields, ...change });
  const isElsewhere = next.issuer !== before.issuer;
  const kept = isElsewhere ? null : before.clientSecret;
  const secret = clientSecret === undefined ? kept : sealed(host, clientSecret);
  if (isElsewhere) await removeLinksOf(work, providerId);
  const row = (await updateProvider(work, providerId, { ...next, clientSecret: secret }))!;
  await tell(work, signOnEvents.providerChanged, row);
  return row;
}

export async function removeProvider(
  work: Work,
  providerId: string,
  expectedVersion: number | undefined,
): Promise<void> {
  const row = await lockProvider(work, providerId);
  if (!row) throw notFound();
  if (row.version !== expectedVersion) throw new Problem(412, 'version_stale');
  await removeProviderRows(work, providerId);
  await tell(work, signOnEvents.providerRemoved, row);
}

/** Whose password no longer opens. An owner’s always does, so that a provider that is away shuts nobody's house. */
export async function requireRoles(
  work: Work,
  requiredRoles: string[],
  expectedVersion: number | undefined,
): Promise<void> {
  const before = await rulesOf(work);
  if ((before?.version ?? 0) !== expectedVersion) throw new Problem(412, 'version_stale');
  await refuseRoles(work, requiredRoles, '/requiredRoles');
  const after = before
    ? await updateRules(work, before.version, requiredRoles)
    : await insertRules(work, requiredRoles);
  if (!after) throw new Problem(412, 'version_stale');
  const about = { type: 'signOnRules', id: work.actor.tenantId };
  await work.emit(signOnEvents.rulesChanged, { requiredRoles }, about);
}

type Fields = Omit<Added, 'clientSecret'>;

async function checked(work: Work, host: Host, given: Fields): Promise<Fields> {
  refuseIssuer(host, given.issuer);
  const { newRoleKey, groupRoles } = given;
  if (newRoleKey !== null) await refuseRoles(work, [newRoleKey], '/newRoleKey');
  for (const [at, { roleKey }] of groupRoles.entries())
    await refuseRoles(work, [roleKey], `/groupRoles/${at}/roleKey`);
  const unitId = given.newUnitId ?? (newRoleKey === null ? null : work.actor.unitId);
  const unit = unitId === null ? undefined : await unitById(work, unitId);
  if (unitId !== null && (!unit || !inScope(work.actor, unit.path))) throw notFound();
  const scopes = new Set(['openid', ...given.scopes.split(/\s+/).filter(Boolean)]);
  return {
    ...given,
    scopes: [...scopes].join(' '),
    emailDomains: given.emailDomains.map((domain) => domain.toLowerCase().replace(/^@/, '')),
    newUnitId: newRoleKey === null ? null : (unit?.id ?? null),
  };
}

/** Who grants by a provider grants himself, to people of any shop: only what he may do everywhere, never the owner's role. */
async function refuseRoles(work: Work, keys: readonly string[], pointer: string): Promise<void> {
  if (keys.includes('owner')) throw ruleBroken(pointer, 'sign_on_role');
  await refuseRolesAbove(work, keys, topPath, pointer);
}

/** The issuer as it names itself, not the address of its description, from which the library would take any name. */
function refuseIssuer({ egress }: Host, issuer: string): void {
  try {
    const { search, hash, pathname } = egress.checkedUrl(issuer);
    if (search === '' && hash === '' && !pathname.includes('/.well-known/')) return;
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
  }
  throw ruleBroken('/issuer', 'sign_on_issuer');
}

const sealed = ({ secrets }: Host, secret: string | undefined): string | null =>
  secret ? secrets.seal(secret) : null;

const tell = (
  work: Work,
  kind: typeof signOnEvents.providerAdded,
  { id, label }: ProviderRow,
): Promise<void> => work.emit(kind, { providerId: id, label }, { type: 'signOnProvider', id });
