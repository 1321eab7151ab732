import { Readable } from 'node:stream';
import { letterType } from '#modules/files/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { mailboxRoutes, incomingMailRoutes as routes } from '../contract.ts';
import type { MailboxPeer } from './imap-peer.fixture.ts';

let letters = 0;

interface Words {
  from?: string;
  subject?: string;
  text?: string;
  headers?: readonly string[];
  messageId?: string | null;
}
const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** A letter as a mail program writes it. */
export function letter({
  from = '王丽 <wangli@customer.example>',
  subject = '投诉刹车异响',
  text = '上周修过的刹车又响了。',
  headers = [],
  messageId = `<letter-${++letters}@customer.example>`,
}: Words = {}): string {
  const name = /^(.*?)\s*(<.*>)$/.exec(from);
  return [
    `From: ${name?.[1] ? `${encoded(name[1])} ${name[2]}` : from}`,
    'To: kefu@shop.example',
    `Subject: ${encoded(subject)}`,
    'Date: Sat, 21 Nov 2026 07:00:00 +0000',
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
    '',
  ].join('\r\n');
}

/** A letter with files: name and bytes each. */
export function letterWith(
  files: readonly (readonly [name: string, bytes: Buffer, type?: string])[],
): Buffer {
  const head = [
    'From: wangli@customer.example',
    'To: kefu@shop.example',
    `Subject: ${encoded('附件')}`,
    `Message-ID: <files-${++letters}@customer.example>`,
    'Date: Sat, 21 Nov 2026 07:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'see the files',
    '',
  ].join('\r\n');
  const parts = files.map(([name, bytes, type = 'application/octet-stream']) =>
    [
      '--b1',
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${encoded(name)}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
      '',
    ].join('\r\n'),
  );
  return Buffer.from(`${head}${parts.join('')}--b1--\r\n`);
}

export type Settings = BodyOf<typeof mailboxRoutes.setUp>;
/** A house with a mailbox at the peer. */
export async function connected(
  shop: TestShop,
  peer: MailboxPeer,
  port: number,
  more: Partial<Settings> = {},
) {
  const owner = await shop.employee('owner');
  const setUp = (changed: Partial<Settings> = {}) =>
    owner.call(mailboxRoutes.setUp, {
      body: {
        ...{ address: 'kefu@shop.example', host: '127.0.0.1', port, isSecure: false },
        ...{ username: peer.username, password: peer.password, folder: 'INBOX', doneFolder: '' },
        ...{ trustedServer: '', everyMinutes: 5, decideMinutes: 240, isActive: true },
        ...{ isAnswered: false, ...more, ...changed },
      },
    });
  await setUp();
  return { owner, setUp, ...lookingAt(shop, owner) };
}

function lookingAt(shop: TestShop, owner: TestEmployee) {
  const list = async (show: 'waiting' | 'all' = 'all') =>
    (await owner.call(routes.list, { query: { show } })).items;
  const fetched = async () => {
    await shop.settle();
    return list();
  };
  /** The one letter that lies there, whole. */
  const only = async () => {
    const [first] = await fetched();
    return owner.call(routes.read, { params: { incomingMailId: first!.id } });
  };
  return { list, fetched, only };
}

/** A letter in each state that a person acts on, for those who ask every route. */
export async function someMails(by: TestEmployee, mark: string): Promise<void> {
  const { shop } = by;
  const { insertMail } = await import('./queries.ts');
  const { insertMailbox } = await import('./queries-mailboxes.ts');
  const mailbox = await shop.write((work) =>
    insertMailbox(work, {
      ...{ address: 'kefu@shop.example', host: 'imap.shop.example', port: 993, isSecure: true },
      ...{ username: 'kefu', password: shop.host.secrets.seal('x'), folder: 'INBOX' },
      ...{ everyMinutes: 5, decideMinutes: 240, isActive: false },
    }),
  );
  const { storeFile } = await import('#modules/files/server/index.ts');
  const original = await shop.host.files.putAsIs(
    shop.tenantId,
    Readable.from([Buffer.from(letter({ text: mark }))]),
    letterType,
  );
  const { id: originalFileId } = await shop.write((work) => storeFile(work, original, 'a.eml'));
  for (const place of [1, 2, 3, 4]) {
    const row = await shop.write((work) =>
      insertMail(work, {
        originalFileId,
        ...{ mailboxId: mailbox.id, identity: `${mark}${place}`, contentHash: 'a'.repeat(64) },
        ...{ state: 'waiting', fromAddress: `w${place}@customer.example`, arrivedAt: shop.now },
        ...{
          fromName: `王丽${mark}`,
          subject: `刹车异响${mark}`,
          body: `又响了${mark}`,
          sizeBytes: 900,
        },
        standing: place === 1 ? 'failed' : 'unchecked',
      }),
    );
    const params = { incomingMailId: row.id };
    if (place === 2) await by.call(routes.file, { params, body: { filedAs: 'enquiry' } });
    if (place !== 3) continue;
    const words = { content: `刹车异响${mark}`, complainantName: `王丽${mark}` };
    await by.call(routes.open, { params, body: { kind: 'repairTechnique', ...words } });
  }
}
