import { SMTPServer } from 'smtp-server';

/** A real mail server on loopback that outlives the program: it remembers what it accepted, by message id. */
export class MailPeer {
  /** Markers by message id, one for each time that it was accepted. */
  readonly accepted = new Map<string, string[]>();
  /** Turns away all that comes, as a server does that is too busy. */
  isBusy = false;
  private readonly server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    onRcptTo: (_address, _session, done) => {
      if (this.isBusy) done(Object.assign(new Error('try later'), { responseCode: 451 }));
      else done();
    },
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        this.take(Buffer.concat(pieces).toString());
        done();
      });
    },
  });

  /** @returns the port that it listens at */
  async open(): Promise<number> {
    // A sender that is killed leaves a broken line behind.
    this.server.on('error', () => {});
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return (this.server.server.address() as { port: number }).port;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(closed));
  }

  private take(text: string): void {
    const id = /^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? '?';
    const subject = /^Subject: (.+(?:\r\n[ \t].+)*)/im.exec(text)?.[1] ?? '';
    this.accepted.set(id, [...(this.accepted.get(id) ?? []), decoded(subject)]);
  }
}

/** The words of an encoded header line (RFC 2047, base64 or quoted). */
const decoded = (line: string): string =>
  line.replace(/\s*=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi, (_, way: string, text: string) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(
          text.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
          'latin1',
        ).toString(),
  );
