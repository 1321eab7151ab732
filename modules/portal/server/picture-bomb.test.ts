import { crc32, deflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { test } from '#test/shop.ts';
import { SentVisit } from './portal.fixture.ts';

/** A picture of nine hundred million points in a hundred kilobytes: black, one bit each. */
function bomb(side = 30_000): string {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))],
  ]).toString('base64');
}

test('CAR-07 D-50 a picture that unpacks to hundreds of megapixels signs nothing, and the page goes on', async ({
  shop,
}) => {
  const sent = await SentVisit.quoted(shop);
  const phone = await sent.telephone();
  const page = await phone.visit();
  const signature = bomb();
  expect(signature.length).toBeLessThan(400_000);
  const refused = await phone.decide(page, [], { body: { signature } });
  expect(refused.statusCode).toBe(422);
  expect(['picture_broken', 'file_kind_refused', 'file_too_large']).toContain(refused.json().code);
  expect((await phone.visit()).asks).toMatchObject({ kind: 'estimate' });
  expect((await phone.decide(await phone.visit())).statusCode).toBe(200);
});
