import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { inboundRoutes } from '#modules/webhooks/contract.ts';
import { newId } from '#platform/ids.ts';
import type { TestEmployee, TestShop } from '#test/shop.ts';

/** The smallest sound that a telephone system could hand over: a tenth of a second of silence. */
export function silence(): Buffer {
  const bytes = 800;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, Buffer.alloc(bytes, 128)]);
}

export interface Asked {
  type: string;
  dialId?: string;
  extension?: string;
  number?: string;
}

/**
 * A telephone system on this machine that speaks the protocol of docs/telephony.md: it checks every signature, dials
 * once for one id, and hands out a recording to who signs for it.
 */
export class Exchange {
  readonly asked: Asked[] = [];
  secret = '';
  mood: 'well' | 'refuses' = 'well';
  private readonly seen = new Set<string>();
  private readonly server = createServer(async (request, answer) => {
    const body = await bodyOf(request);
    const isOurs = this.knows(request, body);
    if (!isOurs || this.mood === 'refuses') {
      answer.statusCode = isOurs ? 503 : 401;
      return answer.end();
    }
    if (request.method === 'GET') {
      answer.setHeader('content-type', 'audio/wav');
      return answer.end(silence());
    }
    const id = String(request.headers['webhook-id']);
    if (!this.seen.has(id)) this.asked.push(JSON.parse(body));
    this.seen.add(id);
    answer.end('{}');
  });

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close = () => new Promise<void>((closed) => this.server.close(() => closed()));

  private knows({ headers }: IncomingMessage, body: string): boolean {
    if (this.secret === '') return false;
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    const good = new Webhook(this.secret).sign(String(headers['webhook-id']), at, body);
    return String(headers['webhook-signature']).split(' ').includes(good);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

export interface Told {
  type: 'ringing' | 'answered' | 'ended' | 'missed' | 'recording';
  callId?: string;
  number?: string;
  extension?: string;
  direction?: 'in' | 'out';
  at?: Date;
  dialId?: string;
  recordingUrl?: string;
  isAnnounced?: boolean;
  /** Of the message; another each time unless given. */
  id?: string;
}

/** An endpoint for a telephone system, and its voice. */
export async function exchangeOf(shop: TestShop, owner: TestEmployee) {
  const { secret, endpoint } = await owner.call(inboundRoutes.add, {
    body: { name: '总机', source: 'phoneCalls' },
  });
  const url = new URL(endpoint.url).pathname;
  const say = ({ id = newId(shop.now), at = shop.now, callId = 'A1', ...rest }: Told) => {
    const body = JSON.stringify({ callId, at: at.toISOString(), ...rest });
    return shop.http.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(shop.now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, shop.now, body),
      },
      payload: body,
    });
  };
  return { secret, say };
}
