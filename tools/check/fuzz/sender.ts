import { Agent, request } from 'node:http';

/** One request, as it can be sent again by hand. */
export interface Sent {
  routeId: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

export interface Answer {
  /** 0: no answer came. */
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  ms: number;
  fault?: string;
}

const patienceMs = 90_000;
const mostKept = 4 * 1024 * 1024;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request over real HTTP and hears the whole answer; of an endless one its beginning. */
export function send(port: number, sent: Sent, through: Agent = agent): Promise<Answer> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const done = (answer: Omit<Answer, 'ms'>) =>
      resolve({ ...answer, ms: performance.now() - startedMs });
    const failed = (fault: string) => done({ status: 0, headers: {}, text: '', fault });
    const { method, path, body } = sent;
    // Said outright: without it the bytes behind a DELETE would be read as the next request.
    const headers = { ...sent.headers, ...(body && { 'content-length': String(body.length) }) };
    const asked = request({ port, host: '127.0.0.1', agent: through, method, path, headers });
    asked.setTimeout(patienceMs, () => asked.destroy(new Error('no answer')));
    asked.on('error', (error) => failed(error.message));
    asked.on('response', (reply) => {
      const status = reply.statusCode ?? 0;
      const heard: Buffer[] = [];
      let size = 0;
      const whole = () =>
        done({ status, headers: reply.headers, text: Buffer.concat(heard).toString('latin1') });
      reply.on('data', (part: Buffer) => {
        if (size < mostKept) heard.push(part);
        size += part.length;
        if (reply.headers['content-type'] !== 'text/event-stream') return;
        whole();
        asked.destroy();
      });
      reply.on('end', whole);
      reply.on('error', (error) => failed(error.message));
    });
    asked.end(body);
  });
}

export const stopSending = () => agent.destroy();
