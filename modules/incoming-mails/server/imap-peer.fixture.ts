import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createSecure, TLSSocket } from 'node:tls';

interface Lying {
  uid: number;
  bytes: Buffer;
  at: Date;
  isSeen: boolean;
}
class Folder {
  uidValidity: number;
  nextUid = 1;
  mails: Lying[] = [];
  constructor(uidValidity: number) {
    this.uidValidity = uidValidity;
  }
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');
const dateOf = (at: Date) =>
  `${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

/** A mailbox on this machine that speaks IMAP4rev1 (RFC 3501) as far as letters are fetched, marked and moved by it. */
export class MailboxPeer {
  readonly username = 'kefu@shop.example';
  password = '授权码"1\\';
  readonly folders = new Map([['INBOX', new Folder(1000)]]);
  /** What was asked, without the words of the login. */
  readonly asked: string[] = [];
  /** `drops`: the line breaks in the middle of the second letter that is asked for. */
  mood: 'well' | 'drops' | 'silent' = 'well';
  capabilities = ['IMAP4REV1', 'ID', 'UIDPLUS', 'MOVE'];
  /** How often letters were sent out whole. */
  bodies = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly secret: { key: string; cert: string } | undefined;

  /** @param secret its certificate; with `isSecure` from the first byte, else by STARTTLS. */
  constructor(secret?: { key: string; cert: string }) {
    this.secret = secret;
  }

  async open(isSecure = false): Promise<number> {
    const begin = (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('error', () => {});
      new Talk(this, socket, this.secret).begin();
    };
    this.server = isSecure ? createSecure(this.secret ?? {}, begin) : createServer(begin);
    await new Promise<void>((ready) => this.server!.listen(0, '127.0.0.1', ready));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((closed) => this.server?.close(() => closed()));
  }

  get inbox(): Folder {
    return this.folders.get('INBOX')!;
  }

  put(letter: Buffer | string, at: Date, isSeen = false): number {
    const uid = this.inbox.nextUid++;
    this.inbox.mails.push({ uid, bytes: Buffer.from(letter), at, isSeen });
    return uid;
  }

  /** As after a restore of the mail server: other numbers for the same letters. */
  renumber(): void {
    this.inbox.uidValidity += 7;
    this.inbox.nextUid = 1;
    for (const mail of this.inbox.mails) mail.uid = this.inbox.nextUid++;
  }
}

class Talk {
  private readonly peer: MailboxPeer;
  private socket: Socket;
  private readonly secret: { key: string; cert: string } | undefined;
  private held = Buffer.alloc(0);
  private folder: Folder | undefined;
  private isKnown = false;
  constructor(
    peer: MailboxPeer,
    socket: Socket,
    secret: { key: string; cert: string } | undefined,
  ) {
    this.peer = peer;
    this.socket = socket;
    this.secret = secret;
  }

  begin(): void {
    if (this.peer.mood === 'silent') return;
    this.listen(this.socket);
    this.say('* OK at your service');
  }

  private listen(socket: Socket): void {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('data', (piece: Buffer) => {
      this.held = Buffer.concat([this.held, piece]);
      this.read();
    });
  }

  /** Whole commands, each with its literals. */
  private read(): void {
    let words = '';
    let at = 0;
    for (;;) {
      const end = this.held.indexOf('\r\n', at);
      if (end < 0) return;
      const line = this.held.subarray(at, end).toString();
      const literal = /\{(\d+)\}$/.exec(line);
      if (!literal) {
        this.held = this.held.subarray(end + 2);
        this.answer(words + line);
        words = '';
        at = 0;
        continue;
      }
      const count = Number(literal[1]);
      if (this.held.length < end + 2 + count) {
        if (this.held.length === end + 2) this.say('+ go on');
        return;
      }
      const text = this.held.subarray(end + 2, end + 2 + count).toString();
      words += `${line.slice(0, literal.index)}"${text.replaceAll(/["\\]/g, '\\$&')}"`;
      at = end + 2 + count;
    }
  }

  private say(words: string | Buffer): void {
    if (!this.socket.destroyed)
      this.socket.write(typeof words === 'string' ? `${words}\r\n` : words);
  }

  private answer(line: string): unknown {
    const [, tag = '', uid = '', name = '', rest = ''] =
      /^(\S+) (UID )?(\S+) ?(.*)$/s.exec(line) ?? [];
    const command = `${uid}${name}`.toUpperCase();
    this.peer.asked.push(command === 'LOGIN' ? 'LOGIN' : `${command} ${rest}`.trim());
    const strings = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) =>
      text!.replaceAll(/\\(.)/g, '$1'),
    );
    if (command === 'CAPABILITY') {
      const more = this.secret && !(this.socket instanceof TLSSocket) ? ['STARTTLS'] : [];
      this.say(`* CAPABILITY ${[...this.peer.capabilities, ...more].join(' ')}`);
      return this.say(`${tag} OK done`);
    }
    if (command === 'LOGOUT') return this.say(`* BYE\r\n${tag} OK`);
    if (command === 'STARTTLS' && this.secret) {
      this.say(`${tag} OK begin`);
      this.socket.removeAllListeners('data');
      return this.listen(new TLSSocket(this.socket, { ...this.secret, isServer: true }));
    }
    if (command === 'LOGIN') {
      this.isKnown = strings[0] === this.peer.username && strings[1] === this.peer.password;
      return this.say(this.isKnown ? `${tag} OK` : `${tag} NO [AUTHENTICATIONFAILED] LOGIN failed`);
    }
    if (!this.isKnown) return this.say(`${tag} NO log in first`);
    if (command === 'ID') return this.say(`* ID NIL\r\n${tag} OK`);
    if (command === 'CREATE') {
      this.peer.folders.set(strings[0]!, new Folder(2000));
      return this.say(`${tag} OK`);
    }
    if (command === 'SELECT') return this.select(tag, strings[0]!);
    if (!this.folder) return this.say(`${tag} BAD select first`);
    return this.ofFolder(tag, command, rest, this.folder, strings[0]);
  }

  private select(tag: string, name: string): unknown {
    this.folder = this.peer.folders.get(name);
    if (!this.folder) return this.say(`${tag} NO [NONEXISTENT] no such folder`);
    const { mails, uidValidity, nextUid } = this.folder;
    this.say(`* FLAGS (\\Seen)\r\n* ${mails.length} EXISTS\r\n* 0 RECENT`);
    this.say(`* OK [UIDVALIDITY ${uidValidity}] valid\r\n* OK [UIDNEXT ${nextUid}] next`);
    return this.say(`${tag} OK [READ-WRITE] done`);
  }

  private ofFolder(
    tag: string,
    command: string,
    rest: string,
    folder: Folder,
    to?: string,
  ): unknown {
    if (command === 'UID SEARCH') {
      const found = folder.mails.filter((mail) => this.isFound(mail, folder, rest));
      this.say(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trimEnd());
      return this.say(`${tag} OK`);
    }
    const uids = rest.split(' ')[0]!.split(',').map(Number);
    const meant = folder.mails.filter(({ uid }) => uids.includes(uid));
    if (command === 'UID FETCH') {
      for (const mail of meant) if (!this.fetch(mail, folder.mails.indexOf(mail) + 1, rest)) return;
      return this.say(`${tag} OK`);
    }
    if (command === 'UID STORE') {
      for (const mail of meant) mail.isSeen ||= rest.includes('\\Seen');
      return this.say(`${tag} OK`);
    }
    if (command === 'UID MOVE') {
      const other = this.peer.folders.get(to!);
      if (!other) return this.say(`${tag} NO [TRYCREATE] no such folder`);
      for (const mail of meant) other.mails.push({ ...mail, uid: other.nextUid++ });
      folder.mails = folder.mails.filter((mail) => !meant.includes(mail));
      return this.say(`${tag} OK`);
    }
    return this.say(`${tag} BAD what`);
  }

  private isFound(mail: Lying, folder: Folder, words: string): boolean {
    const from = /UID (\d+):\*/.exec(words);
    // The last one is always meant (RFC 3501, 6.4.8).
    if (from) return mail.uid >= Number(from[1]) || mail === folder.mails.at(-1);
    const since = /SINCE (\S+)/.exec(words);
    if (since && mail.at < new Date(`${since[1]} UTC`)) return false;
    return !words.includes('UNSEEN') || !mail.isSeen;
  }

  /** @returns whether the line still stands */
  private fetch({ uid, bytes, at }: Lying, place: number, rest: string): boolean {
    if (rest.includes('RFC822.SIZE')) {
      this.say(
        `* ${place} FETCH (UID ${uid} INTERNALDATE "${dateOf(at)}" RFC822.SIZE ${bytes.length})`,
      );
      return true;
    }
    const part = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/.exec(rest)!;
    const sent = part[2] ? bytes.subarray(0, Number(part[2])) : bytes;
    this.peer.bodies++;
    this.say(`* ${place} FETCH (UID ${uid} BODY[]${part[2] ? '<0>' : ''} {${sent.length}}`);
    if (this.peer.mood === 'drops' && this.peer.bodies > 1) {
      this.say(sent.subarray(0, 10));
      this.socket.end();
      return false;
    }
    this.say(sent);
    this.say(')');
    return true;
  }
}
