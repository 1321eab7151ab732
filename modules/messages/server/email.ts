import { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Egress } from '#platform/egress.ts';
import { type Carrier, Undeliverable } from './carriers.ts';

export interface EmailSettings {
  host: string;
  port: number;
  isSecure: boolean;
  username: string;
  /** Sealed; empty where the server asks for none. */
  password: string;
  from: string;
  fromName: string;
}

const patienceMs = 5000;
/** For the whole conversation: a server that says a letter every second never falls silent. */
const wholeMs = 20_000;
const mailPorts: ReadonlySet<number> = new Set([25, 465, 587, 2525]);

/**
 * Sends by SMTP, to an address that is held after it was checked (D-56). Throws `Undeliverable` for a final refusal
 * (5xx), `EgressRefused` where the server may not be spoken to, anything else for what may pass.
 */
export const emailCarrier =
  (egress: Egress, settings: EmailSettings, password: string): Carrier =>
  async ({ id, address, subject, body, at, optOutUrl, attachment, answersMail = '' }) => {
    const { host, port } = settings;
    const [place] = await egress.addressesOf(host, port, mailPorts);
    const socket = new Socket();
    const late = setTimeout(
      () => socket.destroy(new Error('the mail server takes too long')),
      wholeMs,
    );
    const transport = createTransport({
      socket,
      host: place!.address,
      port,
      ...(place!.address !== host && { tls: { servername: host } }),
      secure: settings.isSecure,
      ...(settings.username !== '' && { auth: { user: settings.username, pass: password } }),
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const domain = settings.from.split('@')[1]!;
    try {
      await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        date: at,
        from: { name: settings.fromName, address: settings.from },
        to: { name: '', address },
        subject,
        text: body,
        ...(attachment && { attachments: [attachment] }),
        ...(answersMail.startsWith('<') && { inReplyTo: answersMail, references: answersMail }),
        // RFC 2369 and 8058: the mail program shows a button of its own.
        ...(optOutUrl && {
          headers: {
            'List-Unsubscribe': `<${optOutUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }),
        // RFC 3834: no other machine answers it, and ours knows it again.
        ...(answersMail && {
          headers: { 'Auto-Submitted': 'auto-replied', 'X-Loop': settings.from },
        }),
      });
      return { providerId: '' };
    } catch (error) {
      const { responseCode = 0, code } = error as { responseCode?: number; code?: string };
      const isFinal = responseCode >= 500 && code !== 'EAUTH';
      throw isFinal ? new Undeliverable((error as Error).message) : error;
    } finally {
      clearTimeout(late);
      transport.close();
      socket.destroy();
    }
  };
