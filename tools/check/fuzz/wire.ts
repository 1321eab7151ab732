import { connect } from 'node:net';
import type { Random } from '../random.ts';
import { hostileBodies, oddContentTypes } from './hostile.ts';

/** What came back over a line that no proper client holds. */
export interface Heard {
  text: string;
  /** The other side ended the conversation. */
  isClosed: boolean;
}

/** Talks bytes and listens until the line is closed or the time is over. */
export function talk(port: number, pieces: readonly Buffer[], withinMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const heard: Buffer[] = [];
    const told = (isClosed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text: Buffer.concat(heard).toString('latin1'), isClosed });
    };
    const timer = setTimeout(() => told(false), withinMs);
    socket.on('data', (part) => heard.push(part));
    // A server that hangs up while we still talk is in its right.
    socket.on('error', () => {});
    socket.on('close', () => told(true));
    for (const piece of pieces) socket.write(piece);
  });
}

const line = (first: string, ...more: string[]) =>
  Buffer.from([first, 'Host: localhost', ...more, '', ''].join('\r\n'), 'latin1');
const closing = 'Connection: close';
const json = 'Content-Type: application/json';

/** Bytes that are not quite HTTP, or HTTP that is not quite meant; each ends its connection. */
export function oddBytes(random: Random, cookie: string, path: string): Buffer[] {
  const signedIn = `Cookie: ${cookie}`;
  const post = `POST ${path} HTTP/1.1`;
  const body = random.of(hostileBodies)();
  const announced = (length: number) => `Content-Length: ${length}`;
  const shapes: (() => Buffer[])[] = [
    () => [line(post, signedIn, json, announced(body.length), closing), body],
    () => [line(post, signedIn, json, announced(3), closing), body],
    () => [line(post, signedIn, json, announced(-1), closing)],
    () => [line(post, signedIn, json, 'Content-Length: 0x10', closing)],
    () => [line(post, signedIn, json, 'Content-Length: 2', 'Content-Length: 3', closing), body],
    () => [line(post, signedIn, json, announced(2), 'Transfer-Encoding: chunked', closing), body],
    () => [
      line(post, signedIn, json, 'Transfer-Encoding: chunked', closing),
      Buffer.from(`${body.length.toString(16)}\r\n`),
      body,
      Buffer.from('\r\n0\r\n\r\n'),
    ],
    () => [
      line(post, signedIn, json, 'Transfer-Encoding: chunked', closing),
      Buffer.from('2;ext="\\\r\n{}\r\n0\r\nX-Trailer: 1\r\n\r\n'),
    ],
    () => [
      line(post, signedIn, json, 'Transfer-Encoding: chunked', closing),
      Buffer.from('FFFFFFFFFFFFFFFFF\r\n{}'),
    ],
    () => [
      line(post, signedIn, ` ${random.of(oddContentTypes)}`, announced(2), closing),
      Buffer.from('{}'),
    ],
    () => [
      line(
        post,
        signedIn,
        `Content-Type:${random.of(['\t', ' ', '  '])}application/json`,
        announced(2),
        closing,
      ),
      Buffer.from('{}'),
    ],
    () => [line(post, signedIn, 'X-Odd: a\rSet-Cookie: b=1', closing)],
    () => [line(post, signedIn, `X-Odd: ${'a'.repeat(20_000)}`, closing)],
    () => [line(`GET ${path}?q=\xff\xfe HTTP/1.1`, signedIn, closing)],
    () => [line(`GET ${path}\0 HTTP/1.1`, signedIn, closing)],
    () => [line(`GET http://evil.example${path} HTTP/1.1`, signedIn, closing)],
    () => [line(`GET ${'/a'.repeat(4000)} HTTP/1.1`, closing)],
    () => [line(`GET ${path} HTTP/0.9`)],
    () => [line(`GET ${path} HTTP/2.0`, closing)],
    () => [line(`PRI * HTTP/2.0`, closing), Buffer.from('SM\r\n\r\n')],
    () => [line(`CONNECT localhost:1 HTTP/1.1`, closing)],
    () => [line(`OPTIONS * HTTP/1.1`, closing)],
    () => [line(`TRACE ${path} HTTP/1.1`, signedIn, closing)],
    () => [line(`HEAD ${path} HTTP/1.1`, signedIn, closing)],
    () => [
      line(`GET ${path} HTTP/1.1`, signedIn, 'Upgrade: websocket', 'Connection: Upgrade, close'),
    ],
    () => [line(`GET ${path} HTTP/1.1`, signedIn, 'Upgrade: h2c', 'Connection: Upgrade')],
    () => [
      line(`GET ${path} HTTP/1.1`, signedIn),
      line(`GET ${path} HTTP/1.1`, signedIn),
      line(`POST ${path} HTTP/1.1`, signedIn, json, announced(2)),
      Buffer.from('{}'),
      line(`GET /healthz HTTP/1.1`, closing),
    ],
    () => [
      Buffer.from(Array.from({ length: 300 }, () => random.whole(256))),
      Buffer.from('\r\n\r\n'),
    ],
    () => [Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])],
  ];
  return random.of(shapes)();
}

/** A head in good order, and a body that comes a letter at a time and never ends. */
export const endlessBody = (cookie: string, path: string): Buffer[] => [
  line(`POST ${path} HTTP/1.1`, `Cookie: ${cookie}`, json, 'Content-Length: 900000'),
  Buffer.from('{"a":"'),
];

/** What is wrong with what came back: only whole answers in our words, and none of a server that broke. */
export function faultsHeard({ text }: Heard): string[] {
  const heads = [...text.matchAll(/HTTP\/1\.1 (\d{3})[^\r]*\r\n((?:[^\r]+\r\n)*)\r\n/g)];
  return heads.flatMap(([, status, lines]) => {
    const code = Number(status);
    if (code >= 500) return [`${code} on the wire`];
    const isProblem = /^content-type: application\/problem\+json/im.test(lines ?? '');
    return code >= 400 && !isProblem ? [`${code} not in our words`] : [];
  });
}
