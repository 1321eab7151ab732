import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { certificatesHeld } from './queries.ts';

/** Who of these people holds no valid certificate of this name today. */
export async function without(
  work: Work,
  ids: readonly string[],
  certificate: string,
): Promise<string[]> {
  if (certificate === '' || ids.length === 0) return [];
  const today = dateIn(zoneOfTenant, work.now);
  const rows = await certificatesHeld(work, ids, today);
  const holders = new Set(
    rows.filter(({ name }) => name === certificate).map((row) => row.employeeId),
  );
  return ids.filter((id) => !holders.has(id));
}

/** Whether a job asks for a certificate that this person does not have (ORG-04). */
export const lacks = async (work: Work, employeeId: string, certificate: string) =>
  (await without(work, [employeeId], certificate)).length > 0;
