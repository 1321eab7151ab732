import { randomInt } from 'node:crypto';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/database.ts';
import { Problem } from '#platform/problem.ts';
import type { Seal } from '#platform/seal.ts';
import { type Work, writingWork } from '#platform/work.ts';
import { peopleEvents } from '../events.ts';
import { removeAllFactors } from './own-factors.ts';
import { hashPassword } from './passwords.ts';
import { loginOf, requireChange } from './queries.ts';
import { untrustDevices } from './queries-sessions.ts';
import { employeeById, enableLogin } from './queries-staff.ts';
import { endSessions } from './sessions.ts';
import { aboutEmployee } from './staff.ts';

export interface Rescue {
  tenantId: string;
  username: string;
  /** Second factors go as well; without it only the password is new. */
  withFactors: boolean;
}
export interface Rescued {
  name: string;
  /** Works once: the first sign-in asks for another. */
  password: string;
}

/**
 * For who sits at the server and has its secrets: a way in for somebody who lost his. On record, and told to all owners.
 * @throws Problem 404 nobody is called so, 409 `employee_left`
 */
export async function rescue(
  { database, secrets, now }: { database: Database; secrets: Seal; now: Date },
  { tenantId, username, withFactors }: Rescue,
): Promise<Rescued> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const actor = systemActor(tenantId, 'console.rescue');
  const setting = { actor, now, secrets, via: 'console.rescue' };
  const act = async (work: Work) => {
    const login = await loginOf(work, username.toLowerCase());
    const person = login && (await employeeById(work, login.employeeId));
    if (!person) throw new Problem(404, 'not_found');
    if (person.state === 'left') throw new Problem(409, 'employee_left');
    const { id: employeeId, name } = person;
    await requireChange(work, employeeId, passwordHash);
    await enableLogin(work, employeeId, true);
    if (withFactors) await removeAllFactors(work, employeeId);
    await untrustDevices(work, employeeId);
    await endSessions(work, employeeId, {});
    const told = { employeeId, name, withFactors, orgPath: person.orgPath };
    await work.emit(peopleEvents.rescued, told, aboutEmployee(person));
    return { name, password };
  };
  return writingWork(database, setting, act, () => {});
}

/** Without letters and digits that look alike on paper; about 95 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function oneTimePassword(): string {
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [part(), part(), part(), part()].join('-');
}
