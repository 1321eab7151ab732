import { refuseClosed, unitById } from '#modules/organisation/server/index.ts';
import { can, inScope } from '#platform/actor.ts';
import { WrongSecret } from '#platform/guesses.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { peopleRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { giveRoles } from './founding.ts';
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts';
import { sensitivePermissions } from './policy.ts';
import {
  endApiKey,
  insertApiKey,
  insertEmployee,
  insertLogin,
  loginOf,
  loginOfEmployee,
  rolesOfTenant,
  updateLogin,
} from './queries.ts';
import { untrustDevices } from './queries-sessions.ts';
import { endSessions, sessionOwesNoMore } from './sessions.ts';
import { hashSecret, newSecret, writeToken } from './tokens.ts';

/** Nobody grants at a place what he may not do there himself (trust 2, shop manager). */
export async function refuseRolesAbove(
  work: Work,
  keys: readonly string[],
  orgPath: string,
  pointer: string,
): Promise<void> {
  const known = new Map((await rolesOfTenant(work, 200)).map((role) => [role.key, role]));
  for (const key of keys) {
    const role = known.get(key);
    if (!role) throw ruleBroken(pointer, 'role_unknown');
    if (!role.permissions.every((permission) => can(work.actor, permission, orgPath))) {
      throw ruleBroken(pointer, 'role_above_own');
    }
  }
}

export async function addEmployee(work: Work, input: BodyOf<typeof peopleRoutes.addEmployee>) {
  const unit = await unitById(work, input.orgUnitId ?? work.actor.unitId);
  if (!unit || !inScope(work.actor, unit.path)) throw notFound();
  refuseClosed(unit, '/orgUnitId');
  await refuseRolesAbove(work, input.roleKeys, unit.path, '/roleKeys');
  const row = await insertEmployee(work, {
    orgUnitId: unit.id,
    orgPath: unit.path,
    name: input.name,
    post: input.post ?? '',
    phone: input.phone ?? '',
  });
  const username = input.username?.toLowerCase() ?? null;
  if (username !== null) await addLogin(work, row.id, username, input.password ?? '');
  await giveRoles(work, row.id, input.roleKeys, unit.path);
  await work.emit(
    peopleEvents.employeeAdded,
    { employeeId: row.id, name: row.name },
    { type: 'employee', id: row.id, orgPath: unit.path },
  );
  return { ...row, username, roleKeys: [...input.roleKeys], lacksFactor: false };
}

/** A way in of one's own; the user name is free, the password not to be guessed. */
export async function addLogin(
  work: Work,
  employeeId: string,
  username: string,
  password: string,
): Promise<void> {
  refuseWeakPassword(password, username, '/password');
  if (await loginOf(work, username)) throw ruleBroken('/username', 'username_taken');
  const passwordHash = await hashPassword(password);
  await insertLogin(work, { employeeId, username, passwordHash, changedAt: work.now });
}

/** A new password ends every other session of that person at once (trust 1b, Chatwoot). */
export async function changePassword(
  work: Work,
  input: BodyOf<typeof peopleRoutes.changePassword>,
) {
  const login = await loginOfEmployee(work, work.actor.id);
  if (!(await isPassword(login?.passwordHash, input.current)) || !login) {
    throw new WrongSecret(422, 'wrong_login', {}, [{ pointer: '/current', code: 'wrong_login' }]);
  }
  if (input.next === input.current) throw ruleBroken('/next', 'password_same');
  refuseWeakPassword(input.next, login.username, '/next');
  await updateLogin(work, work.actor.id, await hashPassword(input.next));
  await untrustDevices(work, work.actor.id);
  await sessionOwesNoMore(work);
  await endSessions(work, work.actor.id, { but: work.actor.sessionId });
  await work.emit(
    peopleEvents.passwordChanged,
    { employeeId: work.actor.id },
    { type: 'employee', id: work.actor.id },
  );
}

export async function addApiKey(work: Work, input: BodyOf<typeof peopleRoutes.addApiKey>) {
  const expiresAt = new Date(input.expiresAt);
  if (expiresAt <= work.now) throw ruleBroken('/expiresAt', 'date_past');
  await refuseRolesAbove(work, [input.roleKey], work.actor.unitPath, '/roleKey');
  const role = (await rolesOfTenant(work, 200)).find(({ key }) => key === input.roleKey)!;
  const isSensitiveRole = role.permissions.some((one) => sensitivePermissions().has(one));
  if (isSensitiveRole && input.isSensitive === undefined) {
    throw ruleBroken('/isSensitive', 'sensitive_unsaid');
  }
  const secret = newSecret();
  const row = await insertApiKey(work, {
    name: input.name,
    secretHash: hashSecret(secret),
    roleId: role.id,
    scopePath: work.actor.unitPath,
    isSensitive: input.isSensitive ?? false,
    expiresAt,
    createdBy: work.actor.id,
    keeperId: work.actor.id,
  });
  await work.emit(
    peopleEvents.apiKeyAdded,
    { apiKeyId: row.id, name: row.name },
    { type: 'apiKey', id: row.id },
  );
  const token = writeToken({ tenantId: work.actor.tenantId, id: row.id, secret });
  return { row, secret: `jm_${token}` };
}

export async function revokeApiKey(work: Work, apiKeyId: string): Promise<void> {
  const row = await endApiKey(work, apiKeyId);
  if (!row) throw notFound();
  await work.emit(peopleEvents.apiKeyRevoked, { apiKeyId }, { type: 'session', id: apiKeyId });
}
