import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { printReview } from '../print/review-sheet.ts';
import { reviewById } from './queries.ts';
import { shownReview } from './reviews.ts';

/** Pack, minutes and measures of a meeting on paper. */
export async function sendReview(work: Work, reviewId: string, call: Call): Promise<FastifyReply> {
  const row = await reviewById(work, reviewId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const { pdf } = await printReview(
    {
      shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
      recordUrl: `${call.host.publicUrl}/complaint-reviews/${reviewId}`,
      printedAt: work.now,
      printedBy: work.actor.name,
      locale: call.language,
      timeZone: zoneOfTenant,
    },
    await shownReview(work, reviewId),
  );
  return sendPaper(call.reply, { pdf }, row.fromOn);
}
