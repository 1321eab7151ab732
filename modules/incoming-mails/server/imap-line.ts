import type { Socket } from 'node:net';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';

const mostHeld = 1024 * 1024;
const longestLine = 64 * 1024;

/** The line to a mail server: bytes come in as they like, and are taken line by line or by count. */
export class ImapLine {
  private socket: Socket;
  private held: Buffer[] = [];
  private size = 0;
  private fault: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.socket = this.listening(socket);
  }

  /** From here on in TLS. What came before it was asked for was slipped in by somebody else. */
  async secured(options: ConnectionOptions): Promise<void> {
    if (this.size > 0) throw new Error('spoke before TLS');
    const bare = this.socket;
    bare.removeAllListeners('data').removeAllListeners('error').removeAllListeners('close');
    const secure = await new Promise<TLSSocket>((ready, failed) => {
      const socket = connect({ ...options, socket: bare }, () => ready(socket));
      socket.once('error', failed);
      socket.once('close', () => failed(new Error('closed')));
    });
    this.socket = this.listening(secure.removeAllListeners('error').removeAllListeners('close'));
  }

  say(words: string): void {
    if (this.fault) throw this.fault;
    this.socket.write(words);
  }

  /** One line without its end; `latin1`, since what is not ASCII is nobody's business here. */
  async line(): Promise<string> {
    for (;;) {
      const whole = this.size > 0 ? Buffer.concat(this.held) : Buffer.alloc(0);
      const end = whole.indexOf('\n');
      if (end >= 0) {
        this.keep(whole.subarray(end + 1));
        return whole.subarray(0, whole[end - 1] === 13 ? end - 1 : end).toString('latin1');
      }
      if (whole.length > longestLine) throw new Error('a line without an end');
      this.keep(whole);
      await this.more();
    }
  }

  /** So many bytes, piece by piece. */
  async take(count: number, piece: (bytes: Buffer) => Promise<void> | void): Promise<void> {
    let left = count;
    while (left > 0) {
      const next = this.held.shift();
      if (!next) {
        await this.more();
        continue;
      }
      this.size -= next.length;
      const mine = next.subarray(0, left);
      left -= mine.length;
      if (mine.length < next.length) {
        this.held.unshift(next.subarray(mine.length));
        this.size += next.length - mine.length;
      }
      await piece(mine);
    }
  }

  close(reason?: Error): void {
    this.fail(reason ?? new Error('closed'));
    this.socket.destroy();
  }

  private keep(rest: Buffer): void {
    this.held = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
  }

  private async more(): Promise<void> {
    if (this.fault) throw this.fault;
    this.socket.resume();
    await new Promise<void>((woken) => {
      this.wake = woken;
    });
  }

  private fail(error: Error): void {
    this.fault ??= error;
    this.wake?.();
  }

  private listening<One extends Socket>(socket: One): One {
    socket.on('data', (piece: Buffer) => {
      this.held.push(piece);
      this.size += piece.length;
      if (this.size > mostHeld) socket.pause();
      this.wake?.();
    });
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('closed')));
    return socket;
  }
}
