import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { certificateFor } from '#test/certificate.ts';
import { Egress, type EgressRules } from './egress.ts';
import { isPublicAddress } from './egress-address.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

async function listening(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
const peer = (answer: RequestListener) => listening(createServer(answer));
const to = (rules: Partial<EgressRules>) =>
  new Egress({ allow: [], resolve: async () => [{ address: '127.0.0.1', family: 4 }], ...rules });
const refused = (reason: string) => expect.objectContaining({ reason });

describe('what is asked', () => {
  test.for([
    ['https://127.0.0.1/', 'host'],
    ['https://2130706433/', 'host'],
    ['https://0177.0.0.1/', 'host'],
    ['https://0x7f.1/', 'host'],
    ['https://127.1/', 'host'],
    ['https://0/', 'host'],
    ['https://１２７.０.０.１/', 'host'],
    ['https://[::1]/', 'host'],
    ['https://[::ffff:127.0.0.1]/', 'host'],
    ['https://[::127.0.0.1]/', 'host'],
    ['https://[64:ff9b::7f00:1]/', 'host'],
    ['https://[64:ff9b:1::7f00:1]/', 'host'],
    ['https://[2002:7f00:1::]/', 'host'],
    ['https://[fe80::1]/', 'host'],
    ['https://[fd00:ec2::254]/', 'host'],
    ['https://localhost/', 'host'],
    ['https://localhost./', 'host'],
    ['https://169.254.169.254/latest/meta-data/', 'host'],
    ['https://168.63.129.16/', 'host'],
    ['https://100.100.100.200/', 'host'],
    ['https://10.0.0.8/', 'host'],
    ['https://224.0.0.1/', 'host'],
    ['https://hooks.example:22/', 'port'],
    ['https://user:word@hooks.example/', 'address'],
    ['https://hooks.example@127.0.0.1/', 'address'],
    ['http://hooks.example/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://hooks.example/', 'scheme'],
    ['//hooks.example/', 'address'],
    ['https://', 'address'],
  ] as const)('D-56 %s is not sent', async ([url, reason]) => {
    await expect(new Egress({ allow: [] }).fetchOut(url)).rejects.toEqual(refused(reason));
  });

  test('D-56 one private address among several refuses the name', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.8', family: 4 },
    ];
    await expect(to({ resolve }).fetchOut('https://hooks.example/')).rejects.toEqual(
      refused('host'),
    );
  });

  test('D-56 the open Internet is the open Internet', () => {
    expect(['93.184.216.34', '2606:2800:220:1::1', '1.1.1.1'].every(isPublicAddress)).toBe(true);
  });

  test('D-56 the operator’s emergency switch stops everything', async () => {
    const off = new Egress({ allow: ['localhost'], isOff: true });
    await expect(off.fetchOut('http://localhost/')).rejects.toEqual(refused('off'));
  });
});

describe('what the operator vouches for', () => {
  test('D-56 a host with its port may be inside and without TLS, and its other ports may not', async () => {
    const port = await peer((_request, response) => response.end('hello'));
    const egress = to({ allow: [`bridge.inside:${port}`] });
    const answer = await egress.fetchOut(`http://bridge.inside:${port}/`);
    expect([answer.status, await answer.text()]).toEqual([200, 'hello']);
    await expect(egress.fetchOut(`http://bridge.inside:${port + 1}/`)).rejects.toEqual(
      refused('scheme'),
    );
  });

  test('D-56 a name that changes its mind is asked once: what was checked is what is reached', async () => {
    const port = await peer((_request, response) => response.end());
    const answers = ['127.0.0.1', '10.9.9.9'];
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [{ address: answers[asked.length - 1]!, family: 4 }];
    };
    await to({ allow: ['rebind.example'], resolve }).fetchOut(`http://rebind.example:${port}/`);
    expect(asked).toEqual(['rebind.example']);
  });
});

describe('what comes back', () => {
  const vouched = { allow: ['peer.inside'] };

  test('D-56 a redirect is an answer, and is not followed', async () => {
    const seen: string[] = [];
    const port = await peer((request, response) => {
      seen.push(request.url!);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const answer = await to(vouched).fetchOut(`http://peer.inside:${port}/hook`);
    expect([answer.status, seen]).toEqual([302, ['/hook']]);
  });

  test.for([
    ['never answers', () => {}],
    ['never ends', (_request, response) => response.write('…')],
  ] as [string, RequestListener][])(
    'D-56 a peer that %s is left when the time is up',
    async ([, answer]) => {
      const port = await peer(answer);
      const egress = to({ ...vouched, patienceMs: 150 });
      await expect(egress.fetchOut(`http://peer.inside:${port}/`)).rejects.toEqual(
        refused('too_slow'),
      );
    },
  );

  test('D-56 a name server that never answers is left when the time is up', async () => {
    const egress = to({ resolve: () => new Promise(() => {}), patienceMs: 100 });
    await expect(egress.fetchOut('https://hooks.example/')).rejects.toEqual(refused('too_slow'));
  });

  test('D-56 an answer over the limit is dropped, however it is sent', async () => {
    const port = await peer((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(4096)));
      };
      response.on('drain', more);
      more();
    });
    const egress = to({ ...vouched, mostBytes: 100_000 });
    await expect(egress.fetchOut(`http://peer.inside:${port}/`)).rejects.toEqual(
      refused('too_large'),
    );
  });

  test('D-56 a peer that goes away, or speaks another protocol, is unreachable', async () => {
    const port = await peer((request) => void request.socket.destroy());
    const switching = await peer((request) => {
      request.socket.end(
        'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      );
    });
    for (const at of [port, switching]) {
      await expect(to(vouched).fetchOut(`http://peer.inside:${at}/`)).rejects.toEqual(
        refused('unreachable'),
      );
    }
  });
});

describe('whom one speaks to', () => {
  test('D-56 the certificate is checked for the name that was asked', async () => {
    const { key, cert } = await certificateFor('hooks.inside');
    const answer: RequestListener = (request, response) => response.end(request.headers.host);
    const port = await listening(createTlsServer({ key, cert }, answer));
    const egress = to({ allow: ['hooks.inside', 'other.inside'], authorities: cert });
    const good = await egress.fetchOut(`https://hooks.inside:${port}/`, { method: 'POST' });
    expect(await good.text()).toBe(`hooks.inside:${port}`);
    await expect(egress.fetchOut(`https://other.inside:${port}/`)).rejects.toEqual(
      refused('certificate'),
    );
    await expect(
      to({ allow: ['hooks.inside'] }).fetchOut(`https://hooks.inside:${port}/`),
    ).rejects.toEqual(refused('certificate'));
  });
});
