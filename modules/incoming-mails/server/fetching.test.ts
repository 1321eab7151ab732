import { afterEach, beforeEach, describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { Egress } from '#platform/egress.ts';
import { statement } from '#platform/sql.ts';
import { certificateFor } from '#test/certificate.ts';
import { test } from '#test/shop.ts';
import { mailboxRoutes } from '../contract.ts';
import { Imap } from './imap.ts';
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

/** As after a crash between fetching and noting how far it came. */
const forget = statement<never, object>(
  'mailTests.forget',
  'update mailboxes set last_uid = 0 where tenant_id = :tenant',
);

describe('fetching', () => {
  test('CMP-01 what lies in the mailbox comes in once, and is marked as read after it is stored', async ({
    shop,
  }) => {
    peer.put(letter({ subject: '刹车异响' }), at);
    const { fetched } = await connected(shop, peer, port);
    expect(await fetched()).toMatchObject([
      { subject: '刹车异响', fromAddress: 'wangli@customer.example', arrivedAt: at.toISOString() },
    ]);
    expect(peer.inbox.mails).toMatchObject([{ isSeen: true }]);
    peer.put(letter({ subject: '第二封' }), at);
    await shop.forward(0.1);
    expect((await fetched()).map(({ subject }) => subject)).toEqual(['第二封', '刹车异响']);
    expect(peer.bodies).toBe(2);
  });

  test('CMP-01 it says who it is, as NetEase wants it, and moves what is stored to its folder', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { fetched } = await connected(shop, peer, port, { doneFolder: '已处理' });
    expect(await fetched()).toHaveLength(1);
    expect(peer.inbox.mails).toEqual([]);
    expect(peer.folders.get('&XfJZBHQG-')).toMatchObject({
      mails: [{ isSeen: true }],
    });
    expect(peer.asked).toContain('ID ("name" "jingming" "version" "1" "vendor" "jingming")');
  });

  test('CMP-01 a crash between fetching and noting it neither loses nor doubles a letter', async ({
    shop,
  }) => {
    for (const subject of ['一', '二', '三']) peer.put(letter({ subject }), at);
    const { fetched } = await connected(shop, peer, port);
    expect(await fetched()).toHaveLength(3);
    await shop.write((work) => work.run(forget, {}));
    await shop.forward(0.1);
    expect(peer.bodies).toBe(6);
    expect(await fetched()).toHaveLength(3);
  });

  test('CMP-01 a line that breaks in the middle of a letter brings what came before, then the rest', async ({
    shop,
  }) => {
    for (const subject of ['一', '二', '三']) peer.put(letter({ subject }), at);
    const { fetched, list } = await connected(shop, peer, port);
    peer.mood = 'drops';
    peer.bodies = 0;
    await shop.settle();
    peer.mood = 'well';
    expect(await list()).not.toHaveLength(0);
    await shop.forward(1);
    expect((await fetched()).map(({ subject }) => subject).sort()).toEqual(['一', '三', '二']);
  });

  test('CMP-01 when the mailbox numbers its letters anew none comes twice, and none is missed', async ({
    shop,
  }) => {
    peer.put(letter({ subject: '旧' }), at);
    const { fetched } = await connected(shop, peer, port);
    expect(await fetched()).toHaveLength(1);
    peer.renumber();
    peer.put(letter({ subject: '新' }), at);
    await shop.forward(0.1);
    expect((await fetched()).map(({ subject }) => subject)).toEqual(['新', '旧']);
    await shop.forward(0.1);
    expect(await fetched()).toHaveLength(2);
  });

  test('CMP-01 the same letter by two ways is one; without a Message-ID too; other words are another', async ({
    shop,
  }) => {
    const one = letter({ messageId: '<same@customer.example>' });
    peer.put(one, at);
    peer.put(`Received: by another way\r\n${one}`, at);
    peer.put(letter({ messageId: null, text: '没有编号' }), at);
    peer.put(letter({ messageId: null, text: '没有编号' }), at);
    peer.put(letter({ messageId: '<same@customer.example>', text: '别的话' }), at);
    const { fetched } = await connected(shop, peer, port);
    expect(await fetched()).toHaveLength(3);
    expect(peer.inbox.mails.every(({ isSeen }) => isSeen)).toBe(true);
  });

  test('CMP-01 a mailbox that is connected brings what nobody has read of the last week', async ({
    shop,
  }) => {
    peer.put(letter({ subject: '读过的' }), at, true);
    peer.put(letter({ subject: '去年的' }), new Date('2025-11-01T00:00:00.000Z'));
    for (let count = 0; count < 23; count++) peer.put(letter({ subject: '没读的' }), at);
    const { fetched } = await connected(shop, peer, port);
    await fetched();
    const all = await fetched();
    expect(all).toHaveLength(23);
    expect(new Set(all.map(({ subject }) => subject))).toEqual(new Set(['没读的']));
  });

  test('CMP-01 of a letter that is too large for the mailbox’ line its beginning comes, and says so', async ({
    shop,
  }) => {
    const head = letter({ subject: '大信', text: '开头的话' });
    peer.put(Buffer.concat([Buffer.from(head), Buffer.alloc(41 * 1024 * 1024, '\r\n')]), at);
    const { only } = await connected(shop, peer, port);
    expect(await only()).toMatchObject({ subject: '大信', body: '开头的话', marks: ['cut'] });
  });
});

describe('what stands against it', () => {
  test('CMP-01 a wrong password is told in the settings and to the owner, and tried again ever later', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { owner, setUp, fetched } = await connected(shop, peer, port, { password: '错的口令' });
    await shop.settle();
    const { mailbox } = await owner.call(mailboxRoutes.read, {});
    expect(mailbox).toMatchObject({ fault: 'login', said: '[AUTHENTICATIONFAILED] LOGIN failed' });
    expect(JSON.stringify(mailbox)).not.toContain('错的口令');
    const { items } = await owner.call(commitmentRoutes.listNotices, { query: {} });
    expect(items).toMatchObject([{ kind: 'incomingMails.failing' }]);
    const logins = () => peer.asked.filter((one) => one === 'LOGIN').length;
    const before = logins();
    await shop.forward(0.1);
    expect(logins()).toBe(before);
    await shop.forward(0.1);
    expect(logins()).toBe(before + 1);
    await setUp({ password: peer.password });
    expect(await fetched()).toHaveLength(1);
    expect(await owner.call(mailboxRoutes.read, {})).toMatchObject({
      mailbox: { fault: '', failingSince: null, hasPassword: true },
    });
  });

  test('CMP-01 a server that is not there is told in plain words, and comes back by itself', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    const { owner, fetched } = await connected(shop, peer, port);
    await peer.close();
    await shop.settle();
    expect(await owner.call(mailboxRoutes.read, {})).toMatchObject({
      mailbox: { fault: 'unreachable' },
    });
    await expect(owner.call(mailboxRoutes.test, {})).rejects.toMatchObject({
      code: 'mailbox_unreachable',
    });
    const again = new MailboxPeer();
    again.put(letter(), at);
    await again.open();
    expect(await fetched()).toEqual([]);
    await again.close();
  });

  test('CMP-01 the test of a connection says how much lies there, or what is wrong', async ({
    shop,
  }) => {
    peer.put(letter(), at);
    peer.put(letter(), at, true);
    const { owner, setUp } = await connected(shop, peer, port, { isActive: false });
    expect(await owner.call(mailboxRoutes.test, {})).toEqual({ mails: 2, unread: 1 });
    await setUp({ folder: '没有的夹' });
    await expect(owner.call(mailboxRoutes.test, {})).rejects.toMatchObject({
      code: 'mailbox_folder',
    });
    await setUp({ password: '错' });
    await expect(owner.call(mailboxRoutes.test, {})).rejects.toMatchObject({
      code: 'mailbox_login',
    });
    expect(peer.inbox.mails[0]).toMatchObject({ isSeen: false });
  });

  test('D-56 a server inside is refused, and a password goes to no other server', async ({
    shop,
  }) => {
    const { setUp } = await connected(shop, peer, port, { isActive: false });
    const inside = setUp({ host: '10.0.0.7', port: 993 });
    await expect(inside).rejects.toMatchObject({
      errors: [{ pointer: '/host', code: 'mailbox_inside' }],
    });
    const elsewhere = { host: 'imap.other.example', port: 993, password: undefined };
    await expect(setUp(elsewhere)).rejects.toMatchObject({
      errors: [{ pointer: '/password', code: 'mailbox_password_needed' }],
    });
  });

  test('D-56 by TLS, from the first byte or by STARTTLS, and only with the certificate of the name', async () => {
    const host = 'imap.shop.example';
    const secret = await certificateFor(host);
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    for (const isSecure of [true, false]) {
      const safe = new MailboxPeer(secret);
      const to = { host, port: await safe.open(isSecure), isSecure };
      const { username, password } = safe;
      const allow = isSecure ? [host] : [];
      const egress = new Egress({ allow: [host], authorities: secret.cert, resolve });
      const strict = Object.assign(egress, isSecure ? {} : { vouchesFor: () => false });
      const imap = await Imap.open({ egress: strict, ...to, username, password }, 5000);
      expect(await imap.select('INBOX')).toMatchObject({ uidValidity: 1000 });
      imap.close();
      const stranger = Object.assign(new Egress({ allow: [host], resolve }), {
        vouchesFor: () => allow.length > 0,
      });
      await expect(
        Imap.open({ egress: stranger, ...to, username, password }, 5000),
      ).rejects.toMatchObject({ reason: 'certificate' });
      await safe.close();
    }
  });

  test('D-56 without TLS nothing is said to a server that nobody vouches for', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const egress = Object.assign(new Egress({ allow: ['imap.shop.example'], resolve }), {
      vouchesFor: () => false,
    });
    const way = { host: 'imap.shop.example', port, isSecure: false, username: 'a', password: 'b' };
    await expect(Imap.open({ egress, ...way }, 5000)).rejects.toMatchObject({ reason: 'noTls' });
    expect(peer.asked).not.toContain('LOGIN');
  });

  test('D-56 a server that says nothing is given up', async () => {
    peer.mood = 'silent';
    const egress = new Egress({ allow: ['127.0.0.1'] });
    const way = { host: '127.0.0.1', port, isSecure: false, username: 'a', password: 'b' };
    await expect(Imap.open({ egress, ...way }, 300)).rejects.toMatchObject({ reason: 'tooSlow' });
  });
});
