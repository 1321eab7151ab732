import { readyFileOf } from '#modules/files/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { placed } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Partner, subletPartnerRoutes } from '../contract.ts';
import { subletPartnerEvents } from '../events.ts';
import {
  insertPartner,
  isNameTaken,
  lockPartner,
  type PartnerRow,
  type ShownPartnerRow,
  seenPartner,
  updatePartner,
} from './queries-partners.ts';

type Body<Name extends 'add' | 'change'> = BodyOf<(typeof subletPartnerRoutes)[Name]>;

const aboutPartner = ({ id, orgPath }: PartnerRow) => ({ type: 'subletPartner', id, orgPath });
const todayOf = (work: Work) => dateIn(zoneOfTenant, work.now);

/** Whether its paper still holds on a day; one that does not end holds for good. */
const isExpiredOn = ({ qualificationUntil }: PartnerRow, day: string): boolean =>
  qualificationUntil !== null && qualificationUntil < day;

/** A firm, as it goes out. */
export function presentPartner(work: Work, row: ShownPartnerRow): Partner {
  const { id, version, name, contactName, contactPhone, address, trades, note, isActive } = row;
  const { qualification, qualificationUntil, paperFileId, paperType, outNow } = row;
  const isExpired = isExpiredOn(row, todayOf(work));
  return placed(
    {
      ...{ id, version, name, contactName, contactPhone, address, trades, note, isActive },
      ...{ qualification, qualificationUntil, paperFileId, paperType, isExpired, outNow },
    },
    row.orgPath,
  );
}

/** A firm that jobs may be given to. @throws Problem 422 `sublet_partner_twice` */
export async function addPartner(work: Work, body: Body<'add'>): Promise<Partner> {
  const { unitId: orgUnitId, unitPath: orgPath } = work.actor;
  const name = body.name.trim();
  await refuseTwice(work, name, orgUnitId);
  await refuseUnknownPaper(work, body.paperFileId);
  const row = await insertPartner(work, { ...body, name, orgUnitId, orgPath });
  await work.emit(subletPartnerEvents.added, { partnerId: row.id }, aboutPartner(row));
  return shownPartner(work, row.id);
}

/** What is on file of it. What it has already it still brings back after it was struck off. */
export async function changePartner(
  work: Work,
  { partnerId, expectedVersion }: { partnerId: string; expectedVersion?: number },
  body: Body<'change'>,
): Promise<Partner> {
  const row = await lockPartner(work, partnerId);
  if (!row) throw notFound();
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  const name = (body.name ?? row.name).trim();
  await refuseTwice(work, name, row.orgUnitId, row.id);
  await refuseUnknownPaper(work, body.paperFileId);
  const after = (await updatePartner(work, row.id, { ...body, name }))!;
  await work.emit(subletPartnerEvents.changed, { partnerId }, aboutPartner(after));
  return shownPartner(work, row.id);
}

async function refuseTwice(
  work: Work,
  name: string,
  unitId: string,
  besides: string | null = null,
): Promise<void> {
  if (await isNameTaken(work, { name, unitId, besides }))
    throw ruleBroken('/name', 'sublet_partner_twice');
}

/** @throws Problem 404 for a file that is not here, or not the asker's to see */
async function refuseUnknownPaper(work: Work, fileId: string | null | undefined): Promise<void> {
  if (fileId && !(await readyFileOf(work, fileId))) throw notFound();
}

async function shownPartner(work: Work, partnerId: string): Promise<Partner> {
  const row = await seenPartner(work, partnerId);
  if (!row) throw notFound();
  return presentPartner(work, row);
}

/**
 * The firm that a job is given to.
 * @throws Problem 422 `sublet_partner_unknown` where it is unknown or struck off, `sublet_partner_unqualified`
 */
export async function partnerFor(work: Work, partnerId: string): Promise<PartnerRow> {
  const row = await lockPartner(work, partnerId);
  if (!row?.isActive) throw ruleBroken('/partnerId', 'sublet_partner_unknown');
  if (isExpiredOn(row, todayOf(work))) {
    const until = row.qualificationUntil ?? '';
    throw ruleBroken('/partnerId', 'sublet_partner_unqualified', { until });
  }
  return row;
}
