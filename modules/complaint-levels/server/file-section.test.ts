import { expect } from 'vitest';
import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { levelRoutes as routes } from '../contract.ts';

test('CMP-11 CMP-16 the printed file tells the way through the levels, and nothing of it where there was none', async ({
  shop: root,
}) => {
  const [shop] = await sisterShops(root);
  const advisor = await shop.employee('advisor');
  const { id } = await received(advisor, { complainantName: '王建国' });
  const read = async () => {
    const reply = await advisor.raw('GET', `/complaints/${id}/file.pdf`);
    expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200);
    return (await readPdf(reply.rawPayload)).pages.join('');
  };
  expect(await read()).not.toContain(compact('投诉上报'));

  const params = { complaintId: id };
  await advisor.call(routes.passUp, { params, body: { reason: '厂家件批次问题，换了两次还响' } });
  const pages = await read();
  for (const said of ['投诉上报', '厂家件批次问题，换了两次还响', '上报'])
    expect(pages).toContain(compact(said));
  expect(pages).toContain(compact(advisor.name));
});
