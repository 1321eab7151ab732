import type { FastifyReply } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { plateFor } from '#platform/privacy.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { keyTagEvents } from '../events.ts';
import { printTag } from '../print/tag.ts';
import { updateTag } from './queries.ts';
import { orderOr404 } from './tagging.ts';

/** The sticker as PDF; who printed it last stands beside it. @throws Problem 404, 409 `key_tag_none` */
export async function sendTag(work: Work, orderId: string, call: Call): Promise<FastifyReply> {
  const row = await orderOr404(work, orderId);
  const { tagId, sealedUrl, number, promisedAt, plate, orgPath, shopName } = row;
  if (!tagId || !sealedUrl) throw new Problem(409, 'key_tag_none');
  const { pdf } = await printTag({
    ...{ number, shop: shopName },
    plate: plateFor(work.actor, plate, orgPath),
    promised: promisedAt
      ? `${dateIn(zoneOfTenant, promisedAt).slice(5)} ${timeIn(zoneOfTenant, promisedAt)}`
      : '',
    url: call.host.secrets.unseal(sealedUrl),
    locale: call.language,
  });
  await call.writing(async (writer) => {
    const printedBy = writer.actor.kind === 'user' ? writer.actor.id : null;
    await updateTag(writer, tagId, { printedAt: writer.now, printedBy });
    const told = { orderId, keyTagId: tagId };
    await writer.emit(keyTagEvents.printed, told, { type: 'serviceOrder', id: orderId, orgPath });
  });
  return sendPaper(call.reply, { pdf }, number);
}
