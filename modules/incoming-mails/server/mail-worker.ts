/** The process that reads letters of strangers: broken, nested, hostile ones end it and nobody else. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { serveOrders } from '#platform/helper-process.ts';
import { headersAsked } from '../judge/automatic.ts';
import { plainOf, tidied } from '../judge/plain-text.ts';
import type { HeaderLine } from '../judge/sender.ts';
import { type LeftOut, mostBody, mostFileBytes, mostFiles } from '../lifecycle.ts';

export interface MailOrder {
  /** Where the letter lies, and where its attachments may be laid. */
  path: string;
  folder: string;
  /** Only its head: the whole of it ended this process before. */
  isHeadOnly: boolean;
}
export interface MailPart {
  path: string;
  fileName: string;
  contentType: string;
  sizeBytes: number;
  leftOut: LeftOut | '';
}
export interface ParsedMail {
  fromAddress: string;
  fromName: string;
  subject: string;
  body: string;
  isBodyCut: boolean;
  isBroken: boolean;
  sentAt: string | null;
  messageId: string;
  mentions: string[];
  headers: HeaderLine[];
  parts: MailPart[];
  identity: string;
}

const mostNamed = 400;
const limits = { maxNestingDepth: 40, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 };
const headBytes = 64 * 1024;

serveOrders<MailOrder, ParsedMail>(async ({ path, folder, isHeadOnly }) => {
  const raw = await readFile(path);
  const { email, isBroken } = isHeadOnly ? await headOf(raw) : await wholeOf(raw);
  const parts = await laidDown(email.attachments, folder);
  const words = email.text?.trim() ? tidied(email.text) : plainOf(email.html ?? '');
  const from = flat(email.from);
  const read = {
    fromAddress: from.address.toLowerCase().slice(0, 320),
    fromName: oneLine(from.name, 200),
    subject: oneLine(email.subject ?? '', 500),
    body: words.slice(0, mostBody),
    messageId: oneLine(email.messageId ?? '', 500),
    sentAt: instantOf(email.date),
  };
  return {
    ...read,
    isBodyCut: words.length > mostBody,
    isBroken,
    mentions: mentionsOf(email),
    headers: email.headers
      .filter(({ key }) => headersAsked.includes(key))
      .slice(0, 60)
      .map(({ key, value }) => ({ name: key, value: value.slice(0, 4000) })),
    parts,
    identity: hashOf([
      ...Object.values(read).map(String),
      ...parts.map(({ fileName, sizeBytes }) => `${fileName} ${sizeBytes}`),
    ]),
  };
});

const hashOf = (words: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex');

async function wholeOf(raw: Buffer): Promise<{ email: Email; isBroken: boolean }> {
  try {
    const email = await PostalMime.parse(raw, limits);
    return { email: await rightlyRead(raw, email), isBroken: false };
  } catch {
    return headOf(raw);
  }
}

/** What says who wrote and about what, where the rest is beyond reading. */
async function headOf(raw: Buffer): Promise<{ email: Email; isBroken: boolean }> {
  const head = raw.subarray(0, headBytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const bare = head
    .slice(0, end)
    .split(/\r?\n(?![ \t])/)
    .filter((line) => !/^content-/i.test(line))
    .slice(0, 200)
    .join('\r\n');
  const email = await PostalMime.parse(Buffer.from(`${bare}\r\n\r\n`, 'latin1'), limits).catch(
    (): Email => ({ headers: [], headerLines: [], attachments: [] }),
  );
  return { email: { ...email, text: '' }, isBroken: true };
}

/** Letters that say the wrong character set, or none: Chinese ones are GB 18030 then. */
async function rightlyRead(raw: Buffer, email: Email): Promise<Email> {
  const lost = lostIn(email);
  const isOdd =
    lost > 0 || /[\u00a1-\u00fe]{4}/.test(`${email.subject}\n${email.text}\n${email.html}`);
  if (!isOdd) return email;
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = decodedHead(text.slice(0, end));
  const said = `${head}${text.slice(end)}`
    .replaceAll(
      /charset\s{0,4}=\s{0,4}"?(utf-8|us-ascii|ascii|iso-8859-1|windows-1252|gb2312|gbk)"?/gi,
      'charset=gb18030',
    )
    .replaceAll(
      /^(content-type:[ \t]{0,4}text\/(?:plain|html))[ \t]{0,4}(?=\r?$)/gim,
      '$1; charset=gb18030',
    );
  const typed = /^content-type:/im.test(head)
    ? said
    : `Content-Type: text/plain; charset=gb18030\r\n${said}`;
  const again = await PostalMime.parse(Buffer.from(typed, 'latin1'), limits).catch(() => undefined);
  return again &&
    lostIn(again) <= lost &&
    /[\u4e00-\u9fff]/.test(`${again.subject}${again.text}${again.html}`)
    ? again
    : email;
}

const lostIn = ({ subject = '', text = '', html = '' }: Email): number =>
  `${subject}${text}${html}`.split('\ufffd').length - 1;

/** Bytes that stand in a head without a word about their set, as an encoded word (RFC 2047) that says GB 18030. */
const decodedHead = (head: string): string =>
  head.replaceAll(
    /[\u0080-\u00ff](?:[^\r\n"<>;]{0,400}[\u0080-\u00ff])?[\u0021-\u007e]?/g,
    (bytes) => {
      const isUtf8 = !new TextDecoder('utf-8')
        .decode(Buffer.from(bytes, 'latin1'))
        .includes('\ufffd');
      if (isUtf8) return bytes;
      return `=?gb18030?B?${Buffer.from(bytes, 'latin1').toString('base64')}?=`;
    },
  );

async function laidDown(attachments: readonly Attachment[], folder: string): Promise<MailPart[]> {
  const parts: MailPart[] = [];
  for (const [place, { filename, mimeType, content }] of attachments
    .slice(0, mostNamed)
    .entries()) {
    const bytes =
      typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
    const leftOut = place >= mostFiles ? 'tooMany' : bytes.length > mostFileBytes ? 'tooLarge' : '';
    const path = leftOut === '' ? join(folder, String(place)) : '';
    if (path !== '') await writeFile(path, bytes, { mode: 0o600 });
    parts.push({
      path,
      fileName: oneLine(filename ?? '', 200) || `附件${place + 1}`,
      contentType: oneLine(mimeType, 100),
      sizeBytes: bytes.length,
      leftOut,
    });
  }
  return parts;
}

const oneLine = (text: string, most: number): string =>
  tidied(text).replaceAll(/\s+/g, ' ').slice(0, most);

function flat(from: Address | undefined): { name: string; address: string } {
  const first = from?.group ? from.group[0] : from;
  return { name: first?.name ?? '', address: oneLine(first?.address ?? '', 320) };
}

function instantOf(date: string | undefined): string | null {
  const at = new Date(date ?? '');
  const year = at.getUTCFullYear();
  return year > 1980 && year < 2200 ? at.toISOString() : null;
}

const mentionsOf = ({ inReplyTo = '', references = '' }: Email): string[] =>
  [
    ...new Set(`${inReplyTo} ${references}`.slice(0, 20_000).match(/<[^<>\s]{1,400}>/g) ?? []),
  ].slice(-30);
