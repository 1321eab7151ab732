import { seesComplainant } from '#modules/complaints/server/index.ts';
import { readyFileOf, sendFile } from '#modules/files/server/index.ts';
import { can } from '#platform/actor.ts';
import type { Call } from '#platform/http.ts';
import { forbidden, notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { mailById } from './queries.ts';

/**
 * The letter as it came, only ever to be saved. Nothing in it can be masked: who may not see the person whole does not get
 * it, nor one from whom the complaint keeps its wall (CMP-05, CMP-18).
 * @throws Problem 404 where none was kept, 403 `forbidden`, `original_walled`
 */
export async function sendOriginal(work: Work, incomingMailId: string, call: Call) {
  const row = await mailById(work, incomingMailId);
  if (!row) throw notFound();
  if (!can(work.actor, 'customers.reveal', row.orgPath)) throw forbidden('customers.reveal');
  const { complaintId, originalFileId } = row;
  if (complaintId !== null && !(await seesComplainant(work, complaintId))) {
    throw new Problem(403, 'original_walled');
  }
  const file = originalFileId === null ? undefined : await readyFileOf(work, originalFileId);
  if (!file) throw notFound();
  const { host, request, reply } = call;
  return sendFile(file, { host, tenantId: work.actor.tenantId, request, reply, cache: 'no-store' });
}
