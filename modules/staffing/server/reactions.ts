import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { peopleEvents } from '#modules/people/events.ts';
import { react } from '#platform/tasks.ts';
import { dateIn } from '#shared/dates.ts';
import type { PostKey } from '../contract.ts';
import { staffingEvents } from '../events.ts';
import { forgetExpiry } from './certificates.ts';
import { certificatesOf, endHoldingsOf } from './queries.ts';

/** Who leaves gives his posts up, and nobody renews his papers. */
react(peopleEvents.employmentChanged, 'staffing.endWithLeaver', async (work, told) => {
  const { employeeId, to } = told;
  if (to !== 'left') return;
  for (const row of await endHoldingsOf(work, employeeId, dateIn(zoneOfTenant, work.now))) {
    const about = { type: 'employee', id: employeeId, orgPath: row.orgPath };
    const given = { employeeId, postKey: row.postKey as PostKey };
    await work.emit(staffingEvents.postGivenUp, given, about);
  }
  for (const { id, expiresOn } of await certificatesOf(work, employeeId)) {
    if (expiresOn !== null) await forgetExpiry(work, id);
  }
});
