import { mayNotBeContacted } from '#modules/customers/server/index.ts';
import type { Work } from '#platform/work.ts';

/** What the house owes a customer while the processing is restricted: his visit, his complaint, his own request. */
const owed = new Set(['serviceOrder', 'complaint', 'rightsRequest']);

/** Whether a message is not to be sent because its customer has the processing restricted (PIPL art. 44). */
export async function isHeldByRestriction(
  work: Work,
  message: { customerId: string | null; purpose: string; aboutType: string | null },
): Promise<boolean> {
  const { customerId, purpose, aboutType } = message;
  if (customerId === null) return false;
  if (purpose === 'service' && aboutType !== null && owed.has(aboutType)) return false;
  return mayNotBeContacted(work, customerId);
}
