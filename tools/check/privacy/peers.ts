import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Takes the program's traces and keeps what they say. */
export async function openCollector() {
  const bodies: string[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      bodies.push(Buffer.concat(parts).toString());
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    text: () => bodies.join('\n'),
    spans: () => bodies.join().split('"spanId"').length - 1,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}

/** A mail server that refuses and says why at length, as many do: whom, and what was in the letter. */
export async function openQuotingMail() {
  let refused = 0;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    onRcptTo: ({ address }, _session, done) => {
      if (refused++ % 2 === 0) return done();
      done(
        Object.assign(new Error(`5.1.1 <${address}>: nobody of that name`), { responseCode: 550 }),
      );
    },
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part) => {
        text += part;
      });
      stream.on('end', () => {
        const to = /^To: (.*)$/m.exec(text)?.[1] ?? '';
        done(Object.assign(new Error(`busy; kept for ${to}`), { responseCode: 451 }));
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.server.address() as AddressInfo).port,
    refused: () => refused,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}
