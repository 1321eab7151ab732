import { deflateSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { fileRoutes } from '#modules/files/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { serviceOrderRoutes as routes, type ToldAnswer } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

/** A white picture of one dot, as a signature pad hands it out. */
function onePixel(): Buffer {
  const crc = (bytes: Buffer) => {
    let sum = ~0;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
  };
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const dot = deflateSync(Buffer.from([0, 255, 255, 255]));
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    start,
    chunk('IHDR', head),
    chunk('IDAT', dot),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function stored(shop: TestShop, by: TestEmployee, payload: Buffer): Promise<string> {
  const reply = await shop.http.inject({
    method: 'POST',
    url: `/api/v1${fileRoutes.add.path}?name=signature.png`,
    headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
    payload,
  });
  return reply.json().id;
}

async function asked(shop: TestShop) {
  const visit = await Visit.begin(shop);
  await visit.receive();
  await visit.inspect();
  await visit.estimate();
  const say = async (more: Partial<ToldAnswer>) => {
    const answers = visit.order.lines
      .filter(({ answer }) => answer === 'open')
      .map(({ id }) => ({ lineId: id, answer: 'approved' as const }));
    const body = { answers, answeredBy: '欧阳思远', how: 'inPerson' as const, ...more };
    visit.order = await visit.advisor.call(routes.approve, { params: visit.params, body });
    return visit.order;
  };
  return { visit, say };
}

describe('the customer’s word', () => {
  test('WSH-05 nobody of the house can say that the customer answered on his own page', async ({
    shop,
  }) => {
    const { visit, say } = await asked(shop);
    const how = 'link' as ToldAnswer['how'];
    await expect(say({ how })).rejects.toMatchObject({ status: 400, code: 'invalid' });
    const { state } = await visit.advisor.call(routes.read, { params: visit.params });
    expect(state).toBe('estimated');
  });

  test('WSH-12 signed in person: the picture stands with the order’s papers, and signs once', async ({
    shop,
  }) => {
    const { visit, say } = await asked(shop);
    const signatureFileId = await stored(shop, visit.advisor, onePixel());
    const order = await say({ signatureFileId });
    expect(order.state).toBe('approved');
    expect(order.papers).toMatchObject([
      { fileId: signatureFileId, kind: 'signature', caption: '欧阳思远' },
    ]);
    const lines = order.lines.map(({ id, description, labourFen, partsFen, payer }, at) => ({
      ...{ id, description, partsFen, payer },
      labourFen: labourFen + (at === 0 ? 1 : 0),
    }));
    const { params } = visit;
    visit.order = await visit.advisor.call(routes.estimate, { params, body: { lines } });
    await expect(say({ signatureFileId })).rejects.toMatchObject({
      status: 422,
      code: 'signature_used',
    });
  });

  test('WSH-12 a signature is a picture, drawn in person, that exists', async ({ shop }) => {
    const { visit, say } = await asked(shop);
    const text = await stored(shop, visit.advisor, Buffer.from('姓名,电话\n张三,13800138001\n'));
    await expect(say({ signatureFileId: text })).rejects.toMatchObject({
      code: 'signature_not_a_picture',
    });
    const picture = await stored(shop, visit.advisor, onePixel());
    await expect(say({ signatureFileId: picture, how: 'phone' })).rejects.toMatchObject({
      code: 'signature_in_person',
    });
    await expect(say({ signatureFileId: visit.customerId })).rejects.toMatchObject({ status: 404 });
    const { papers, state } = await visit.advisor.call(routes.read, { params: visit.params });
    expect({ papers, state }, 'nothing of it is kept').toEqual({ papers: [], state: 'estimated' });
  });

  test('WSH-12 by telephone: who said so and when stand on record; not before the car came, not yet to come', async ({
    shop,
  }) => {
    const { visit, say } = await asked(shop);
    await shop.forward(2);
    const early = new Date(Date.parse(visit.order.receivedAt) - 120_000).toISOString();
    const late = new Date(shop.now.getTime() + 60_000).toISOString();
    for (const saidAt of [early, late]) {
      await expect(say({ how: 'phone', saidAt })).rejects.toMatchObject({
        status: 422,
        code: 'answer_time',
        errors: [{ pointer: '/saidAt' }],
      });
    }
    const saidAt = new Date(shop.now.getTime() - 3_600_000).toISOString();
    const order = await say({ how: 'phone', saidAt, answeredBy: '欧阳思远（妻子代答）' });
    expect(order.lines[0]).toMatchObject({
      answerHow: 'phone',
      answeredAt: saidAt,
      answeredBy: '欧阳思远（妻子代答）',
      recordedByName: visit.advisor.name,
    });
  });
});
