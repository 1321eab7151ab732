import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Certificate, PostKey, StaffFile, staffingRoutes } from '../contract.ts';
import { staffingEvents } from '../events.ts';
import { postNow } from './posts.ts';
import {
  assessmentsOf,
  type CertificateRow,
  certificatesOf,
  holdingsOf,
  insertAssessment,
  insertHolding,
  lockHolding,
  personOnFile,
  updateHolding,
} from './queries.ts';

/** A person in the actor's scope; 404 elsewhere. */
export async function personFor(work: Work, employeeId: string) {
  const person = await personOnFile(work, employeeId);
  if (!person) throw notFound();
  return person;
}

const aboutPerson = ({ id, orgPath }: { id: string; orgPath: string }) => ({
  type: 'employee',
  id,
  orgPath,
});

/** Posts, assessments and papers of a person. */
export async function staffFileOf(work: Work, employeeId: string): Promise<StaffFile> {
  await personFor(work, employeeId);
  const holdings = (await holdingsOf(work, employeeId)).map((row) => {
    const { id, postKey, isDedicated, sinceOn, untilOn } = row;
    return { id, postKey: postKey as PostKey, isDedicated, sinceOn, untilOn };
  });
  const assessments = (await assessmentsOf(work, employeeId)).map((row) => {
    const { id, postKey, note, byName, createdAt } = row;
    const scores = row.scores as StaffFile['assessments'][number]['scores'];
    const at = createdAt.toISOString();
    return { id, postKey: postKey as PostKey, scores, note, byName, at };
  });
  const certificates = (await certificatesOf(work, employeeId)).map(shownCertificate);
  return { holdings, assessments, certificates };
}

export function shownCertificate(row: CertificateRow): Certificate {
  const { id, employeeId, employeeName, unitName, name, number, issuer } = row;
  const { issuedOn, expiresOn, fileId, fileType, isWithdrawn, renewalId, version } = row;
  const paper = { issuedOn, expiresOn, fileId, fileType, isWithdrawn, renewalId, version };
  return wire({ id, employeeId, employeeName, unitName, name, number, issuer, ...paper });
}

/** Takes up a post. Who is dedicated to one holds no other (专职). */
export async function hold(
  work: Work,
  employeeId: string,
  { postKey, isDedicated }: BodyOf<typeof staffingRoutes.hold>,
): Promise<void> {
  const person = await personFor(work, employeeId);
  if (person.state === 'left') throw new Problem(409, 'employee_left');
  const held = (await holdingsOf(work, employeeId)).filter(({ untilOn }) => untilOn === null);
  if (held.some((one) => one.postKey === postKey)) throw ruleBroken('/postKey', 'post_held');
  if (held.some((one) => one.isDedicated) || (isDedicated && held.length > 0)) {
    throw ruleBroken('/isDedicated', 'dedicated_already');
  }
  await insertHolding(work, {
    ...{ employeeId, postKey, isDedicated, sinceOn: dateIn(zoneOfTenant, work.now) },
    orgUnitId: person.orgUnitId,
    orgPath: person.orgPath,
  });
  const told = { employeeId, postKey, isDedicated };
  await work.emit(staffingEvents.postTaken, told, aboutPerson(person));
}

/** @returns whose post it was */
export async function endHolding(work: Work, postHoldingId: string): Promise<string> {
  const row = await lockHolding(work, postHoldingId);
  if (!row) throw notFound();
  if (row.untilOn !== null) throw new Problem(409, 'holding_over');
  const today = dateIn(zoneOfTenant, work.now);
  const untilOn = today < row.sinceOn ? row.sinceOn : today;
  await updateHolding(work, row.id, { untilOn });
  const { employeeId, orgPath } = row;
  const told = { employeeId, postKey: row.postKey as PostKey };
  await work.emit(staffingEvents.postGivenUp, told, aboutPerson({ id: employeeId, orgPath }));
  return employeeId;
}

/** By every quality of the post as it is worded now; nobody assesses himself. */
export async function assess(
  work: Work,
  employeeId: string,
  { postKey, scores, note = '' }: BodyOf<typeof staffingRoutes.assess>,
): Promise<void> {
  const person = await personFor(work, employeeId);
  if (!can(work.actor, 'people.manage')) throw forbidden('people.manage');
  if (work.actor.id === employeeId) throw new Problem(422, 'not_oneself');
  const held = await holdingsOf(work, employeeId);
  const holds = held.some((one) => one.postKey === postKey && one.untilOn === null);
  if (!holds) throw ruleBroken('/postKey', 'post_not_held');
  const post = await postNow(work, postKey);
  const given = new Set(scores.map(({ quality }) => quality));
  const isWhole = post.qualities.every(({ key }) => given.has(key));
  if (!isWhole || given.size !== post.qualities.length || given.size !== scores.length)
    throw ruleBroken('/scores', 'qualities_incomplete');
  const { orgPath } = person;
  const row = { employeeId, orgPath, postKey, postVersion: post.version, scores, note };
  await insertAssessment(work, row);
  await work.emit(staffingEvents.assessed, { employeeId, postKey }, aboutPerson(person));
}
