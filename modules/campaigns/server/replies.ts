import { customerById } from '#modules/customers/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { CampaignSeats, replyRoutes } from '../contract-replies.ts';
import { replyEvents } from '../events.ts';
import { isOpen } from '../lifecycle.ts';
import { type Campaign, lockAnywhere, updateCampaign } from './queries.ts';
import {
  countReplies,
  firstWaiting,
  insertReply,
  lockReply,
  type Reply,
  updateReply,
} from './queries-replies.ts';
import { aboutCampaign, personOf, taken } from './service.ts';

interface Event extends Campaign {
  happensAt: Date;
  capacity: number;
}
/** Held until the transaction ends: seats are given out one answer after the other. */
const lockEvent = async (work: Work, campaignId: string) =>
  openEvent(await taken(work, campaignId));

function openEvent(row: Campaign): Event {
  if (!isEvent(row)) throw new Problem(409, 'campaign_no_event');
  if (!isOpen(row.state)) throw new Problem(409, 'campaign_not_open');
  return row;
}
export const isEvent = (row: Campaign): row is Event => row.happensAt !== null;
const isToday = (work: Work, { happensAt }: Event) =>
  dateIn(zoneOfTenant, happensAt) === dateIn(zoneOfTenant, work.now);

/**
 * What a customer answered. He gets his seats whole or waits for them; what he gives back goes to who waits longest and
 * whose number fits.
 */
export async function takeAnswer(
  work: Work,
  campaignId: string,
  { customerId, isComing, seats = 1, note = '' }: BodyOf<typeof replyRoutes.answer>,
): Promise<void> {
  const event = await lockEvent(work, campaignId);
  const guest = await guestInSight(work, customerId);
  await answerFor(work, event, guest, { isComing, seats, note, byLink: false });
}

/**
 * What a guest answered by his link. The event is the house's wherever he is invited to: he holds the invitation alone.
 * @throws Problem 404, 409 `campaign_not_open`, 422 `campaign_full` for more than the event ever has
 */
export async function takeOwnAnswer(
  work: Work,
  { campaignId, ...guest }: Guest & { campaignId: string },
  { isComing, seats = 1 }: { isComing: boolean; seats?: number },
): Promise<void> {
  const row = await lockAnywhere(work, campaignId);
  if (!row) throw notFound();
  const event = openEvent(row);
  if (isComing && seats > event.capacity)
    throw ruleBroken('/seats', 'campaign_full', { free: event.capacity });
  await answerFor(work, event, guest, { isComing, seats, byLink: true });
}

interface Guest {
  customerId: string;
  orgUnitId: string;
  orgPath: string;
}

async function guestInSight(work: Work, customerId: string): Promise<Guest> {
  const customer = await customerById(work, customerId);
  if (!customer) throw ruleBroken('/customerId', 'reference_unknown');
  const { orgUnitId, orgPath } = customer;
  return { customerId, orgUnitId, orgPath };
}

interface Said {
  isComing: boolean;
  seats: number;
  /** What stands there stays where nothing is said. */
  note?: string;
  byLink: boolean;
}

async function answerFor(work: Work, event: Event, guest: Guest, said: Said): Promise<void> {
  const { isComing, seats, byLink } = said;
  const campaignId = event.id;
  const before = await lockReply(work, campaignId, guest.customerId);
  const asked = isComing ? seats : 0;
  const note = said.note ?? before?.note ?? '';
  const free = event.capacity - event.seatsTaken + held(before);
  const isEarlier = before?.state === 'waiting' && before.seats >= asked;
  const goesFirst = isEarlier || held(before) >= asked || !(await firstWaiting(work, campaignId));
  const state = !isComing ? 'declined' : asked <= free && goesFirst ? 'coming' : 'waiting';
  const waitingSince = state === 'waiting' ? (before?.waitingSince ?? work.now) : null;
  const answer = { state, seats: asked, note: note.trim(), waitingSince, byLink } as const;
  await keep(work, event, before, guest, answer);
  await moveUp(work, campaignId);
}

/** He is at the door. Seats beyond his answer are given where they are free. @throws Problem 409 `campaign_full` */
export async function signIn(
  work: Work,
  campaignId: string,
  { customerId, seats }: BodyOf<typeof replyRoutes.signIn>,
): Promise<void> {
  const event = await lockEvent(work, campaignId);
  if (!isToday(work, event)) throw new Problem(409, 'campaign_not_today');
  const guest = await guestInSight(work, customerId);
  const before = await lockReply(work, campaignId, customerId);
  const free = event.capacity - event.seatsTaken + held(before);
  if (seats > free) throw new Problem(409, 'campaign_full', { free });
  const came = { cameSeats: seats, cameAt: work.now };
  const { note = '', byLink = false } = before ?? {};
  const answer = { state: 'coming', seats, note, byLink, waitingSince: null, ...came } as const;
  await keep(work, event, before, guest, answer);
}

/** Seats that an answer holds. */
const held = (reply: Reply | undefined) => (reply?.state === 'coming' ? reply.seats : 0);

type Answer = Pick<Reply, 'state' | 'seats' | 'note' | 'waitingSince' | 'byLink'> &
  Partial<Pick<Reply, 'cameSeats' | 'cameAt'>>;
async function keep(
  work: Work,
  event: Event,
  before: Reply | undefined,
  guest: Guest,
  answer: Answer,
): Promise<void> {
  const now = answer.state === 'coming' ? answer.seats : 0;
  const seatsTaken = event.seatsTaken - held(before) + now;
  if (seatsTaken !== event.seatsTaken) await updateCampaign(work, event.id, { seatsTaken });
  const said = { ...answer, takenBy: personOf(work), answeredAt: work.now };
  const { customerId, orgUnitId, orgPath } = guest;
  const of = { campaignId: event.id, customerId, orgUnitId, orgPath };
  // A seat that he was told of is his until he says otherwise.
  const isAnew = answer.state !== 'coming' || before?.state !== 'coming';
  const untold = { movedUpAt: null, toldWay: '', toldMessageId: null } as const;
  if (before) await updateReply(work, before.id, { ...said, ...(isAnew && untold) });
  else await insertReply(work, { ...of, ...said });
  const told = { campaignId: event.id, customerId, state: answer.state, seats: answer.seats };
  const kind = answer.cameAt ? replyEvents.cameIn : replyEvents.answered;
  await work.emit(kind, told, aboutCampaign(event));
}

/** Who waits moves up in order; who waits for more than is free keeps his place, and nobody passes him. */
async function moveUp(work: Work, campaignId: string): Promise<void> {
  for (;;) {
    const event = await lockAnywhere(work, campaignId);
    const next = await firstWaiting(work, campaignId);
    if (!next || !event || !isEvent(event) || next.seats > event.capacity - event.seatsTaken)
      return;
    await updateCampaign(work, campaignId, { seatsTaken: event.seatsTaken + next.seats });
    const untold = { toldWay: '', toldMessageId: null } as const;
    const moved = { state: 'coming', waitingSince: null, movedUpAt: work.now } as const;
    await updateReply(work, next.id, { ...moved, ...untold });
    const { customerId, seats } = next;
    const told = { campaignId, customerId, state: 'coming', seats };
    await work.emit(replyEvents.movedUp, told, aboutCampaign(event));
  }
}

/** Seats of an event. @throws Problem 409 `campaign_no_event` */
export async function seatsOf(work: Work, row: Campaign): Promise<CampaignSeats> {
  if (!isEvent(row)) throw new Problem(409, 'campaign_no_event');
  const { capacity, seatsTaken } = row;
  const counted = await countReplies(work, row.id);
  const open = isOpen(row.state);
  return {
    ...{ capacity, taken: seatsTaken, ...counted },
    isOpen: open,
    isDoorOpen: open && isToday(work, row),
  };
}
