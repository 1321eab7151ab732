import { cancelPromise, defineRule, keep, promise } from '#modules/commitments/server/index.ts';
import { readyFileOf } from '#modules/files/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { staffingRoutes } from '../contract.ts';
import { staffingEvents } from '../events.ts';
import { personFor } from './people-on-file.ts';
import {
  type CertificateRow,
  insertCertificate,
  lockCertificate,
  updateCertificate,
} from './queries.ts';

type Typed = BodyOf<typeof staffingRoutes.addCertificate>;
type Renewal = BodyOf<typeof staffingRoutes.renewCertificate>;

const monthMinutes = 30 * 24 * 60;

/** Whoever manages people there is warned a month before a paper expires; on the day the house hears of it (ORG-05). */
const renew = defineRule({
  key: 'staffing.renewCertificate',
  source: '《客户服务体系建设》：专业维修技术人员具备资质证书；到期前 30 天提醒为建议值',
  term: { kind: 'until' },
  warnBeforeMinutes: monthMinutes,
  ladder: [{ afterMinutes: 0, permission: 'people.manage' }],
});
const subjectOf = (certificateId: string) => ({ type: 'certificate', id: certificateId });

export async function addCertificate(work: Work, employeeId: string, typed: Typed) {
  const person = await personFor(work, employeeId);
  await refuseUnsound(work, typed);
  const { orgUnitId, orgPath } = person;
  const { id } = await insertCertificate(work, { ...typed, employeeId, orgUnitId, orgPath });
  const row = (await lockCertificate(work, id))!;
  await watchExpiry(work, row);
  await work.emit(staffingEvents.certificateAdded, { employeeId, certificateId: id }, about(row));
  return row;
}

export async function changeCertificate(
  work: Work,
  certificateId: string,
  typed: Typed,
  seen: number | undefined,
) {
  const before = await openCertificate(work, certificateId);
  if (seen !== undefined && seen !== before.version) throw new Problem(412, 'version_stale');
  await refuseUnsound(work, typed);
  await updateCertificate(work, certificateId, typed);
  const after = (await lockCertificate(work, certificateId))!;
  if (after.expiresOn !== before.expiresOn) await watchExpiry(work, after);
  const changes = changesBetween(before, after, Object.keys(typed));
  const told = { employeeId: before.employeeId, certificateId };
  await work.emit(staffingEvents.certificateChanged, told, about(after), changes);
  return after;
}

/** The paper that follows: the former stays with its picture, and its promise is kept. */
export async function renewCertificate(work: Work, certificateId: string, typed: Renewal) {
  const former = await openCertificate(work, certificateId);
  const { employeeId, name, expiresOn } = former;
  const person = await personFor(work, employeeId);
  if (person.state === 'left') throw new Problem(409, 'employee_left');
  await refuseUnsound(work, { ...typed, name });
  const isLonger = typed.expiresOn === null || (expiresOn !== null && typed.expiresOn > expiresOn);
  if (!isLonger) throw ruleBroken('/expiresOn', 'renewal_no_longer');
  const { orgUnitId, orgPath } = person;
  const { id } = await insertCertificate(work, { ...typed, name, employeeId, orgUnitId, orgPath });
  await updateCertificate(work, certificateId, { renewalId: id });
  await keep(work, renew, subjectOf(certificateId));
  const row = (await lockCertificate(work, id))!;
  await watchExpiry(work, row);
  const told = { employeeId, certificateId: id, formerId: certificateId };
  await work.emit(staffingEvents.certificateRenewed, told, about(row));
  return row;
}

export async function withdrawCertificate(work: Work, certificateId: string) {
  const before = await openCertificate(work, certificateId);
  const after = {
    ...before,
    ...(await updateCertificate(work, certificateId, { isWithdrawn: true })),
  };
  await forgetExpiry(work, certificateId);
  const told = { employeeId: before.employeeId, certificateId };
  await work.emit(staffingEvents.certificateWithdrawn, told, about(after));
  return after;
}

/** Nobody waits for its renewal any more. */
export const forgetExpiry = (work: Work, certificateId: string) =>
  cancelPromise(work, renew, subjectOf(certificateId));

async function openCertificate(work: Work, certificateId: string): Promise<CertificateRow> {
  const row = await lockCertificate(work, certificateId);
  if (!row) throw notFound();
  if (row.isWithdrawn) throw new Problem(409, 'certificate_withdrawn');
  if (row.renewalId !== null) throw new Problem(409, 'certificate_renewed');
  return row;
}

async function refuseUnsound(work: Work, { issuedOn, expiresOn, fileId }: Typed): Promise<void> {
  if (issuedOn && expiresOn && expiresOn < issuedOn) {
    throw ruleBroken('/expiresOn', 'span_backwards');
  }
  if (fileId && !(await readyFileOf(work, fileId))) throw notFound();
}

/** The day of expiry as a promise of whoever manages people nearest to him, not of himself. */
async function watchExpiry(work: Work, row: CertificateRow): Promise<void> {
  if (row.expiresOn === null) return forgetExpiry(work, row.id);
  const managers = await employeesWith(work, 'people.manage', row.orgPath);
  const owner = managers.find(({ id }) => id !== row.employeeId) ?? managers[0];
  await promise(work, {
    rule: renew,
    about: subjectOf(row.id),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: owner?.id ?? null,
    dueAt: instantAt(zoneOfTenant, row.expiresOn, '00:00'),
    subject: `${row.employeeName} ${row.name}`,
  });
}

const about = ({ id, orgPath }: CertificateRow) => ({ type: 'certificate', id, orgPath });
