import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import type { PhoneCall, PhoneCallEntry, RingingCall } from '../contract.ts';
import { type PhoneCallStep, phoneCallLife } from '../lifecycle.ts';
import { callById, type EntryRow, type RingingRow } from './queries.ts';
import { callerFileOf, whoCalls } from './queries-caller.ts';
import { telephonyAt } from './setting.ts';
import { mayHandle } from './steps.ts';

export function presentEntry(row: EntryRow): PhoneCallEntry {
  const { id, direction, state, number, callerName, customerId, customerName } = row;
  const { ownerId, ownerName, tries, result, note, orgPath } = row;
  const { startedAt, answeredAt, endedAt, callBackBy } = wire(row);
  const shown = {
    ...{ id, direction, state, number, callerName, customerId, customerName, ownerId, ownerName },
    ...{ startedAt, answeredAt, endedAt, callBackBy, tries, result, note },
    hasRecording: row.fileId !== null,
  };
  return placed(shown, orgPath);
}

/** A call with who it may be, and what is open with him. */
export async function presentCall(work: Work, phoneCallId: string): Promise<PhoneCall> {
  const row = await callById(work, phoneCallId);
  if (!row) throw notFound();
  const { vehicleId, firstId, callId, complaintId, fileId, isAnnounced, version, customerId } = row;
  const { askedByCustomer } = row;
  const { actor } = work;
  const seesPersons = can(actor, 'customers.see');
  const sees = {
    seesOrders: can(actor, 'serviceOrders.see'),
    seesComplaints: can(actor, 'complaints.see'),
    seesFollowUps: can(actor, 'followUps.see'),
  };
  const found = seesPersons ? await whoCalls(work, row.number, sees.seesOrders) : [];
  const file =
    seesPersons && customerId !== null ? await callerFileOf(work, customerId, sees) : undefined;
  const { dialUrl } = await telephonyAt(work, row.orgPath);
  const shown = {
    ...presentEntry(row),
    ...{ vehicleId, firstId, callId, complaintId, fileId, isAnnounced, version, askedByCustomer },
    steps: stepsOf(work, row),
    matches: found.map(({ orgPath, ...match }) => placed(match, orgPath)),
    file: file ? presentFile(file) : null,
    canDial: dialUrl !== '',
  };
  return placed(shown, row.orgPath);
}

function presentFile({ orgPath, ...file }: NonNullable<Awaited<ReturnType<typeof callerFileOf>>>) {
  const inPlace = <Each extends object>(each: Each) => placed(each, orgPath);
  const cars = file.cars.map((car) =>
    inPlace({ ...car, openOrder: car.openOrder && inPlace(car.openOrder) }),
  );
  return inPlace({
    ...file,
    cars,
    customer: inPlace(file.customer),
    appointments: file.appointments.map(inPlace),
    complaints: file.complaints.map(inPlace),
    matters: file.matters.map(inPlace),
    lastCalls: file.lastCalls.map(inPlace),
  });
}

/** What this person may do with it next, and why not. */
function stepsOf(work: Work, row: EntryRow): StepState[] {
  const { actor } = work;
  const refused = mayHandle(work, row.orgPath) ? undefined : 'no_right';
  const isOthers =
    row.state === 'taken' &&
    row.ownerId !== actor.id &&
    !can(actor, 'followUps.supervise', row.orgPath);
  const steps: StepState[] = [];
  const offer = (step: string, reason: string | undefined) =>
    steps.push(reason === undefined ? { step, allowed: true } : { step, allowed: false, reason });
  const shown: readonly PhoneCallStep[] = ['record', 'take', 'putBack', 'settle'];
  for (const step of phoneCallLife.allowed(row.state)) {
    if (!shown.includes(step)) continue;
    offer(step, refused ?? (isOthers ? 'of_another' : undefined));
  }
  if (row.direction !== 'visit') {
    const isWithheld = row.number === '' ? 'withheld' : undefined;
    offer('callBack', refused ?? isWithheld ?? (isOthers ? 'of_another' : undefined));
  }
  if (row.state !== 'recorded') offer('identify', refused);
  return steps;
}

export function presentRinging(work: Work, row: RingingRow & { matches: number }): RingingCall {
  const { id, state, number, customerName, matches, plate, orderState, orgPath } = row;
  const seesOrders = can(work.actor, 'serviceOrders.see');
  const shown = {
    ...{ id, state, number, customerName, matches },
    plate: seesOrders ? plate : null,
    orderState: seesOrders ? orderState : null,
    startedAt: row.startedAt.toISOString(),
  };
  return placed(shown, orgPath);
}
