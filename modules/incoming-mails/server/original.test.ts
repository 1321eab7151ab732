import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { createCustomer } from '#modules/customers/server/index.ts';
import { freed } from '#modules/document-holds/server/holds.fixture.ts';
import { privacyRoutes } from '#modules/privacy/contract.ts';
import { TestShop, test } from '#test/shop.ts';
import { incomingMailRoutes as routes } from '../contract.ts';
import { MailboxPeer } from './imap-peer.fixture.ts';
import { connected, letter } from './letters.fixture.ts';

let peer: MailboxPeer;
let port = 0;
const at = new Date('2026-11-21T07:30:00.000Z');
beforeEach(async () => {
  peer = new MailboxPeer();
  port = await peer.open();
});
afterEach(() => peer.close());

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const words = {
  kind: 'repairTechnique',
  content: '刹车异响',
  complainantName: '王丽',
} as const;

describe('the letter as it came', () => {
  test('CMP-05 CMP-18 it is kept byte for byte, is evidence with its hash, and is only ever saved', async ({
    shop,
  }) => {
    const sent = letter({ subject: '刹车异响', text: '又响了' });
    peer.put(sent, at);
    const { owner, only } = await connected(shop, peer, port);
    const mail = await only();
    expect(mail).toMatchObject({ hasOriginal: true, contentHash: sha256(sent) });
    const { complaintId } = await owner.call(routes.open, {
      params: { incomingMailId: mail.id },
      body: words,
    });
    const { evidence } = await owner.call(complaintRoutes.one, {
      params: { complaintId: complaintId! },
    });
    expect(evidence).toMatchObject([{ contentType: 'message/rfc822', contentHash: sha256(sent) }]);
    const reply = await owner.raw('GET', `/incoming-mails/${mail.id}/original.eml`);
    expect(reply.statusCode).toBe(200);
    expect(sha256(reply.rawPayload)).toBe(sha256(sent));
    expect(reply.headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': expect.stringMatching(/^attachment/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    // By its file alone nobody gets it.
    const { statusCode } = await owner.raw('GET', `/files/${evidence[0]!.fileId}`);
    expect(statusCode).toBe(404);
  });

  test('CMP-18 who may not see persons whole does not get it, nor another house', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { only } = await connected(shop, peer, port);
    const { id } = await only();
    const technician = await shop.employee('technician');
    const stranger = await (await TestShop.open()).employee('owner');
    const path = `/incoming-mails/${id}/original.eml`;
    expect((await technician.raw('GET', path)).statusCode).toBe(403);
    expect((await stranger.raw('GET', path)).statusCode).toBe(404);
  });

  test('CMP-18 a letter from before originals were kept has none', async ({ shop }) => {
    peer.put(letter({ text: '长'.repeat(100) }), at);
    const { owner, only } = await connected(shop, peer, port);
    const mail = await only();
    await shop.write((work) =>
      work.update('incomingMails', { id: mail.id }, { originalFileId: null }),
    );
    const { hasOriginal } = await owner.call(routes.read, { params: { incomingMailId: mail.id } });
    expect(hasOriginal).toBe(false);
    const path = `/incoming-mails/${mail.id}/original.eml`;
    expect((await owner.raw('GET', path)).statusCode).toBe(404);
  });

  test('ARC-10 CMP-18 it is held while the complaint is, then it goes with the customer who has his data erased', async ({
    shop,
  }) => {
    const sent = letter();
    peer.put(sent, at);
    const { owner, only } = await connected(shop, peer, port);
    const customer = await shop.write((work) =>
      createCustomer(work, { name: '王丽', phone: '13800138001' }),
    );
    const mail = await only();
    await owner.call(routes.open, {
      params: { incomingMailId: mail.id },
      body: { ...words, customerId: customer.id },
    });
    expect(await shop.host.files.has(shop.tenantId, sha256(sent))).toBe(true);
    await owner.call(privacyRoutes.erase, {
      params: { customerId: customer.id },
      body: { reason: '本人要求' },
    });
    await shop.settle();
    expect(await shop.host.files.has(shop.tenantId, sha256(sent))).toBe(true);
    expect((await owner.raw('GET', `/incoming-mails/${mail.id}/original.eml`)).statusCode).toBe(
      200,
    );
    await freed(owner, customer.id);
    expect(await shop.host.files.has(shop.tenantId, sha256(sent))).toBe(false);
    expect((await owner.raw('GET', `/incoming-mails/${mail.id}/original.eml`)).statusCode).toBe(
      404,
    );
  });
});
