import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterType } from '#modules/files/contract.ts';
import type { Stored } from '#platform/files.ts';
import { Problem } from '#platform/problem.ts';
import type { TaskHost } from '#platform/tasks.ts';
import { type LeftOut, mostFileBytes, mostMailBytes } from '../lifecycle.ts';
import { Imap, ImapFault, type ImapWay } from './imap.ts';
import type { MailPart, ParsedMail } from './mail-worker.ts';
import { parsed } from './parsing.ts';

/** A letter as the mailbox gave it, read and with what was attached laid into the store. */
export interface Brought {
  uid: number;
  arrivedAt: Date | null;
  sizeBytes: number;
  contentHash: string;
  /** Only its beginning was fetched. */
  isCut: boolean;
  read: ParsedMail;
  files: BroughtFile[];
  /** Byte for byte as it came; of half a letter nothing is kept. */
  original: Stored | null;
}
interface BroughtFile extends Omit<MailPart, 'path' | 'leftOut'> {
  stored: Stored | null;
  leftOut: LeftOut | '';
}
export interface Round {
  uidValidity: number;
  mails: Brought[];
  /** Up to which number everything was looked at, but for the rest. */
  lastUid: number;
  /** More lies behind the last number. */
  hasMore: boolean;
  /** Letters before it that are still to be fetched. */
  rest: number[];
}
export interface Asked {
  tenantId: string;
  folder: string;
  uidValidity: number | null;
  lastUid: number;
  /** What an earlier round left. */
  rest: readonly number[];
  /** When there is no number to go on from: letters since then. */
  since: Date;
  /** The line was too slow for large letters lately. */
  isSlow: boolean;
}

/** Below the lease of an errand (platform/errands.ts), with time to store what came. */
const patienceMs = 45_000;
const beginNoneAfterMs = 25_000;
const mostInRound = 20;
const mostBytesInRound = mostMailBytes;
const beginningBytes = 1024 * 1024;
const mostWhenSlow = 2 * 1024 * 1024;

/**
 * Fetches what came since the last number, the oldest first, without marking anything. A line that breaks in between gives
 * what came before it. @throws ImapFault when nothing came at all
 */
export async function bringNew(way: ImapWay, asked: Asked, host: TaskHost): Promise<Round> {
  const begunAt = performance.now();
  const imap = await Imap.open(way, patienceMs);
  try {
    const { uidValidity, nextUid } = await imap.select(asked.folder);
    const isSame = asked.uidValidity === uidValidity;
    const wanted = await wantedOf(imap, asked, isSame);
    const mails: Brought[] = [];
    const round = (lastUid: number, left: readonly number[]): Round => {
      const goesOn = isSame && asked.rest.length === 0;
      return goesOn
        ? { uidValidity, mails, lastUid, hasMore: left.length > 0, rest: [] }
        : {
            uidValidity,
            mails,
            lastUid: isSame ? asked.lastUid : nextUid - 1,
            hasMore: false,
            rest: [...left],
          };
    };
    let bytes = 0;
    let lastUid = asked.lastUid;
    for (const [place, uid] of wanted.entries()) {
      const isLate = performance.now() - begunAt > beginNoneAfterMs || bytes > mostBytesInRound;
      if (mails.length === mostInRound || isLate) return round(lastUid, wanted.slice(place));
      try {
        const mail = await bring(imap, uid, asked, host);
        if (mail) mails.push(mail);
        bytes += mail?.sizeBytes ?? 0;
        lastUid = uid;
      } catch (error) {
        if (!(error instanceof ImapFault) || mails.length === 0) throw error;
        return round(lastUid, wanted.slice(place));
      }
    }
    return round(lastUid, []);
  } finally {
    imap.close();
  }
}

/** From the last number on; the first time what nobody has read; after new numbers all of late, since doubles are told. */
async function wantedOf(imap: Imap, asked: Asked, isSame: boolean): Promise<number[]> {
  const { uidValidity, lastUid, rest, since } = asked;
  if (rest.length > 0) return isSame ? [...rest] : [];
  if (isSame) {
    const found = await imap.search(`UID ${lastUid + 1}:*`);
    // The last letter is always among them, also where it is an old one (RFC 3501, 6.4.8).
    return found.filter((uid) => uid > lastUid);
  }
  return imap.search(`${uidValidity === null ? 'UNSEEN ' : ''}SINCE ${dayOf(since)}`);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayOf = (at: Date): string =>
  `${at.getUTCDate()}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()}`;

async function bring(
  imap: Imap,
  uid: number,
  asked: Asked,
  host: TaskHost,
): Promise<Brought | undefined> {
  const facts = await imap.facts(uid);
  if (!facts) return undefined;
  const isWhole = facts.sizeBytes <= (asked.isSlow ? mostWhenSlow : mostMailBytes);
  const folder = await mkdtemp(join(tmpdir(), 'jingming-mail-'));
  try {
    const path = join(folder, 'letter');
    const hash = createHash('sha256');
    const handle = await open(path, 'wx', 0o600);
    const came = await imap
      .body(uid, isWhole ? mostMailBytes : beginningBytes, isWhole, (bytes) => {
        hash.update(bytes);
        return written(handle, bytes);
      })
      .finally(() => handle.close());
    await mkdir(join(folder, 'parts'));
    const read = await parsed({ path, folder: join(folder, 'parts') }, host.warn);
    const files: BroughtFile[] = [];
    for (const part of read.parts) files.push(await kept(part, isWhole, asked.tenantId, host));
    const isCut = !isWhole || came < facts.sizeBytes / 2;
    const original = isCut
      ? null
      : await host.files.putAsIs(asked.tenantId, createReadStream(path), letterType, mostMailBytes);
    return {
      ...{ uid, arrivedAt: facts.arrivedAt, sizeBytes: Math.max(facts.sizeBytes, came) },
      ...{
        contentHash: hash.digest('hex'),
        isCut,
        original,
        read,
        files,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const written = async (handle: FileHandle, bytes: Buffer): Promise<void> => {
  await handle.write(bytes);
};

const reasons: Readonly<Record<string, LeftOut>> = {
  file_kind_refused: 'kind',
  picture_broken: 'broken',
  file_too_large: 'tooLarge',
};

/** Into the store by its own rules (D-50): told by its content, pictures drawn anew. Of half a letter nothing is kept. */
async function kept(
  { path, ...part }: MailPart,
  isWhole: boolean,
  tenantId: string,
  { files }: TaskHost,
): Promise<BroughtFile> {
  if (part.leftOut !== '') return { ...part, stored: null };
  if (!isWhole) return { ...part, stored: null, leftOut: 'notFetched' };
  if (part.sizeBytes === 0) return { ...part, stored: null, leftOut: 'broken' };
  try {
    return { ...part, stored: await files.put(tenantId, createReadStream(path), mostFileBytes) };
  } catch (error) {
    const leftOut = error instanceof Problem ? reasons[error.code] : undefined;
    if (leftOut === undefined) throw error;
    return { ...part, stored: null, leftOut };
  }
}
