import { refuseQuietHours } from '#modules/follow-ups/server/index.ts';
import type { Call } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { refuseNotShared } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { phoneCallRoutes } from '../contract.ts';
import { phoneCallEvents } from '../events.ts';
import { type PhoneResult, phoneCallLife } from '../lifecycle.ts';
import {
  type CallRow,
  callById,
  dialledFor,
  insertCall,
  isAttached,
  updateCall,
} from './queries.ts';
import { customerToDial } from './queries-caller.ts';
import { type ExtensionRow, ownExtension } from './queries-extensions.ts';
import { telephonyAt } from './setting.ts';
import { identified, permit, person, refuseOfAnother, takeMissed, tell } from './steps.ts';
import { say } from './telephony.ts';

/** Has the telephone system ring one's own telephone and then the number. @throws Problem 422 */
async function ring(
  reading: Work,
  call: Call,
  to: { orgPath: string; dialUrl: string; dialId: string; number: string },
): Promise<ExtensionRow> {
  const extension = await ownExtension(reading);
  if (!extension) throw new Problem(422, 'phone_no_extension');
  const { orgPath, dialUrl, dialId, number } = to;
  const key = call.request.headers['idempotency-key'];
  const id = typeof key === 'string' ? key : dialId;
  const words = { type: 'dial', dialId, extension: extension.extension, number };
  await say(reading, call.host, { orgPath, dialUrl, id }, words);
  return extension;
}

/**
 * Calls a number back: where the house has a telephone system it rings one's own telephone and then the customer's; else
 * the device dials. The missed call is one's own from then on. @returns the call that goes out
 */
export async function callBack<Shown>(
  reading: Work,
  call: Call,
  phoneCallId: string,
  shown: (work: Work, row: CallRow) => Promise<Shown>,
): Promise<Shown> {
  const first = await callById(reading, phoneCallId);
  if (!first) throw notFound();
  permit(reading, first.orgPath);
  refuseOfAnother(reading, first);
  const { orgPath, number } = first;
  if (number === '') throw new Problem(422, 'phone_number_withheld');
  const { dialUrl } = await telephonyAt(reading, orgPath);
  const dialId = newId(reading.now);
  const extension =
    dialUrl === '' ? undefined : await ring(reading, call, { orgPath, dialUrl, dialId, number });
  return call.once([phoneCallId], async (work) => {
    const isOwed = first.state === 'missed' || first.state === 'taken';
    if (first.state === 'missed') await takeMissed(work, phoneCallId, undefined);
    const row = await insertCall(work, {
      ...{ id: dialId, orgUnitId: first.orgUnitId, orgPath: first.orgPath, direction: 'out' },
      state: extension
        ? phoneCallLife.initial
        : phoneCallLife.next('answer', phoneCallLife.initial),
      ...{ number: first.number, callerName: first.callerName },
      ...{ customerId: first.customerId, vehicleId: first.vehicleId },
      extensions: extension ? [extension.extension] : [],
      ownerId: person(work),
      firstId: isOwed ? first.id : null,
      startedAt: work.now,
    });
    await tell(work, phoneCallEvents.dialled, row);
    return shown(work, row);
  });
}

/**
 * Calls a customer by who he is: his number goes to the telephone system and to no screen, so that whoever may not see it
 * may call him all the same. His hours of rest hold here as at the bench, unless he asked for the call (FUP-09); who called
 * himself and was missed is called back at any hour. Without a telephone system the device dials; what is left of a call
 * at rest is who made it and why, on record.
 * @throws Problem 404, 422
 */
export async function dial(
  reading: Work,
  call: Call,
  { customerId, askedByCustomer }: BodyOf<typeof phoneCallRoutes.dial>,
): Promise<{ isDialled: boolean; phoneCallId: string | null }> {
  permit(reading, reading.actor.unitPath);
  const customer = await customerToDial(reading, customerId);
  if (!customer) throw notFound();
  refuseNotShared(reading.actor, customer.orgPath);
  const { number } = customer;
  if (number === '') throw new Problem(422, 'phone_number_withheld');
  const asked = { ...customer, askedByCustomer };
  const isAtRest = await refuseQuietHours(reading, customer.orgPath, asked);
  const orgPath = reading.actor.unitPath;
  const { dialUrl } = await telephonyAt(reading, orgPath);
  if (dialUrl === '') {
    const nothing = { isDialled: false, phoneCallId: null };
    if (!isAtRest) return nothing;
    return call.once([customerId], async (work) => {
      const about = { type: 'customer', id: customerId, orgPath: customer.orgPath };
      await work.emit(phoneCallEvents.dialledAtRest, { customerId, why: 'askedByCustomer' }, about);
      return nothing;
    });
  }
  const dialId = newId(reading.now);
  const { extension } = await ring(reading, call, { orgPath, dialUrl, dialId, number });
  return call.once([customerId], async (work) => {
    const row = await insertCall(work, {
      ...{ id: dialId, direction: 'out', state: phoneCallLife.initial, number },
      ...(await identified(work, customerId)),
      ...{ extensions: [extension], ownerId: person(work), startedAt: work.now },
      askedByCustomer: isAtRest,
    });
    await tell(work, phoneCallEvents.dialled, row);
    return { isDialled: true, phoneCallId: row.id };
  });
}

/** So long after a number was dialled, what was put on record belongs to that call. */
const longestCallMs = 2 * 3_600_000;

/**
 * What a caller put on record at the bench finds the call that he dialled for it, with its times and, later, its recording
 * (FUP-06): the last one to that customer by the same person.
 */
export async function attachDialled(work: Work, callId: string): Promise<void> {
  if (await isAttached(work, callId)) return;
  const found = await dialledFor(work, { callId, longestCallMs });
  if (!found) return;
  const { row, result, reason } = found;
  const came: PhoneResult =
    result === 'connected'
      ? 'talked'
      : result === 'invalid'
        ? 'wrongNumber'
        : reason === 'busy'
          ? 'busy'
          : 'noAnswer';
  const state = phoneCallLife.next('record', row.state);
  const after = await updateCall(work, row.id, { callId, state, result: came });
  await tell(work, phoneCallEvents.recorded, after);
}
