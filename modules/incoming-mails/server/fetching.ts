import { notify } from '#modules/commitments/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import type { TaskHost } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { mailboxEvents } from '../events.ts';
import type { MailboxFault } from '../lifecycle.ts';
import { type Asked, bringNew, type Round } from './bringing.ts';
import { Imap, ImapFault, type ImapWay } from './imap.ts';
import { lockMailbox, type MailboxRow, updateMailbox } from './queries-mailboxes.ts';
import { receiveMail } from './receiving.ts';

interface OfMailbox {
  mailboxId: string;
}
interface Fetching extends OfMailbox {
  /** What an earlier round left of the letters that lay there when the mailbox was opened first. */
  rest?: number[];
}
type Sealed = Omit<ImapWay, 'egress'>;
interface Parcel extends Fetching {
  way: Sealed;
  asked: Asked;
}
type Outcome = { kind: 'failed'; fault: MailboxFault; said: string } | ({ kind: 'came' } & Round);

const dayInMs = 86_400_000;
const minuteInMs = 60_000;
/** When a mailbox is connected: what nobody has read of the last week. */
const firstDays = 7;
const longestWaitMinutes = 360;
/** A line that breaks now and then mends itself: people hear of it when it does not. */
const tellAfter: Partial<Record<MailboxFault, number>> = { unreachable: 3, tooSlow: 3 };

const wayOf = ({ host, port, isSecure, username, password }: MailboxRow): Sealed => ({
  ...{ host, port, isSecure, username, password },
});
/** A sealed way, ready to be gone. */
export const openedWay = (
  way: Sealed,
  { egress, secrets }: Pick<TaskHost, 'egress' | 'secrets'>,
): ImapWay => ({
  ...way,
  egress,
  password: secrets.unseal(way.password),
});

/**
 * Fetches new mail, stores it, and says when to look again (CMP-01). Nothing is marked before it is stored: a crash in
 * between fetches the same letters again, and doubles are told by what they are.
 */
export const fetchMail: Errand<Fetching> = defineErrand<Fetching, Parcel, Outcome>(
  'incomingMails.fetch',
  {
    take: async (work, { mailboxId, rest = [] }) => {
      const row = await lockMailbox(work, mailboxId);
      if (!row?.isActive) return undefined;
      const days = row.uidValidity === null ? firstDays : 2;
      const since = new Date((row.fetchedAt ?? work.now).getTime() - days * dayInMs);
      const { folder, uidValidity, lastUid } = row;
      const isSlow = row.fault === 'tooSlow' && row.failures >= 2;
      const { tenantId } = work.actor;
      const asked = { tenantId, folder, uidValidity, lastUid, rest, since, isSlow };
      return { mailboxId, rest, way: wayOf(row), asked };
    },
    carry: async ({ way, asked }, host) => {
      try {
        return { kind: 'came', ...(await bringNew(openedWay(way, host), asked, host)) };
      } catch (error) {
        if (!(error instanceof ImapFault)) throw error;
        return { kind: 'failed', fault: error.reason, said: error.said };
      }
    },
    note: async (work, { mailboxId, rest = [], asked }, outcome) => {
      const row = await lockMailbox(work, mailboxId);
      if (!row?.isActive) return;
      if (outcome.kind === 'failed') return failed(work, row, rest, outcome);
      const { uidValidity, mails, lastUid, hasMore } = outcome;
      for (const mail of mails) await receiveMail(work, row, mail);
      const isAhead = row.uidValidity !== uidValidity || lastUid > row.lastUid;
      // Another round may have come further meanwhile: what it noted stays.
      const isOurs = row.uidValidity === asked.uidValidity;
      await updateMailbox(work, mailboxId, {
        ...(isAhead && isOurs && { uidValidity, lastUid }),
        ...{ fetchedAt: work.now, fault: '', said: '', failures: 0, failingSince: null },
      });
      if (row.fault !== '') await tellOf(work, row, 'recovered');
      const uids = mails.map(({ uid }) => uid);
      if (uids.length > 0) {
        await work.later(markFetched, { mailboxId, uidValidity, uids, attempts: 0 }, work.now);
      }
      if (outcome.rest.length > 0) await fetchRest(work, row, outcome.rest, 0);
      if (rest.length === 0) await lookAgain(work, row, hasMore ? 0 : row.everyMinutes);
    },
  },
);

const inMinutes = (work: Work, minutes: number) =>
  new Date(work.now.getTime() + minutes * minuteInMs);
/** Looks for mail again after so many minutes. */
export const lookAgain = (work: Work, { id }: Pick<MailboxRow, 'id'>, minutes: number) =>
  work.later(fetchMail, { mailboxId: id }, inMinutes(work, minutes), id);
/** Beside it, under a key of its own: looking now must not forget it. */
const fetchRest = (work: Work, { id }: MailboxRow, rest: readonly number[], minutes: number) =>
  work.later(fetchMail, { mailboxId: id, rest }, inMinutes(work, minutes), `${id}:rest`);

/** Tried again, each time later; whoever runs the house hears of it once, with what to do. */
async function failed(
  work: Work,
  row: MailboxRow,
  rest: readonly number[],
  { fault, said }: { fault: MailboxFault; said: string },
): Promise<void> {
  const isSame = row.fault === fault;
  const failures = isSame ? row.failures + 1 : 1;
  const failingSince = row.failingSince ?? work.now;
  await updateMailbox(work, row.id, { fault, said, failures, failingSince });
  const minutes = Math.min(row.everyMinutes * 2 ** Math.min(failures, 10), longestWaitMinutes);
  if (rest.length > 0) await fetchRest(work, row, rest, minutes);
  else await lookAgain(work, row, minutes);
  if (!isSame) await tellOf(work, row, 'failed', fault);
  if (failures !== (tellAfter[fault] ?? 1)) return;
  const owners = await employeesWith(work, 'organisation.manage', row.orgPath);
  await notify(
    work,
    owners.map(({ id }) => id),
    {
      kind: 'incomingMails.failing',
      about: { type: 'mailbox', id: row.id },
      facts: { address: row.address },
      key: `incomingMails.failing:${row.id}:${fault}:${failingSince.toISOString()}`,
    },
  );
}

async function tellOf(
  work: Work,
  { id, orgPath }: MailboxRow,
  what: 'failed' | 'recovered',
  fault = '',
): Promise<void> {
  const about = { type: 'mailbox', id, orgPath };
  if (what === 'recovered') return work.emit(mailboxEvents.recovered, { orgPath }, about);
  await work.emit(mailboxEvents.failed, { orgPath, fault }, about);
}

interface Marking extends OfMailbox {
  uidValidity: number;
  uids: number[];
  attempts: number;
}
interface MarkParcel extends Marking {
  way: Sealed;
  folder: string;
  doneFolder: string;
}
const markAgainMinutes = [2, 15, 60, 360];
const patienceMs = 30_000;

/** Marks as read, or moves, what is stored; a second time it changes nothing. */
const markFetched: Errand<Marking> = defineErrand<Marking, MarkParcel, boolean>(
  'incomingMails.mark',
  {
    take: async (work, marking) => {
      const row = await lockMailbox(work, marking.mailboxId);
      if (!row?.isActive) return undefined;
      return { ...marking, way: wayOf(row), folder: row.folder, doneFolder: row.doneFolder };
    },
    carry: async ({ way, folder, doneFolder, uidValidity, uids }, host) => {
      let imap: Imap | undefined;
      try {
        imap = await Imap.open(openedWay(way, host), patienceMs);
        // Numbers of another time are other letters.
        if ((await imap.select(folder)).uidValidity !== uidValidity) return true;
        await imap.markSeen(uids);
        if (doneFolder !== '') await imap.move(uids, doneFolder);
        return true;
      } catch (error) {
        if (!(error instanceof ImapFault)) throw error;
        return false;
      } finally {
        imap?.close();
      }
    },
    note: async (work, { mailboxId, uidValidity, uids, attempts }, isMarked) => {
      const minutes = markAgainMinutes[attempts];
      if (isMarked || minutes === undefined) return;
      const again = { mailboxId, uidValidity, uids, attempts: attempts + 1 };
      await work.later(markFetched, again, inMinutes(work, minutes));
    },
  },
);
