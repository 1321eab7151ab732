import { connect as connectBare, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { type Egress, EgressRefused } from '#platform/egress.ts';
import type { MailboxFault } from '../lifecycle.ts';
import { ImapLine } from './imap-line.ts';

/** How a mailbox is reached; the password is open here. */
export interface ImapWay {
  egress: Egress;
  host: string;
  port: number;
  isSecure: boolean;
  username: string;
  password: string;
}

/** Why a mailbox could not be used. `said` is the server's own word for whoever set it up. */
export class ImapFault extends Error {
  readonly reason: MailboxFault;
  readonly said: string;
  constructor(reason: MailboxFault, said = '') {
    super(`imap: ${reason}`);
    this.reason = reason;
    this.said = said.slice(0, 300);
  }
}

interface Answer {
  status: string;
  text: string;
  untagged: string[];
}
type Sink = (bytes: Buffer) => Promise<void> | void;

const imapPorts: ReadonlySet<number> = new Set([143, 993]);
const mostUntagged = 20_000;
const mostDropped = 512 * 1024 * 1024;
/** Who we are: mailboxes of NetEase (163.com, 126.com) refuse whoever does not say (RFC 2971). */
const whoWeAre = '("name" "jingming" "version" "1" "vendor" "jingming")';

/**
 * A talk with a mail server in the words that fetching needs (RFC 3501, 4315, 6851). It goes to the address that was
 * checked (D-56), by TLS unless the operator vouches for the host, and is over when its patience is.
 */
export class Imap {
  private readonly line: ImapLine;
  private count = 0;
  private can = new Set<string>();
  private readonly alarm: NodeJS.Timeout;

  private constructor(socket: Socket, patienceMs: number) {
    this.line = new ImapLine(socket);
    const tooLong = new ImapFault('tooSlow');
    this.alarm = setTimeout(() => this.line.close(tooLong), patienceMs);
  }

  /** @throws ImapFault */
  static async open(way: ImapWay, patienceMs: number): Promise<Imap> {
    const { egress, host, port } = way;
    let imap: Imap | undefined;
    try {
      const [place] = await egress.addressesOf(host, port, imapPorts);
      const to = {
        host: place!.address,
        port,
        ca: egress.authorities,
        ...named(host, place!.address),
      };
      imap = new Imap(way.isSecure ? connectSecure(to) : connectBare(to), patienceMs);
      await imap.begin(way, to);
      return imap;
    } catch (error) {
      imap?.close();
      throw faultOf(error);
    }
  }

  private async begin(way: ImapWay, to: object): Promise<void> {
    const greeting = await this.line.line();
    if (!/^\* (OK|PREAUTH)/i.test(greeting)) throw new ImapFault('refused', greeting);
    await this.learn();
    if (!way.isSecure && !way.egress.vouchesFor(way.host, way.port)) {
      if (!this.can.has('STARTTLS')) throw new ImapFault('noTls');
      await this.must('STARTTLS', 'noTls');
      await this.line.secured(to);
      await this.learn();
    }
    await this.logIn(way);
    await this.learn();
    if (this.can.has('ID')) await this.run(`ID ${whoWeAre}`);
  }

  private async logIn({ username, password }: ImapWay): Promise<void> {
    const answer = await this.run('LOGIN ', [username, password]);
    if (answer.status !== 'OK') throw new ImapFault('login', answer.text);
  }

  private async learn(): Promise<void> {
    const { untagged } = await this.must('CAPABILITY', 'refused');
    const said = untagged.find((line) => /^\* CAPABILITY /i.test(line)) ?? '';
    this.can = new Set(said.toUpperCase().split(' ').slice(2));
  }

  /** Opens a folder. @returns under what its numbers hold, the number of the next letter, and how many lie there */
  async select(folder: string): Promise<{ uidValidity: number; nextUid: number; mails: number }> {
    const answer = await this.run('SELECT ', [utf7(folder)]);
    if (answer.status !== 'OK') throw new ImapFault('folder', answer.text);
    const lines = [...answer.untagged, answer.text].join('\n');
    const uidValidity = Number(/\[UIDVALIDITY (\d{1,10})\]/i.exec(lines)?.[1] ?? 0);
    const mails = Number(/^\* (\d{1,10}) EXISTS/im.exec(lines)?.[1] ?? 0);
    const nextUid = Number(/\[UIDNEXT (\d{1,10})\]/i.exec(lines)?.[1] ?? 0);
    // A server need not say it (RFC 3501, 7.1): the number of the last letter tells.
    return {
      uidValidity,
      mails,
      nextUid: nextUid || ((await this.search('UID *')).at(-1) ?? 0) + 1,
    };
  }

  /** The numbers of the letters that a search finds, the oldest first. */
  async search(words: string): Promise<number[]> {
    const { untagged } = await this.must(`UID SEARCH ${words}`, 'refused');
    const found = untagged.flatMap((line) =>
      /^\* SEARCH\b/i.test(line) ? line.split(' ').slice(2).map(Number) : [],
    );
    return [...new Set(found.filter((uid) => Number.isSafeInteger(uid) && uid > 0))].sort(
      (a, b) => a - b,
    );
  }

  /** How large a letter is and when it arrived in the mailbox; nothing where it is gone meanwhile. */
  async facts(uid: number): Promise<{ sizeBytes: number; arrivedAt: Date | null } | undefined> {
    const { untagged } = await this.must(
      `UID FETCH ${uid} (UID INTERNALDATE RFC822.SIZE)`,
      'refused',
    );
    const line = untagged.find((one) => isOf(one, uid));
    if (line === undefined) return undefined;
    const at = new Date(/INTERNALDATE "([^"]{1,40})"/i.exec(line)?.[1] ?? '');
    return {
      sizeBytes: Number(/RFC822\.SIZE (\d{1,12})/i.exec(line)?.[1] ?? 0),
      arrivedAt: Number.isNaN(at.getTime()) ? null : at,
    };
  }

  /** The bytes of a letter, or its first ones, without marking it as read. @returns how many came */
  async body(uid: number, most: number, isWhole: boolean, sink: Sink): Promise<number> {
    let came = 0;
    const part = isWhole ? '' : `<0.${most}>`;
    await this.must(`UID FETCH ${uid} (UID BODY.PEEK[]${part})`, 'refused', (bytes) => {
      // A server that sends more than it said is heard out, and what is too much is dropped.
      const mine = bytes.subarray(0, Math.max(0, most - came));
      came += mine.length;
      return mine.length > 0 ? sink(mine) : undefined;
    });
    return came;
  }

  async markSeen(uids: readonly number[]): Promise<void> {
    await this.must(`UID STORE ${uids.join(',')} +FLAGS.SILENT (\\Seen)`, 'refused');
  }

  /** Into another folder, which is made where there is none. */
  async move(uids: readonly number[], folder: string): Promise<void> {
    const isWhole = this.can.has('MOVE');
    const words = `UID ${isWhole ? 'MOVE' : 'COPY'} ${uids.join(',')} `;
    let answer = await this.run(words, [utf7(folder)]);
    if (answer.status !== 'OK') {
      await this.run('CREATE ', [utf7(folder)]);
      answer = await this.run(words, [utf7(folder)]);
    }
    if (answer.status !== 'OK') throw new ImapFault('folder', answer.text);
    if (isWhole) return;
    await this.must(`UID STORE ${uids.join(',')} +FLAGS.SILENT (\\Deleted)`, 'refused');
    // Without UIDPLUS others' deleted letters would go with ours: they stay until somebody clears the folder.
    if (this.can.has('UIDPLUS')) await this.must(`UID EXPUNGE ${uids.join(',')}`, 'refused');
  }

  /** Says good-bye where that is still possible. */
  close(): void {
    clearTimeout(this.alarm);
    try {
      this.line.say('z LOGOUT\r\n');
    } catch {
      // Nobody listens any more: it is over either way.
    }
    this.line.close();
  }

  private async must(words: string, reason: MailboxFault, sink?: Sink): Promise<Answer> {
    const answer = await this.run(words, [], sink);
    if (answer.status !== 'OK') throw new ImapFault(reason, answer.text);
    return answer;
  }

  /** One command with its strings, and all that is said to it. */
  private async run(words: string, strings: readonly string[] = [], sink?: Sink): Promise<Answer> {
    const tag = `a${++this.count}`;
    try {
      this.line.say(`${tag} ${words}`);
      for (const [at, each] of strings.entries()) {
        if (at > 0) this.line.say(' ');
        const refusal = await this.sayString(tag, each);
        if (refusal) return refusal;
      }
      this.line.say('\r\n');
      return await this.heard(tag, sink);
    } catch (error) {
      throw faultOf(error);
    }
  }

  /** A string as it is, where it is plain; else by its bytes, once the server waits for them. */
  private async sayString(tag: string, text: string): Promise<Answer | undefined> {
    if (/^[\x20-\x7e]*$/.test(text)) {
      this.line.say(`"${text.replaceAll(/["\\]/g, '\\$&')}"`);
      return undefined;
    }
    this.line.say(`{${Buffer.byteLength(text)}}\r\n`);
    const next = await this.line.line();
    if (next.startsWith('+')) {
      this.line.say(text);
      return undefined;
    }
    return next.startsWith(`${tag} `) ? ended(tag, next, []) : this.heard(tag);
  }

  private async heard(tag: string, sink?: Sink): Promise<Answer> {
    const untagged: string[] = [];
    for (;;) {
      const line = await this.lineWithLiterals(sink);
      if (line.startsWith(`${tag} `)) return ended(tag, line, untagged);
      if (/^\* BYE\b/i.test(line)) throw new ImapFault('refused', line.slice(6));
      if (untagged.push(line) > mostUntagged)
        throw new ImapFault('refused', 'talks without an end');
    }
  }

  private async lineWithLiterals(sink: Sink | undefined): Promise<string> {
    let whole = '';
    for (;;) {
      const line = await this.line.line();
      whole += line;
      const count = Number(/\{(\d{1,10})\}$/.exec(line)?.[1] ?? -1);
      if (count < 0) {
        const short = sink && /BODY\[\](?:<[\d.]+>)? "((?:[^"\\]|\\.)*)"/i.exec(line)?.[1];
        if (short) await sink(Buffer.from(short.replaceAll(/\\(.)/g, '$1'), 'latin1'));
        return whole;
      }
      if (count > mostDropped || whole.length > 1_000_000)
        throw new ImapFault('refused', 'too much');
      const isBody = /BODY\[\](?:<[\d.]+>)? \{\d+\}$/i.test(line);
      await this.line.take(count, (bytes) => (isBody ? sink?.(bytes) : undefined));
    }
  }
}

const ended = (tag: string, line: string, untagged: string[]): Answer => {
  const [status = '', ...words] = line.slice(tag.length + 1).split(' ');
  return { status: status.toUpperCase(), text: words.join(' '), untagged };
};
const isOf = (line: string, uid: number): boolean =>
  /^\* \d+ FETCH /i.test(line) && new RegExp(`\\bUID ${uid}\\b`, 'i').test(line);
const named = (host: string, address: string) => (address === host ? {} : { servername: host });

function faultOf(error: unknown): ImapFault {
  if (error instanceof ImapFault) return error;
  if (error instanceof EgressRefused) {
    return new ImapFault(error.reason === 'host' && error.cause ? 'unreachable' : 'notAllowed');
  }
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const isTls = /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_SSL_)/.test(code);
  return new ImapFault(isTls ? 'certificate' : 'unreachable', code || message);
}

/** The name of a folder as IMAP writes it (RFC 3501, 5.1.3): `已处理` is `&XfJZBHQG-`. */
export const utf7 = (name: string): string =>
  name.replaceAll('&', '&-').replaceAll(/[^\x20-\x7e]+/g, (run) => {
    const bytes = Buffer.from(run, 'utf16le').swap16();
    return `&${bytes.toString('base64').replaceAll('=', '').replaceAll('/', ',')}-`;
  });
