import { readyFileOf } from '#modules/files/server/index.ts';
import { fileOrderPapers, receiveVehicle } from '#modules/service-orders/server/index.ts';
import { vehicleById } from '#modules/vehicles/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import {
  type CheckInContent,
  type checkInRoutes,
  emptyContent,
  withoutBlanks,
} from '../contract.ts';
import { lackingIn, pointerOf } from '../contract-lacking.ts';
import { checkInEvents } from '../events.ts';
import { checkInLife } from '../lifecycle.ts';
import { type CheckInRow, insertSigned, photosOf, updateCheckIn } from './queries.ts';
import { type Asked, aboutCheckIn, employeeWho, takeOpenCheckIn } from './taking.ts';

type Signature = BodyOf<typeof checkInRoutes.sign>;

/**
 * The customer has signed (WSH-04): in one transaction the service order is made, his words, the marks and the
 * signature are locked in a row that takes no change, and the papers are filed to the order.
 */
export async function sign(work: Work, asked: Asked, body: Signature): Promise<void> {
  const row = await takeOpenCheckIn(work, asked);
  const takenBy = employeeWho(work.actor);
  // The order is numbered and worked on where the car stands.
  if (work.actor.unitId !== row.orgUnitId) throw new Problem(409, 'check_in_elsewhere');
  const content = withoutBlanks({ ...emptyContent, ...row.content });
  await refuseIncomplete(work, row, content);
  await refuseUnsigned(work, content, body);
  const orderId = await receiveVehicle(work, orderOf(row, content));
  await fileOrderPapers(work, orderId, takenBy, await papersOf(work, row.id, content, body));
  await insertSigned(work, {
    checkInId: row.id,
    content,
    signedBy: body.signedBy,
    signatureFileId: body.signatureFileId,
    accessoryFileId: body.accessoryFileId ?? null,
    takenBy,
    at: work.now,
  });
  await updateCheckIn(work, row.id, {
    state: checkInLife.next('sign', row.state),
    content: {},
    orderId,
    closedAt: work.now,
  });
  await work.emit(checkInEvents.signed, { checkInId: row.id, orderId }, aboutCheckIn(row));
}

async function refuseIncomplete(work: Work, row: CheckInRow, content: CheckInContent) {
  const vehicle = await vehicleById(work, row.vehicleId);
  const lacking = lackingIn(content, vehicle?.mileageKm ?? null);
  if (lacking.length === 0) return;
  const faults = lacking.map((lack) => ({ pointer: pointerOf[lack], code: `lacks_${lack}` }));
  throw new Problem(422, 'check_in_incomplete', { lacking }, faults);
}

/** Both papers are signed, each by itself: the request, and the list of accessories where there is one. */
async function refuseUnsigned(work: Work, { accessories }: CheckInContent, body: Signature) {
  const { signatureFileId, accessoryFileId } = body;
  for (const fileId of [signatureFileId, ...(accessoryFileId ? [accessoryFileId] : [])]) {
    const file = await readyFileOf(work, fileId);
    if (!file) throw notFound();
    if (!file.contentType?.startsWith('image/')) {
      throw ruleBroken('/signatureFileId', 'signature_needed');
    }
  }
  if (accessories.length > 0 && (!accessoryFileId || accessoryFileId === signatureFileId)) {
    throw ruleBroken('/accessoryFileId', 'accessory_signature_needed');
  }
}

function orderOf(row: CheckInRow, content: CheckInContent): Parameters<typeof receiveVehicle>[1] {
  const { kind, customerWords, senderName, mileageReason, valuables } = content;
  const { mileageKm, fuelEighths, promisedAt, earlierOrderId } = content;
  return {
    vehicleId: row.vehicleId,
    customerId: row.customerId,
    ...{ kind, customerWords, senderName, valuables },
    // Asked for above: without a reading nothing is signed.
    mileageKm: mileageKm ?? 0,
    ...(mileageReason.trim() && { mileageReason }),
    ...(fuelEighths !== null && { fuelEighths }),
    ...(promisedAt !== null && { promisedAt }),
    ...(earlierOrderId !== null && { earlierOrderId }),
  };
}

async function papersOf(work: Work, checkInId: string, content: CheckInContent, body: Signature) {
  const photos = await photosOf(work, checkInId);
  const noteOf = (number: number | null) =>
    content.marks.find((mark) => mark.number === number)?.note ?? '';
  const signatures = [
    { fileId: body.signatureFileId, kind: 'signature' as const, caption: '报修单签字' },
    ...(body.accessoryFileId
      ? [
          {
            fileId: body.accessoryFileId,
            kind: 'signature' as const,
            caption: '附件交接清单签字',
          },
        ]
      : []),
  ];
  return [
    ...signatures,
    ...photos.map(({ fileId, markNumber, caption }) => ({
      fileId,
      kind: 'photo' as const,
      caption: caption || [markNumber, noteOf(markNumber)].filter(Boolean).join(' '),
    })),
  ];
}
