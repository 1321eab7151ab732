import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Mailbox, mailboxRoutes } from '../contract.ts';
import { mailboxEvents } from '../events.ts';
import type { MailboxFault } from '../lifecycle.ts';
import { fetchMail, lookAgain, openedWay } from './fetching.ts';
import { Imap, ImapFault } from './imap.ts';
import {
  insertMailbox,
  lockMailbox,
  type MailboxRow,
  mailboxOf,
  nextLookAt,
  updateMailbox,
} from './queries-mailboxes.ts';

const patienceMs = 20_000;

/** The mailbox of one's own place, as people may see it. */
export async function mailboxShown(work: Work) {
  const row = await mailboxOf(work, work.actor.unitId);
  return { mailbox: row ? await shown(work, row) : null };
}

async function shown(work: Work, row: MailboxRow): Promise<Mailbox> {
  const { address, host, port, isSecure, username, folder, doneFolder, trustedServer } = row;
  const { everyMinutes, decideMinutes, isActive, isAnswered, fault, said } = row;
  const nextAt = row.isActive ? await nextLookAt(work, row.id) : null;
  return {
    ...{ address, host, port, isSecure, username, folder, doneFolder, trustedServer },
    ...{ everyMinutes, decideMinutes, isActive, isAnswered, said },
    fault: fault as Mailbox['fault'],
    hasPassword: row.password !== '',
    fetchedAt: row.fetchedAt?.toISOString() ?? null,
    failingSince: row.failingSince?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
  };
}

/**
 * Sets up the mailbox of one's own place. A password that is not given again stays, and only for its own server and name:
 * it is sent nowhere else. Another folder or server has numbers of its own: it is begun anew.
 * @throws Problem 422 `mailbox_password_needed`, `mailbox_inside`
 */
export async function setUpMailbox(
  work: Work,
  { secrets, egress }: Host,
  { password, ...typed }: BodyOf<typeof mailboxRoutes.setUp>,
) {
  const given = {
    ...typed,
    doneFolder: typed.doneFolder.trim(),
    trustedServer: typed.trustedServer.trim(),
  };
  refuseInside(egress, given);
  const { unitId, unitPath } = work.actor;
  const before = await mailboxOf(work, unitId);
  const isSame = before?.host === given.host && before.username === given.username;
  const sealed = password ? secrets.seal(password) : isSame ? before.password : '';
  if (sealed === '') throw ruleBroken('/password', 'mailbox_password_needed');
  const isOther = !isSame || before.port !== given.port || before.folder !== given.folder;
  const fresh = {
    ...({ fault: '', said: '', failures: 0, failingSince: null } as const),
    ...(isOther && { uidValidity: null, lastUid: 0, fetchedAt: null }),
  };
  const row = before
    ? await updateMailbox(work, (await lockMailbox(work, before.id))!.id, {
        ...given,
        password: sealed,
        ...fresh,
      })
    : await insertMailbox(work, { ...given, password: sealed });
  if (row.isActive) await lookAgain(work, row, 0);
  else await work.cancelLater(fetchMail, row.id);
  const about = { type: 'mailbox', id: row.id, orgPath: unitPath };
  await work.emit(mailboxEvents.setUp, { orgPath: unitPath }, about);
  return { mailbox: await shown(work, row) };
}

/** An address inside by its number is told at once; names are looked up when they are spoken to (D-56). */
function refuseInside(
  egress: Host['egress'],
  { host, port }: { host: string; port: number },
): void {
  if (egress.vouchesFor(host, port)) return;
  try {
    egress.checkedUrl(`https://${host.includes(':') ? `[${host}]` : host}`);
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    throw ruleBroken('/host', 'mailbox_inside');
  }
}

/** Whether server, name, password and folder are right. @throws Problem 422 `mailbox_…` with what the server said */
export async function testMailbox(work: Work, host: Host) {
  const row = await mailboxOf(work, work.actor.unitId);
  if (!row) throw new Problem(422, 'mailbox_not_set_up');
  let imap: Imap | undefined;
  try {
    imap = await Imap.open(openedWay(row, host), patienceMs);
    const { mails } = await imap.select(row.folder);
    return { mails, unread: (await imap.search('UNSEEN')).length };
  } catch (error) {
    if (!(error instanceof ImapFault)) throw error;
    throw new Problem(422, problemOf[error.reason], { said: error.said });
  } finally {
    imap?.close();
  }
}

const problemOf = {
  login: 'mailbox_login',
  folder: 'mailbox_folder',
  notAllowed: 'mailbox_notAllowed',
  certificate: 'mailbox_certificate',
  noTls: 'mailbox_noTls',
  unreachable: 'mailbox_unreachable',
  tooSlow: 'mailbox_tooSlow',
  refused: 'mailbox_refused',
} as const satisfies Record<MailboxFault, string>;

/** A test that was made is on record. */
export async function noteTest(work: Work): Promise<void> {
  const { unitId, unitPath } = work.actor;
  const row = await mailboxOf(work, unitId);
  const about = { type: 'mailbox', id: row?.id ?? unitId, orgPath: unitPath };
  await work.emit(mailboxEvents.tried, { orgPath: unitPath }, about);
}

/** Looks now. @throws Problem 422 `mailbox_not_set_up` */
export async function fetchNow(work: Work): Promise<{ isLooking: boolean }> {
  const row = await mailboxOf(work, work.actor.unitId);
  if (!row?.isActive) throw new Problem(422, 'mailbox_not_set_up');
  await lookAgain(work, row, 0);
  return { isLooking: true };
}
