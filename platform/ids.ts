import { randomBytes, randomInt } from 'node:crypto';

const counterSize = 2 ** 24;
let counter = randomInt(counterSize / 2);

/**
 * UUIDv7 (RFC 9562): the first 48 bits are the given time in milliseconds; then a counter (its method 1), so that
 * rows made in the same millisecond lie in the order in which they were made; the rest is random.
 */
export function newId(now: Date): string {
  counter = (counter + 1) % counterSize;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | (counter >>> 20);
  bytes[7] = (counter >>> 12) & 0xff;
  bytes[8] = 0x80 | ((counter >>> 6) & 0x3f);
  bytes[9] = ((counter & 0x3f) << 2) | (bytes[9]! & 0x03);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Whether the text has the form of an id. */
export const isUuid = (text: string): boolean => uuidPattern.test(text);
