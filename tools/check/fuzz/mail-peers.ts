import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** How a mail server can misbehave: what it does with a line that it has just taken. */
export const peers: Readonly<Record<string, (socket: Socket) => void>> = {
  'says nothing': () => {},
  'hangs up': (socket) => socket.destroy(),
  'says a letter a second': (socket) => drip(socket, '2', 1000),
  'never ends its line': (socket) => flood(socket, 'a'.repeat(60_000)),
  'never ends its greeting': (socket) => flood(socket, `220-${'a'.repeat(200)}\r\n`.repeat(200)),
  'greets with bytes': (socket) =>
    socket.write(Buffer.from([0, 255, 22, 3, 1, 0, 13, 10, 0x81, 0x8d, 13, 10])),
  'greets with an error': (socket) => socket.write('554 go away\r\n'),
  'greets with what is no code': (socket) => socket.write('999 -1\r\n000\r\n220\r\n'),
  'knows no word': (socket) => answering(socket, () => '500 5.5.1 ???\r\n'),
  'answers with odd codes': (socket) => answering(socket, () => '199 hm\r\n'),
  'says yes before it is asked': (socket) => {
    socket.write('220 x\r\n250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 queued\r\n'.repeat(20));
  },
  'promises TLS and talks on': (socket) =>
    answering(socket, (line) =>
      /^EHLO/i.test(line)
        ? '250-x\r\n250 STARTTLS\r\n'
        : /^STARTTLS/i.test(line)
          ? '220 go\r\n250 in the clear\r\n'
          : '250 ok\r\n',
    ),
  'promises TLS and falls silent': (socket) =>
    answering(socket, (line) => (/^EHLO/i.test(line) ? '250-x\r\n250 STARTTLS\r\n' : '')),
  'asks for a password again and again': (socket) =>
    answering(socket, (line) =>
      /^EHLO/i.test(line) ? '250-x\r\n250 AUTH LOGIN PLAIN\r\n' : '334 VXNlcm5hbWU6\r\n',
    ),
  'falls silent after the mail': (socket) =>
    answering(socket, (line) =>
      /^EHLO/i.test(line)
        ? '250-x\r\n250 AUTH PLAIN\r\n'
        : /^AUTH/.test(line)
          ? '235 ok\r\n'
          : /^DATA/.test(line)
            ? '354 go\r\n'
            : /^(MAIL|RCPT)/.test(line)
              ? '250 ok\r\n'
              : '',
    ),
  'writes into the headers': (socket) =>
    answering(socket, () => '250 ok\r\nBcc: a@b\r\n\r\n\u001b[2J\u0000\r\n'),
};

function answering(socket: Socket, answer: (line: string) => string): void {
  socket.write('220 mail.example ESMTP\r\n');
  socket.setEncoding('latin1').on('data', (text) => {
    for (const line of String(text).split('\r\n').filter(Boolean)) socket.write(answer(line));
  });
}

function drip(socket: Socket, letter: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(letter), everyMs);
  socket.on('close', () => clearInterval(timer));
}

function flood(socket: Socket, text: string): void {
  const more = () => {
    while (!socket.destroyed && socket.write(text));
  };
  socket.on('drain', more);
  more();
}

/** A server that behaves so to everybody. */
export async function listen(
  behave: (socket: Socket) => void,
): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => {
    // Who is cut off in the middle of a word says so here.
    socket.on('error', () => {});
    behave(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { port: (server.address() as AddressInfo).port, server };
}
