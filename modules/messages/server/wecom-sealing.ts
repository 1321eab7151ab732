import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What house and WeCom agreed on for one address. */
export interface Agreed {
  token: string;
  /** 43 signs: a key of 32 bytes in base64 without its end. */
  aesKey: string;
  corpId: string;
}
export interface SignedCall {
  signature: string;
  timestamp: string;
  nonce: string;
  sealed: string;
}

const blockBytes = 32;
const keyOf = ({ aesKey }: Agreed) => Buffer.from(`${aesKey}=`, 'base64');

/** `msg_signature`: SHA-1 over token, time, nonce and sealed words, sorted and joined. */
export const signatureOf = (
  { token }: Pick<Agreed, 'token'>,
  { timestamp, nonce, sealed }: Omit<SignedCall, 'signature'>,
): string =>
  createHash('sha1').update([token, timestamp, nonce, sealed].sort().join('')).digest('hex');

/**
 * Opens what WeCom sealed: its signature first, then AES-256-CBC, 16 random bytes, the length, the words, and for whom
 * they are. Nothing comes back of what does not fit in any of these.
 */
export function openedCall(agreed: Agreed, call: SignedCall): string | undefined {
  const right = Buffer.from(signatureOf(agreed, call));
  const given = Buffer.from(call.signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const bytes = Buffer.from(call.sealed, 'base64');
  const key = keyOf(agreed);
  if (bytes.length === 0 || bytes.length % 16 !== 0 || key.length !== 32) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1)!;
  if (pad < 1 || pad > blockBytes || padded.length < 20 + pad) return undefined;
  const plain = padded.subarray(0, -pad);
  const end = 20 + plain.readUInt32BE(16);
  if (end > plain.length || plain.toString('utf8', end) !== agreed.corpId) return undefined;
  return plain.toString('utf8', 20, end);
}

/** Seals words as WeCom does; `random` are 16 bytes. */
export function sealedFor(agreed: Agreed, words: string, random: Buffer): string {
  const text = Buffer.from(words);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(agreed.corpId)]);
  const pad = blockBytes - (plain.length % blockBytes);
  const key = keyOf(agreed);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

const element = /<(\w{1,40})>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<&]*))<\/\1>\s*/y;

/** The flat XML of WeCom's callbacks: one element within another, no attributes, no entities. Else nothing. */
export function flatXml(text: string): Readonly<Record<string, string>> | undefined {
  const inner = /^\s*<xml>([\s\S]*)<\/xml>\s*$/.exec(text)?.[1]?.trimStart();
  if (inner === undefined) return undefined;
  const found: Record<string, string> = Object.create(null);
  element.lastIndex = 0;
  let at = 0;
  while (at < inner.length) {
    const one = element.exec(inner);
    if (!one || one[1]! in found) return undefined;
    found[one[1]!] = one[2] ?? one[3]!;
    at = element.lastIndex;
  }
  return found;
}
