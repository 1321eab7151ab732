import { createTransport } from 'nodemailer';
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

/** Short, since the task that sends holds its row meanwhile. */
const patienceMs = 3000;

/** Sends by SMTP. Throws `Undeliverable` for a final refusal (5xx), anything else for one that may pass. */
export const emailCarrier =
  (settings: EmailSettings, password: string): Carrier =>
  async ({ id, address, subject, body, at }) => {
    const transport = createTransport({
      host: settings.host,
      port: settings.port,
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
      });
    } catch (error) {
      const { responseCode = 0, code } = error as { responseCode?: number; code?: string };
      const isFinal = responseCode >= 500 && code !== 'EAUTH';
      throw isFinal ? new Undeliverable((error as Error).message) : error;
    } finally {
      transport.close();
    }
  };
