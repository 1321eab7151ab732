import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import type { Program } from '../process.ts';

export interface RawAnswer {
  status: number;
  type: string;
  body: string;
}

/** Writes bytes to the server as no proper client would, and reads until it hangs up. */
export async function sendBytes(program: Program, bytes: string | Buffer): Promise<RawAnswer> {
  const socket = connect(Number(new URL(program.url).port), 'localhost');
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    heard += text;
  });
  // A server that hangs up while we still talk is no fault of the test.
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    type: /^content-type: (.+)$/im.exec(head)?.[1] ?? '',
    body,
  };
}

/** A request head that ends its connection, with the given further lines. */
export const head = (first: string, ...lines: string[]): string =>
  [`${first} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n');

/** Sends so many bytes piece by piece, as many as the server takes, and says what it answered. */
export async function sendMuch(
  program: Program,
  path: string,
  headers: Record<string, string>,
  bytes: number,
): Promise<{ status: number; body: string }> {
  const asked = request(`${program.url}/api/v1${path}`, { method: 'POST', headers });
  const answered = once(asked, 'response');
  const piece = Buffer.alloc(64 * 1024, 'a');
  const pieces = (function* () {
    for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  })();
  Readable.from(pieces).pipe(asked);
  asked.on('error', () => {});
  const [response] = await answered;
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, body: Buffer.concat(parts).toString() };
}
