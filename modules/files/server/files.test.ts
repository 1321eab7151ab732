import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { addToCounter } from '#modules/organisation/server/index.ts';
import { systemClock } from '#platform/clock.ts';
import { statement } from '#platform/sql.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { sweepOrphans } from './index.ts';

const send = (who: TestEmployee, bytes: Buffer, name = 'x') =>
  who.shop.http.inject({
    method: 'POST',
    url: `/api/v1/files?name=${encodeURIComponent(name)}`,
    headers: { cookie: who.cookie, 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
const picture = () =>
  sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#336699' } })
    .withExif({ IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();

describe('bringing in a file', () => {
  test('ARC-08 D-50 a picture is re-encoded: smaller, without the place it was taken at', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const original = await picture();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const stored = (await send(advisor, original, '../车损.jpg')).json();
    expect(stored).toMatchObject({
      contentType: 'image/jpeg',
      width: 2400,
      height: 1200,
      fileName: '.._车损.jpg',
    });
    const reply = await advisor.raw('GET', `/files/${stored.id}`);
    expect(reply.headers['content-security-policy']).toContain('sandbox');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect((await sharp(reply.rawPayload).metadata()).exif).toBeUndefined();
  });

  test('a picture that is not one, a page, a drawing with script are refused with what to do', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const cut = (await picture()).subarray(0, 400);
    const codes = await Promise.all(
      [
        cut,
        Buffer.from('<html><script>1</script>'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        Buffer.from([0, 1, 2, 3, 0]),
      ].map(async (bytes) => (await send(advisor, bytes)).json().code),
    );
    expect(codes).toEqual([
      'picture_broken',
      'file_kind_refused',
      'file_kind_refused',
      'file_kind_refused',
    ]);
  });

  test('D-54 an upload over the limit is 413 and leaves nothing', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const reply = await send(advisor, Buffer.alloc(21 * 1024 * 1024, 'a'));
    expect(reply.statusCode).toBe(413);
    expect(reply.json()).toMatchObject({
      code: 'file_too_large',
      detail: '文件最大 20 MB，请压缩或分成几个文件后再上传。',
    });
  });

  test('D-20 an upload that is sent again under its key is one file, and another one is refused', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const upload = (text: string) =>
      shop.http.inject({
        method: 'POST',
        url: '/api/v1/files?name=list.csv',
        headers: {
          cookie: advisor.cookie,
          'content-type': 'application/octet-stream',
          'idempotency-key': 'upload-1',
        },
        payload: Buffer.from(text),
      });
    const first = await upload('姓名,电话');
    const again = await upload('姓名,电话');
    expect(again.body).toBe(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await upload('姓名,车牌')).json().code).toBe('idempotency_key_reused');
  });

  test('D-51 a stranger’s file does not exist', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const stored = (await send(advisor, Buffer.from('姓名,电话\n张三,1'))).json();
    expect(stored.contentType).toBe('text/csv');
    const stranger = await (await TestShop.open()).employee('owner');
    expect((await stranger.raw('GET', `/files/${stored.id}`)).statusCode).toBe(404);
    const reply = await advisor.raw('GET', `/files/${stored.id}`);
    expect(reply.headers['content-disposition']).toMatch(/^attachment/);
  });
});

describe('taking out', () => {
  const list = Buffer.from('姓名,电话\n张三,13800138001\n');

  test.for([
    ['bytes=0-5', 206, 'bytes 0-5/30', 6],
    ['bytes=25-', 206, 'bytes 25-29/30', 5],
    ['bytes=-4', 206, 'bytes 26-29/30', 4],
    ['bytes=20-999', 206, 'bytes 20-29/30', 10],
    ['bytes=0-1,5-6', 200, undefined, 30],
    ['lines=1-2', 200, undefined, 30],
  ] as const)('D-51 %s is that part', async ([range, status, contentRange, length], { shop }) => {
    const advisor = await shop.employee('advisor');
    const bytes = list.subarray(0, 30);
    const { id } = (await send(advisor, bytes)).json();
    const reply = await advisor.raw('GET', `/files/${id}`, undefined, { range });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-range']).toBe(contentRange);
    expect(reply.rawPayload).toHaveLength(length);
    if (status === 206) expect(bytes.includes(reply.rawPayload)).toBe(true);
  });

  test('D-51 a part outside of the file is 416', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { id } = (await send(advisor, list)).json();
    const reply = await advisor.raw('GET', `/files/${id}`, undefined, { range: 'bytes=900-' });
    expect([reply.statusCode, reply.json().code]).toEqual([416, 'range_outside']);
  });

  test('D-51 a name is a label, whatever stands in it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const name = `../"a';filename=b.html\r\nx: y(客户)*.csv`;
    const { id } = (await send(advisor, list, name)).json();
    const reply = await advisor.raw('GET', `/files/${id}`);
    expect(reply.headers['content-disposition']).toMatch(
      /^attachment; filename\*=UTF-8''[\w%.~-]+\.csv$/,
    );
    expect(reply.headers.x).toBeUndefined();
  });
});

describe('keeping house', () => {
  const list = Buffer.from('车牌\n粤A12345\n');
  const bytesOf = (shop: TestShop, sha256: string) => shop.host.files.has(shop.tenantId, sha256);
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const told = statement<{ event: string }, object>(
    'test.fileEvents',
    `select event from audit_entries
      where tenant_id = :tenant and event in ('file.lost', 'file.straysRemoved') order by id`,
  );
  const events = async (shop: TestShop) =>
    (await shop.reading.rows(told, {})).map(({ event }) => event);

  test('D-50 a shop that has used up its day is asked to wait until tomorrow', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await shop.write((work) =>
      addToCounter(work, shop.unitId, 'uploadedKib', '2026-11-21', 2 * 1024 * 1024),
    );
    const reply = await send(advisor, list);
    expect([reply.statusCode, reply.json().code]).toEqual([429, 'uploads_used_up']);
    await shop.forward(24);
    expect((await send(await shop.employee('advisor'), list)).statusCode).toBe(201);
  });

  test('D-54 bytes that a dying program left without a row leave after a day; others stay', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { files } = shop.host;
    const stray = await files.put(shop.tenantId, Readable.from([Buffer.from('姓名\n李四\n')]));
    await send(advisor, list);
    await shop.write(sweepOrphans);
    await shop.settle();
    expect(await bytesOf(shop, stray.sha256)).toBe(true);
    const inTwoDays = new Date(systemClock.now().getTime() + 48 * 3_600_000);
    await shop.moveTo(inTwoDays);
    await shop.write(sweepOrphans);
    await shop.settle();
    expect(await bytesOf(shop, stray.sha256)).toBe(false);
    expect(await bytesOf(shop, hashOf(list))).toBe(true);
    expect(await events(shop)).toEqual(['file.straysRemoved']);
  });

  test('D-54 the same content brought in while it is taken away is put back', async ({ shop }) => {
    const { files } = shop.host;
    const put = () => files.put(shop.tenantId, Readable.from([Buffer.from('姓名\n王五\n')]));
    const { sha256 } = await put();
    const never = async () => false;
    const longAgo = new Date(0);
    expect(await files.takeAway(shop.tenantId, sha256, longAgo, never)).toBe(false);
    const tomorrow = new Date(systemClock.now().getTime() + 24 * 3_600_000);
    expect(await files.takeAway(shop.tenantId, sha256, tomorrow, async () => true)).toBe(false);
    expect(await bytesOf(shop, sha256)).toBe(true);
  });

  test('D-54 a row that has lost its bytes is put on record', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await send(advisor, list);
    rmSync(shop.host.files.pathOf(shop.tenantId, hashOf(list)));
    await shop.write(sweepOrphans);
    await shop.settle();
    expect(await events(shop)).toEqual(['file.lost']);
  });
});
