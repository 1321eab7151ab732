import { isWalled } from '#modules/complaints/server/index.ts';
import { type Actor, can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import { maskName } from '#shared/names.ts';
import type {
  IncomingMail,
  IncomingMailEntry,
  IncomingMailMatch,
  IncomingMailThread,
} from '../contract.ts';
import { ownMessagesIn } from '../judge/named.ts';
import { incomingMailLife, type Mark } from '../lifecycle.ts';
import { type EntryRow, filesOf, mailById } from './queries.ts';
import { countBefore, type FoundRow, foundBy, threadsBy } from './queries-matches.ts';
import { isInDoubt, mayDecide } from './steps.ts';

/** A line of the list; of a letter to a complaint behind the wall that it came, and what became of it (CMP-18). */
export function presentEntry(actor: Actor, row: EntryRow): IncomingMailEntry {
  const { id, state, fromAddress, fromName, subject, files, standing, customerId, customerName } =
    row;
  const { complaintId, complaintNumber, filedAs, decidedByName } = row;
  const { arrivedAt, decideBy, decidedAt } = wire(row);
  const shown = {
    ...{ id, state, fromAddress, fromName, subject, files, standing, customerId, customerName },
    ...{ complaintId, complaintNumber, filedAs, decidedByName, arrivedAt, decideBy, decidedAt },
    beginning: row.body.slice(0, 160).replaceAll(/\s+/g, ' '),
    marks: row.marks as Mark[],
    isConfirmed: row.confirmedAt !== null,
    isWalled: isBehind(actor, row),
  };
  return placed(shown.isWalled ? { ...shown, ...withoutSender } : shown, row.orgPath);
}

const isBehind = (actor: Actor, { wall }: EntryRow) => wall !== null && isWalled(actor, wall);
const withoutSender = {
  ...{ fromAddress: '', fromName: '', subject: '', beginning: '' },
  ...{ customerId: null, customerName: null },
};
const withoutWords = {
  ...{ body: '', messageId: '', phones: [], note: '', confirmedHow: '' },
  ...{ vehicleId: null, orderId: null, attached: [], hasOriginal: false, earlier: 0 },
};

/** A letter with whom it may concern; who is not the one he says leads to nobody. */
export async function presentMail(work: Work, incomingMailId: string): Promise<IncomingMail> {
  const row = await mailById(work, incomingMailId);
  if (!row) throw notFound();
  const { actor } = work;
  const isHeldBack = isInDoubt(row);
  const looks = row.state === 'waiting' && !isHeldBack && can(actor, 'customers.see');
  const found = looks ? await foundBy(work, row, can(actor, 'serviceOrders.see')) : [];
  const threads = row.state === 'waiting' && !isHeldBack ? await threadsOf(work, row, found) : [];
  const { body, sizeBytes, contentHash, messageId, phones, note, version } = row;
  const { confirmedByName, confirmedHow, vehicleId, orderId } = row;
  const { sentAt, acknowledgedAt } = wire(row);
  const attached = (await filesOf(work, row.id)).map((file) => {
    const { id, fileName, contentType, fileId, leftOut } = file;
    return { id, fileName, contentType, sizeBytes: file.sizeBytes, fileId, leftOut };
  });
  const shown = {
    ...presentEntry(actor, row),
    ...{ body, sizeBytes, contentHash, messageId, phones, note, version, confirmedByName },
    ...{ confirmedHow, vehicleId, orderId, sentAt, acknowledgedAt, attached, isHeldBack, threads },
    matches: matchesOf(found),
    hasOriginal: row.originalFileId !== null,
    earlier: await countBefore(work, { fromAddress: row.fromAddress, id: row.id }),
    steps: stepsOf(work, row),
  };
  return placed(shown.isWalled ? { ...shown, ...withoutWords } : shown, row.orgPath);
}

/** One line for each customer with his car and order, with all that led there. */
function matchesOf(found: readonly FoundRow[]): IncomingMailMatch[] {
  const keyOf = (row: FoundRow) => row.customerId ?? row.vehicleId ?? row.orderId ?? '';
  return [...Map.groupBy(found, keyOf).values()].slice(0, 20).map((rows) => {
    const first = rows[0]!;
    const car = rows.find(({ vehicleId }) => vehicleId !== null);
    const order = rows.find(({ orderId }) => orderId !== null);
    const ways = rows.map(({ way, value }) => ({ way, value })).slice(0, 12);
    const match = {
      ways: [...new Map(ways.map((each) => [`${each.way} ${each.value}`, each])).values()],
      ...{ customerId: first.customerId, customerName: first.customerName ?? '' },
      ...{ phone: first.phone ?? '', vehicleId: car?.vehicleId ?? null, plate: car?.plate ?? '' },
      ...{ model: car?.model ?? '', orderId: order?.orderId ?? null },
      orderNumber: order?.orderNumber ?? '',
    };
    return placed(match, first.orgPath);
  });
}

/** Complaints that it may belong to: what it answers, the number in it, what he complained of that is still open. */
async function threadsOf(
  work: Work,
  row: EntryRow,
  found: readonly FoundRow[],
): Promise<IncomingMailThread[]> {
  const { mentions, numbers, fromAddress, id } = row;
  const ids = ownMessagesIn(mentions);
  const customerIds = found.flatMap(({ customerId }) => customerId ?? []);
  const rows = await threadsBy(work, { ids, mentions, numbers, fromAddress, customerIds, id });
  return rows.map(({ orgPath, receivedAt, wall, ...thread }) => {
    const known = thread.complainantName;
    const complainantName = isWalled(work.actor, wall) ? maskName(known) : known;
    return placed({ ...thread, complainantName, receivedAt: receivedAt.toISOString() }, orgPath);
  });
}

/** What this person may do with it next, and why not. */
function stepsOf(work: Work, row: EntryRow): StepState[] {
  const refused = mayDecide(work, row.orgPath) ? undefined : 'no_right';
  const inDoubt = isInDoubt(row) ? 'in_doubt' : undefined;
  const asState = (step: string, reason: string | undefined): StepState =>
    reason === undefined ? { step, allowed: true } : { step, allowed: false, reason };
  const steps = incomingMailLife
    .allowed(row.state)
    .map((step) =>
      asState(step, refused ?? (step === 'open' || step === 'add' ? inDoubt : undefined)),
    );
  return inDoubt && row.state === 'waiting' ? [...steps, asState('confirmSender', refused)] : steps;
}
