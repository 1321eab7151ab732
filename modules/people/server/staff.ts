import { refuseClosed, unitById } from '#modules/organisation/server/index.ts';
import { inScope } from '#platform/actor.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { staffRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { employmentLife } from '../lifecycle.ts';
import { giveRoles } from './founding.ts';
import { handEverythingOver } from './open-work.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import { refuseAbove } from './policy.ts';
import { loginOfEmployee, updateLogin } from './queries.ts';
import { untrustDevices } from './queries-sessions.ts';
import {
  employeeById,
  enableLogin,
  hasAnotherOwner,
  lockEmployee,
  lockOwnerRole,
  type StaffRow,
  takeRoles,
  updateEmployee,
} from './queries-staff.ts';
import { endStandInsOf } from './queries-stand-ins.ts';
import { addLogin, refuseRolesAbove } from './service.ts';
import { endSessions } from './sessions.ts';

type Change = BodyOf<typeof staffRoutes.change>;

/** The person as he stands, locked; 404 out of scope, 403 for one who may do more, 412 for an older version. */
export async function permit(work: Work, employeeId: string, version: number | undefined) {
  const locked = await lockEmployee(work, employeeId);
  if (!locked) throw notFound();
  if (version !== undefined && version !== locked.version) throw new Problem(412, 'version_stale');
  const person = (await employeeById(work, employeeId))!;
  refuseAbove(work.actor, person);
  return person;
}

export const aboutEmployee = ({ id, orgPath }: Pick<StaffRow, 'id' | 'orgPath'>) => ({
  type: 'employee',
  id,
  orgPath,
});

/** Name, post, telephone, workplace, roles. Roles hold where the person works. */
export async function changeEmployee(
  work: Work,
  employeeId: string,
  { roleKeys, orgUnitId, ...fields }: Change,
  version: number | undefined,
): Promise<void> {
  const before = await permit(work, employeeId, version);
  const place = await placeOf(work, before, orgUnitId);
  const keys = roleKeys ?? before.roleKeys;
  if (place.orgPath !== before.orgPath || !isSame(keys, before.roleKeys)) {
    await changeRoles(work, before, keys, place.orgPath);
  }
  await updateEmployee(work, employeeId, { ...fields, ...place });
  const after = { ...before, ...fields, ...place };
  const changed = Object.keys({ ...fields, ...(orgUnitId && { orgUnitId }) });
  await work.emit(
    peopleEvents.employeeChanged,
    { employeeId, fields: changed },
    aboutEmployee({ id: employeeId, orgPath: place.orgPath }),
    changesBetween(before, after, changed),
  );
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((key) => others.includes(key));

async function placeOf(work: Work, before: StaffRow, orgUnitId: string | undefined) {
  const { orgUnitId: unitId, orgPath } = before;
  if (orgUnitId === undefined || orgUnitId === unitId) return { orgUnitId: unitId, orgPath };
  const unit = await unitById(work, orgUnitId);
  if (!unit || !inScope(work.actor, unit.path)) throw notFound();
  refuseClosed(unit, '/orgUnitId');
  return { orgUnitId: unit.id, orgPath: unit.path };
}

/** The roles of a person as another house gives them, for a work of the house itself. */
export async function assignRoles(
  work: Work,
  employeeId: string,
  rolesFrom: (held: readonly string[]) => readonly string[],
): Promise<void> {
  const before = await permit(work, employeeId, undefined);
  const keys = rolesFrom(before.roleKeys);
  if (!isSame(keys, before.roleKeys)) await changeRoles(work, before, keys, before.orgPath);
}

async function changeRoles(
  work: Work,
  before: StaffRow,
  keys: readonly string[],
  scopePath: string,
): Promise<void> {
  await refuseRolesAbove(work, keys, scopePath, '/roleKeys');
  if (!keys.includes('owner')) await refuseLastOwner(work, before);
  await takeRoles(work, before.id);
  await giveRoles(work, before.id, keys, scopePath);
  if (isSame(keys, before.roleKeys)) return;
  const told = { employeeId: before.id, from: before.roleKeys, to: [...keys] };
  await work.emit(peopleEvents.rolesChanged, told, aboutEmployee(before));
}

/** A shop that nobody can manage any more could not be helped from inside. */
async function refuseLastOwner(work: Work, person: StaffRow): Promise<void> {
  if (!person.roleKeys.includes('owner')) return;
  await lockOwnerRole(work);
  if (!(await hasAnotherOwner(work, person.id))) throw new Problem(422, 'last_owner');
}

type Step = keyof typeof employmentLife.steps;

/** Away and back again, or gone for good. */
export async function takeStep(
  work: Work,
  employeeId: string,
  step: Step,
  version?: number,
): Promise<void> {
  const before = await permit(work, employeeId, version);
  const to = employmentLife.next(step, before.state);
  await updateEmployee(work, employeeId, { state: to });
  const told = { employeeId, from: before.state, to };
  await work.emit(peopleEvents.employmentChanged, told, aboutEmployee(before));
}

/** ORG-07, G-47: what lay with a leaver goes to others, his login and sessions end, in one commit. */
export async function leave(
  work: Work,
  employeeId: string,
  { handOver = [] }: BodyOf<typeof staffRoutes.leave>,
  version: number | undefined,
): Promise<void> {
  const before = await permit(work, employeeId, version);
  employmentLife.next('leave', before.state);
  await refuseLastOwner(work, before);
  await handEverythingOver(work, before, handOver);
  await enableLogin(work, employeeId, false);
  await endSessions(work, employeeId, {});
  await endStandInsOf(work, employeeId);
  await takeStep(work, employeeId, 'leave');
}

/** A password that only the two of them know until the first sign-in; it opens a login that was shut. */
export async function resetPassword(
  work: Work,
  employeeId: string,
  { username, password }: BodyOf<typeof staffRoutes.resetPassword>,
): Promise<void> {
  const person = await permit(work, employeeId, undefined);
  if (person.state === 'left') throw new Problem(409, 'employee_left');
  const login = await loginOfEmployee(work, employeeId);
  if (login) {
    refuseWeakPassword(password, login.username, '/password');
    await updateLogin(work, employeeId, await hashPassword(password));
    await enableLogin(work, employeeId, true);
  } else {
    if (username === undefined) throw ruleBroken('/username', 'username_needed');
    await addLogin(work, employeeId, username.toLowerCase(), password);
  }
  await untrustDevices(work, employeeId);
  await endSessions(work, employeeId, {});
  await work.emit(peopleEvents.passwordReset, { employeeId }, aboutEmployee(person));
}
