import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { nameFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { memberEvents } from '../events.ts';
import { printRefund } from '../print/refund-sheet.ts';
import { aboutMember, whoIs } from './membership.ts';
import { memberById } from './queries.ts';
import { refundSeen, restOfMember } from './queries-record.ts';
import { groundRules } from './rules.ts';

/** The computation on paper; who printed it is on record. */
export async function printedRefund(
  work: Work,
  refundId: string,
  { host, language, writing }: Call,
): Promise<{ pdf: Buffer; number: string }> {
  const refund = await refundSeen(work, refundId);
  const member = refund && (await memberById(work, refund.membershipId));
  if (!refund || !member) throw notFound();
  const { customerName } = await restOfMember(work, member.id);
  const unit = await unitById(work, refund.orgUnitId);
  await writing((writer) =>
    writer.emit(memberEvents.refundPrinted, { ...whoIs(member), refundId }, aboutMember(member)),
  );
  const { number, ground, reason, steps, refundFen, interestFen } = refund;
  const { pdf } = await printRefund(
    {
      shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
      recordUrl: `${host.publicUrl}/customers/${member.customerId}`,
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: language,
      timeZone: zoneOfTenant,
    },
    {
      ...{ number, ground, reason, steps },
      customer: nameFor(work.actor, customerName, member.orgPath),
      member: member.number,
      totalFen: refundFen + interestFen,
      source: groundRules[ground].source,
      askedBy: refund.askedByName,
      decidedBy: refund.decidedByName ?? '',
    },
  );
  return { pdf, number };
}
