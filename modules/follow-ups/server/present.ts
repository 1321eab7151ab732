import type { CommitmentShown } from '#modules/commitments/contract.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Actor } from '#platform/actor.ts';
import { phoneFor } from '#platform/privacy.ts';
import { isBirthdayOn } from '#shared/birthdays.ts';
import { dateIn } from '#shared/dates.ts';
import type { CallEntry, DueFollowUp, FollowUp, FollowUpEntry, Matter } from '../contract.ts';
import type { Quiet } from './calling-hours.ts';
import { followUpSteps, matterSteps } from './policy.ts';
import type { BenchRow } from './queries-bench.ts';
import type { DueRow, ListedCall, ListedFollowUp } from './queries-lists.ts';
import type { ListedMatter } from './queries-matters.ts';
import { followUpRules } from './rules.ts';
import { topicsShown } from './topics.ts';

const iso = (at: Date | null) => at?.toISOString() ?? null;
/** JSON made by the database writes instants with its own offset; ours are UTC with milliseconds. */
const utc = (at: string) => new Date(at).toISOString();

type WithCar = Pick<ListedFollowUp, 'vehicleId' | 'plate' | 'plateColour' | 'model' | 'mileageKm'>;
const carOf = (row: WithCar): FollowUp['vehicle'] =>
  row.vehicleId === null
    ? null
    : {
        id: row.vehicleId,
        plate: row.plate ?? '',
        plateColour: row.plateColour ?? 'blue',
        model: row.model ?? '',
        mileageKm: row.mileageKm,
      };

type WithCustomer = Pick<
  ListedFollowUp,
  'customerId' | 'customerName' | 'salutation' | 'customerKind' | 'phone'
>;
const customerOf = (
  actor: Actor,
  row: WithCustomer & { orgPath: string },
): FollowUp['customer'] => ({
  id: row.customerId,
  name: row.customerName,
  salutation: row.salutation,
  kind: row.customerKind,
  phone: phoneFor(actor, row.phone, row.orgPath),
});

function baseOf(actor: Actor, now: Date, row: ListedFollowUp) {
  const isLocked = row.lockedBy !== null && row.lockedUntil !== null && row.lockedUntil > now;
  return {
    id: row.id,
    rule: row.rule as FollowUpEntry['rule'],
    state: row.state,
    earliestOn: row.earliestOn,
    latestOn: row.latestOn,
    tries: row.tries,
    nextTryAt: iso(row.nextTryAt),
    lock: isLocked
      ? {
          byId: row.lockedBy!,
          byName: row.lockedByName ?? '—',
          until: row.lockedUntil!.toISOString(),
        }
      : null,
    agentId: row.agentId,
    agentName: row.agentName,
    customer: customerOf(actor, row),
    vehicle: carOf(row),
  };
}

export const presentDue = (actor: Actor, now: Date, row: DueRow): DueFollowUp => ({
  ...baseOf(actor, now, row),
  dueAt: row.sum.dueAt,
  isOverdue: new Date(row.sum.dueAt) < now,
  hasComplaint: row.hasComplaint,
  hasMatter: row.hasMatter,
  wishesNoCalls: row.wishesNoCalls,
  lastVisitOn: row.lastVisitOn,
  lastWords: row.lastWords?.slice(0, 2000) ?? null,
  lastWordsAt: iso(row.lastWordsAt),
  spans: row.sum.spans,
  reasons: row.sum.reasons ?? [],
});

export const presentEntry = (actor: Actor, now: Date, row: ListedFollowUp): FollowUpEntry => ({
  ...baseOf(actor, now, row),
  doneAt: iso(row.doneAt),
  endReason: row.endReason,
  version: row.version,
});

export const presentCall = (row: ListedCall): CallEntry => ({
  id: row.id,
  followUpId: row.followUpId,
  customerId: row.customerId,
  customerName: row.customerName,
  plate: row.plate ?? '',
  direction: row.direction,
  result: row.result,
  reason: row.reason,
  topics: row.topics as CallEntry['topics'],
  answers: row.answers as CallEntry['answers'],
  mainPoints: row.mainPoints,
  satisfaction: row.satisfaction,
  askedByCustomer: row.askedByCustomer,
  byId: row.byId,
  byName: row.byName,
  actingForName: row.actingForName,
  at: row.at.toISOString(),
});

export function presentBench(
  actor: Actor,
  now: Date,
  row: BenchRow,
  quiet: Quiet | undefined,
): FollowUp {
  const { address, wishes, doNotMention, preferredChannel, callFrom, callUntil } = row;
  const used = Object.entries(row.usedTopics).map(([key, at]) => [key, utc(at)]);
  return {
    ...baseOf(actor, now, row),
    version: row.version,
    why: row.sum,
    doneAt: iso(row.doneAt),
    endReason: row.endReason,
    firstId: row.firstId,
    customerMore: {
      ...{ address, wishes, doNotMention, preferredChannel, callFrom, callUntil },
      isBirthday: isBirthdayOn(row.birthday, dateIn(zoneOfTenant, now)),
    },
    quiet: quiet ? { code: quiet.code, opensAt: quiet.opensAt.toISOString() } : null,
    order: row.order,
    calls: row.calls.map((call) => ({ ...call, at: utc(call.at) })),
    matters: row.matters.map((one) => ({ ...one, createdAt: utc(one.createdAt) })),
    complaints: row.complaints.map((one) => ({ ...one, receivedAt: utc(one.receivedAt) })),
    promises: row.promises.map((one) => ({ ...one, dueAt: utc(one.dueAt) })),
    topics: topicsShown(Object.fromEntries(used), row.agreesToOffers),
    mostTries: row.mostTries ?? followUpRules[row.rule as keyof typeof followUpRules].mostTries,
    channel: row.channel ?? 'phone',
    script: row.script ?? '',
    steps: followUpSteps(actor, row, quiet, now),
  };
}

export function presentMatter(
  actor: Actor,
  row: ListedMatter,
  commitments: readonly CommitmentShown[],
): Matter {
  const rule = row.solvedAt === null ? 'followUps.matter' : 'followUps.tell';
  const current = commitments.findLast((one) => one.rule === rule && one.state !== 'cancelled');
  return {
    id: row.id,
    kind: row.kind,
    content: row.content,
    state: row.state,
    solution: row.solution,
    dropReason: row.dropReason,
    solvedAt: iso(row.solvedAt),
    toldAt: iso(row.toldAt),
    toldHow: row.toldHow,
    createdAt: row.createdAt.toISOString(),
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    callId: row.callId,
    orderId: row.orderId,
    customer: customerOf(actor, row),
    vehicle: carOf(row),
    deadline: current
      ? {
          dueAt: current.dueAt,
          warnAt: current.warnAt,
          settledAt: current.settledAt,
          source: current.source,
          spans: current.sum.slice(0, 400),
        }
      : null,
    steps: matterSteps(actor, row),
    version: row.version,
  };
}
