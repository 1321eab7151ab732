import type { Mark } from '../lifecycle.ts';
import type { HeaderLine } from './sender.ts';

/** What in a header line says that no person wrote, and where that is laid down. */
const signs: readonly { mark: Mark; header: string; says: RegExp; source: string }[] = [
  {
    mark: 'automatic',
    header: 'auto-submitted',
    says: /^(?!no\b)\S/i,
    source: 'RFC 3834, 5 (2004)',
  },
  {
    mark: 'automatic',
    header: 'x-autoreply',
    says: /^(?!no\b)\S/i,
    source: 'practice of mail servers',
  },
  { mark: 'automatic', header: 'x-autorespond', says: /./, source: 'practice of mail servers' },
  {
    mark: 'automatic',
    header: 'x-auto-response-suppress',
    says: /\b(all|autoreply|oof)\b/i,
    source: 'MS-OXCMAIL 2.2.3.2.14',
  },
  { mark: 'automatic', header: 'return-path', says: /^<>$/, source: 'RFC 5321, 4.5.5: a bounce' },
  {
    mark: 'automatic',
    header: 'content-type',
    says: /^multipart\/report\b/i,
    source: 'RFC 6522 (2012)',
  },
  {
    mark: 'bulk',
    header: 'precedence',
    says: /^(bulk|junk|list)\b/i,
    source: 'RFC 3834, 2 (2004)',
  },
  { mark: 'bulk', header: 'list-id', says: /./, source: 'RFC 2919 (2001)' },
  { mark: 'bulk', header: 'list-unsubscribe', says: /./, source: 'RFC 2369 (1998)' },
];
/** Senders that nobody reads. */
const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-]|@)/i;
const loops = ['x-loop', 'delivered-to'] as const;

/**
 * Whether a letter comes of a machine, of many hands, or of the house itself: it is marked, and never answered by itself.
 * `ownAddresses` are those of the mailbox and of what the house sends from, `countBefore` what its sender sent in the last hour.
 */
export function marksOf(
  headers: readonly HeaderLine[],
  fromAddress: string,
  ownAddresses: readonly string[],
): Mark[] {
  const found = new Set<Mark>();
  const own = ownAddresses.map((each) => each.toLowerCase());
  if (own.includes(fromAddress)) found.add('own');
  for (const { mark, header, says } of signs) {
    if (headers.some(({ name, value }) => name === header && says.test(value.trim())))
      found.add(mark);
  }
  const passed = headers.filter(({ name }) => name === 'x-loop');
  if (passed.some(({ value }) => own.includes(value.trim().toLowerCase()))) found.add('loop');
  // The same mailbox twice on its way: it came back.
  const delivered = headers.filter(({ name }) => name === 'delivered-to');
  const here = delivered.filter(({ value }) => own.includes(value.trim().toLowerCase()));
  if (here.length > 1) found.add('loop');
  if (machines.test(fromAddress)) found.add('automatic');
  return [...found];
}

/** The header lines that any of this asks for: the rest need not be kept. */
export const headersAsked: readonly string[] = [
  ...new Set([...signs.map(({ header }) => header), ...loops, 'authentication-results']),
];
