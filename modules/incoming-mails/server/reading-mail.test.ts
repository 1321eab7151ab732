import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { test } from '#test/shop.ts';
import { MailboxPeer } from './imap-peer.fixture.ts';
import { connected, letter, letterWith } from './letters.fixture.ts';

let peer: MailboxPeer;
let port = 0;
const at = new Date('2026-11-21T07:30:00.000Z');
beforeEach(async () => {
  peer = new MailboxPeer();
  port = await peer.open();
});
afterEach(() => peer.close());

/** 上周修过的刹车又响了 in GB 18030, as old mail programs write it. */
const words = Buffer.from('c9cfd6dcd0deb9fdb5c4c9b2b3b5d3d6cfecc1cb', 'hex');
const raw = (lines: readonly (string | Buffer)[]) =>
  Buffer.concat(lines.map((one) => Buffer.concat([Buffer.from(one), Buffer.from('\r\n')])));
const head = ['From: wangli@customer.example', 'Date: Sat, 21 Nov 2026 07:00:00 +0000'];

describe('what is read', () => {
  test('D-61 of HTML one gets what one reads; nothing of it is drawn, and nothing fetched', async ({
    shop,
  }) => {
    const html = `<html><head><style>p{color:red}</style><title>x</title></head><body><p>刹车&nbsp;又响了</p>
      <script>alert(1)</script><img src="http://127.0.0.1:${port}/pixel"><!-- 藏 --><div>1 &lt; 2 &#x5929;</div></body></html>`;
    peer.put(
      raw([...head, 'Subject: html', 'Content-Type: text/html; charset=utf-8', '', html]),
      at,
    );
    const { only } = await connected(shop, peer, port);
    const { body } = await only();
    expect(body).toBe('刹车 又响了\n\n1 < 2 天');
    expect(peer.asked.filter((one) => one.includes('pixel'))).toEqual([]);
  });

  test.for([
    ['that says gb2312', 'Content-Type: text/plain; charset=gb2312', '=?gb2312?B?ybKztdLsz+w=?='],
    ['that says UTF-8', 'Content-Type: text/plain; charset=utf-8', null],
    ['that says Latin-1', 'Content-Type: text/plain; charset="iso-8859-1"', null],
    ['that says nothing', 'X-Nothing: here', null],
  ] as const)('CMP-01 a Chinese letter in GBK %s is read', async ([, type, subject], { shop }) => {
    const line = subject ?? Buffer.from('ybKztdLsz+w=', 'base64');
    const bytes = Buffer.concat([Buffer.from('Subject: '), Buffer.from(line)]);
    peer.put(raw([...head, bytes, type, 'Content-Transfer-Encoding: 8bit', '', words]), at);
    const { only } = await connected(shop, peer, port);
    expect(await only()).toMatchObject({ subject: '刹车异响', body: '上周修过的刹车又响了' });
  });

  test.for([
    ['a boundary that never comes', ['Content-Type: multipart/mixed; boundary="x"', '', 'words']],
    ['base64 that is none', ['Content-Transfer-Encoding: base64', '', '%%%%']],
    ['a head without an end', ['X: '.padEnd(2000, 'y')]],
    ['a thousand parts in one another', nest(1000)],
    ['bytes of all kinds', ['', Buffer.from(Array.from({ length: 256 }, (_, at) => at))]],
    ['headers without a name', [': x', ' y', '', 'words']],
  ] as const)('CMP-01 a letter with %s comes in with its sender', async ([, lines], { shop }) => {
    peer.put(raw([...head, 'Subject: broken', ...lines]), at);
    peer.put(letter({ subject: '后面的信' }), at);
    const { fetched } = await connected(shop, peer, port);
    expect(await fetched()).toMatchObject([
      { subject: '后面的信' },
      { subject: 'broken', fromAddress: 'wangli@customer.example' },
    ]);
  });
});

function nest(depth: number): string[] {
  const lines: string[] = [];
  for (let level = 0; level < depth; level++) {
    lines.push(`Content-Type: multipart/mixed; boundary="b${level}"`, '', `--b${level}`);
  }
  return [...lines, 'Content-Type: text/plain', '', 'deep'];
}

describe('what was attached', () => {
  const csv = Buffer.from('姓名,电话\n王丽,1\n');
  test('D-50 pictures are drawn anew, papers kept, programs and what is broken left out with the reason', async ({
    shop,
  }) => {
    const photo = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#369' },
    })
      .jpeg()
      .toBuffer();
    peer.put(
      letterWith([
        ['车.jpg', photo, 'image/jpeg'],
        ['表.csv', csv],
        ['好.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'image/png'],
        ['半.jpg', photo.subarray(0, 200), 'image/jpeg'],
        ['空.txt', Buffer.alloc(0)],
        [
          '包.zip',
          Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60, 1)]),
          'application/zip',
        ],
        ['转.eml', Buffer.from(letter({ text: '里面的信' })), 'message/rfc822'],
      ]),
      at,
    );
    const { owner, only } = await connected(shop, peer, port);
    const { attached } = await only();
    expect(attached.map(({ fileName, leftOut }) => [fileName, leftOut])).toEqual([
      ['车.jpg', ''],
      ['表.csv', ''],
      ['好.exe', 'kind'],
      ['半.jpg', 'broken'],
      ['空.txt', 'broken'],
      ['包.zip', ''],
      ['转.eml', ''],
    ]);
    const url = pathOf(fileRoutes.read, { fileId: attached[1]!.fileId! });
    const reply = await shop.http.inject({ url, headers: { cookie: owner.cookie } });
    expect(reply.rawPayload.equals(csv)).toBe(true);
  });

  test('CMP-01 of thirty megabytes and more files than are taken what is kept is kept, the rest is named', async ({
    shop,
  }) => {
    const files = Array.from({ length: 44 }, (_, place) => {
      const text = `${place},`.repeat(place === 0 ? 7_200_000 : 1000);
      return [`${place}.csv`, Buffer.from(text)] as const;
    });
    const bytes = letterWith(
      files.map(([name, data]) => [name, data.subarray(0, 21 * 1024 * 1024)]),
    );
    peer.put(bytes, at);
    const { only } = await connected(shop, peer, port);
    const { attached, sizeBytes } = await only();
    expect(sizeBytes).toBe(bytes.length);
    expect(attached).toHaveLength(44);
    expect(attached.filter(({ fileId }) => fileId !== null)).toHaveLength(40);
    expect(attached.slice(40).map(({ leftOut }) => leftOut)).toEqual(Array(4).fill('tooMany'));
  });

  test('D-50 one file beyond the house’s bound is left out, the others are kept', async ({
    shop,
  }) => {
    const large = Buffer.alloc(21 * 1024 * 1024, 'a,');
    peer.put(
      letterWith([
        ['大.csv', large],
        ['小.csv', csv],
      ]),
      at,
    );
    const { only } = await connected(shop, peer, port);
    expect((await only()).attached).toMatchObject([
      { fileName: '大.csv', fileId: null, leftOut: 'tooLarge' },
      { fileName: '小.csv', leftOut: '' },
    ]);
  });
});
