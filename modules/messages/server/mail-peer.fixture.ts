import { SMTPServer } from 'smtp-server';

interface Received {
  to: string[];
  text: string;
}

export const mailPassword = '邮箱口令';

/** A mail server of the test's own; a refusal by the beginning of the address. */
export class MailPeer {
  readonly received: Received[] = [];
  isBusy = false;
  private port = 0;
  private readonly server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === mailPassword ? done(null, { user: username }) : done(new Error('wrong')),
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody')) return done(refusal(550, 'no such mailbox'));
      if (this.isBusy) return done(refusal(451, 'try later'));
      done();
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.received.push({ to, text: Buffer.concat(pieces).toString() });
        done();
      });
    },
  });
  async open(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.port = (this.server.server.address() as { port: number }).port;
  }
  close = () => new Promise<void>((closed) => this.server.close(closed));
  to = (address: string) => this.received.filter((one) => one.to.includes(address));
  /** How a shop is set up to send by it. */
  settings = () => ({
    ...{ host: '127.0.0.1', port: this.port, isSecure: false, username: 'shop' },
    ...{ from: 'service@shop.example', fromName: '试车行' },
  });
}
const refusal = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });
