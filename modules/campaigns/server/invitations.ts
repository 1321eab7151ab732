import { defineLinkPurpose, linksAbout, makeLink } from '#modules/links/server/index.ts';
import type { Handlers } from '#platform/http.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  type HeldInvitation,
  type heldInvitationRoutes,
  type invitationRoutes,
  mostSeats,
} from '../contract.ts';
import { isOpen } from '../lifecycle.ts';
import { type InvitationRow, invitationById } from './queries-invitations.ts';
import { takeOwnAnswer } from './replies.ts';

defineLinkPurpose({
  name: 'event',
  aboutType: 'campaignContact',
  // It tells of an event, not of a person: whom the letter reaches may answer it.
  needsNoProof: true,
  phoneOf: async (work, id) => (await invitationById(work, id))?.phone,
});

const dayInMs = 24 * 3_600_000;
/** An invitation is looked at again after the event: then it says that it is over. */
const daysAfter = 14;
const mostUses = 100;
/** So many seats or fewer are few, or a tenth of a large event. */
const few = 3;

/** The house's side: an invitation for one customer, to be sent, shown, or printed as a code. */
export const invitations: Handlers<typeof invitationRoutes> = {
  links: async (work, { params }) => {
    const { id } = await invitation(work, params.campaignContactId);
    return { items: await linksAbout(work, 'campaignContact', id) };
  },
  preview: async (work, { params }) =>
    shown(work, await invitation(work, params.campaignContactId)),
  makeLink: async (work, { params, body }, { host }) => {
    const row = await invitation(work, params.campaignContactId);
    if (!isOpen(row.campaignState)) throw new Problem(409, 'campaign_not_open');
    return linkOf(work, row, { ...body, publicUrl: host.publicUrl });
  },
};

/** The guest's side: the one invitation that he holds. */
export const heldInvitations: Handlers<typeof heldInvitationRoutes> = {
  read: async (work, { params }) => shown(work, await invitation(work, params.campaignContactId)),
  answer: async (work, { params, body }) => {
    const row = await invitation(work, params.campaignContactId);
    if (stateOf(row, work.now) !== 'open') throw new Problem(409, 'invitation_shut');
    const { campaignId, customerId, orgUnitId, orgPath } = row;
    await takeOwnAnswer(work, { campaignId, customerId, orgUnitId, orgPath }, body);
    return shown(work, await invitation(work, row.id));
  },
};

/** The address by which a customer of an event answers, where he is written to. */
export const addressFor = async (work: Work, campaignContactId: string, publicUrl: string) =>
  (await linkOf(work, await invitation(work, campaignContactId), { publicUrl })).url;

interface Bounds {
  publicUrl: string;
  validDays?: number;
  maxUses?: number;
}

function linkOf(work: Work, row: InvitationRow, bounds: Bounds) {
  if (row.happensAt === null) throw new Problem(409, 'campaign_no_event');
  const until = Math.ceil((row.happensAt.getTime() - work.now.getTime()) / dayInMs) + daysAfter;
  const { validDays = Math.max(until, 1), maxUses = mostUses, publicUrl } = bounds;
  return makeLink(work, publicUrl, { purpose: 'event', about: row, validDays, maxUses });
}

async function invitation(work: Work, campaignContactId: string): Promise<InvitationRow> {
  const row = await invitationById(work, campaignContactId);
  if (!row) throw notFound();
  return row;
}

/** Whether answers are taken by the link; the desk takes them until it is over. */
function stateOf(row: InvitationRow, now: Date): HeldInvitation['state'] {
  const { campaignState, happensAt, answerBy, cameAt } = row;
  if (campaignState === 'stopped') return 'calledOff';
  if (campaignState === 'ended' || cameAt || !happensAt || happensAt <= now) return 'over';
  if (!isOpen(campaignState)) return 'unsettled';
  return answerBy && answerBy <= now ? 'shut' : 'open';
}

function shown(work: Work, row: InvitationRow): HeldInvitation {
  const { id, name, content, happensAt, place, bring, answerBy, capacity } = row;
  if (!happensAt || !capacity) throw notFound();
  return {
    ...{ id, name, content, place, bring },
    happensAt: happensAt.toISOString(),
    address: row.shopAddress,
    answerBy: answerBy?.toISOString() ?? null,
    ...{ shopName: row.shopName, shopPhone: row.shopPhone },
    state: stateOf(row, work.now),
    seatsLeft: seatsLeftOf(row, capacity),
    mostSeats: Math.min(mostSeats, capacity),
    answer: answerOf(row),
  };
}

function seatsLeftOf(row: InvitationRow, capacity: number): HeldInvitation['seatsLeft'] {
  const free = capacity - row.seatsTaken;
  if (free <= 0 || row.isAwaited || row.replyState === 'waiting') return 'none';
  return free <= Math.max(few, Math.floor(capacity / 10)) ? 'few' : 'plenty';
}

function answerOf({ replyState, replySeats, replyPlace, cameAt, movedUpAt }: InvitationRow) {
  if (replyState === null) return null;
  const said = { state: replyState, seats: replySeats ?? 0, place: replyPlace };
  return { ...said, hasCome: cameAt !== null, hasMovedUp: movedUpAt !== null };
}
