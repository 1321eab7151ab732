import { Agent, request } from 'node:http';

/** How a call ended, as its client knows it: done, refused, or cut off so that nobody can say (trust: FDB's third result). */
export type Outcome<Reply = unknown> =
  | { kind: 'ok'; status: number; body: Reply; text: string; replayed: boolean }
  | { kind: 'failed'; status: number; code: string; facts: Record<string, unknown> }
  | { kind: 'unknown' };

export interface Asked {
  method: string;
  path: string;
  cookie: string;
  headers: Record<string, string>;
  body?: unknown;
  /** So many milliseconds after the request left, the connection is cut. */
  cutAfterMs?: number;
}

/** Connections that are kept open, as browsers do; a cut one is thrown away. */
export class Wire {
  private readonly url: string;
  private readonly agent: Agent;
  constructor(url: string, clients: number) {
    this.url = url;
    this.agent = new Agent({ keepAlive: true, maxSockets: clients });
  }

  send<Reply>({ method, path, cookie, headers, body, cutAfterMs }: Asked): Promise<Outcome<Reply>> {
    const content =
      body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
    return new Promise((resolve) => {
      const asked = request(
        `${this.url}${path}`,
        {
          method,
          agent: this.agent,
          headers: { cookie, ...(content !== undefined && { 'content-type': type }), ...headers },
        },
        (reply) => {
          const parts: Buffer[] = [];
          reply.on('data', (part: Buffer) => parts.push(part));
          reply.on('error', () => resolve({ kind: 'unknown' }));
          reply.on('end', () => {
            const text = Buffer.concat(parts).toString();
            const replayed = reply.headers['idempotency-replayed'] === 'true';
            resolve(outcomeOf(reply.statusCode ?? 0, text, replayed));
          });
        },
      );
      asked.on('error', () => resolve({ kind: 'unknown' }));
      asked.end(content);
      if (cutAfterMs !== undefined) {
        asked.on('finish', () => setTimeout(() => asked.destroy(), cutAfterMs));
      }
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function outcomeOf<Reply>(status: number, text: string, replayed: boolean): Outcome<Reply> {
  const body = text === '' ? undefined : JSON.parse(text);
  if (status < 400) return { kind: 'ok', status, body, text, replayed };
  return { kind: 'failed', status, code: String(body?.code ?? ''), facts: body ?? {} };
}
