import { randomUUID } from 'node:crypto';
import { emailCarrier } from '#modules/messages/server/email.ts';
import { Egress } from '#platform/egress.ts';

export interface MailOutcome {
  wasAccepted: boolean;
  ms: number;
}

const settings = {
  host: '127.0.0.1',
  isSecure: false,
  username: 'shop',
  password: '',
  from: 'shop@example.cn',
  fromName: '景明',
};

/** One mail by the product's own carrier to whoever listens at a port here. */
export async function mailTo(port: number, isSecure: boolean): Promise<MailOutcome> {
  const startedMs = performance.now();
  const egress = new Egress({ allow: ['127.0.0.1'] });
  const carry = emailCarrier(egress, { ...settings, port, isSecure }, 'secret');
  const parcel = {
    id: randomUUID(),
    address: 'wang@example.cn',
    subject: '您的车',
    body: '已修好',
  };
  const wasAccepted = await carry({ ...parcel, at: new Date('2026-11-26T02:30:00.000Z') }).then(
    () => true,
    () => false,
  );
  return { wasAccepted, ms: Math.round(performance.now() - startedMs) };
}
