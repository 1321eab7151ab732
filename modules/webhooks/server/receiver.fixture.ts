import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import type { TestShop } from '#test/shop.ts';
import { webhookRoutes } from '../contract.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another program that listens: it keeps what it gets, and answers as the test wishes. */
export class Receiver {
  readonly received: Received[] = [];
  status: (count: number) => number = () => 200;
  url = '';
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(this.status(this.received.length), { location: '/elsewhere' });
      response.end('the inside of the other house');
    });
  });

  constructor() {
    beforeAll(async () => {
      await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
      this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
    });
    afterAll(() => void this.server.close().closeAllConnections());
  }

  /** The ids of the events that arrived, each once. */
  get eventIds(): Set<string> {
    return new Set(this.received.map(({ headers }) => String(headers['webhook-id'])));
  }
  reset(): void {
    this.received.length = 0;
    this.status = () => 200;
  }
}

/** A webhook to the receiver, made by the owner. */
export async function listening(shop: TestShop, url: string, kinds = ['customer.added']) {
  const owner = await shop.employee('owner');
  const { secret, webhook } = await owner.call(webhookRoutes.add, {
    body: { name: '总部看板', url, kinds },
  });
  const params = { webhookId: webhook.id };
  const deliveries = async () => (await owner.call(webhookRoutes.deliveries, { params })).items;
  const shown = () => owner.call(webhookRoutes.get, { params });
  return { owner, secret, webhook, params, deliveries, shown };
}
