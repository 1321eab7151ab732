import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';

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
