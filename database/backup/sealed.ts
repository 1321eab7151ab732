import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type BackupKey, subkey } from './key.ts';
import { BackupRefused } from './refusal.ts';

/*
 * A sealed file: 8 bytes of magic, 8 of the key's id, the file's own key sealed under the backup key (12 nonce, 16 tag,
 * 32 key), then chunks: 4 bytes (length; the highest bit marks the last chunk), 16 tag, ciphertext. A chunk's nonce is
 * its number and whether it is the last, so that none can be left out, put elsewhere or cut off unnoticed.
 */
const magic = Buffer.from('JMSEAL1\n');
const headerBytes = magic.length + 8 + 12 + 16 + 32;
const chunkBytes = 256 * 1024;
const lastMark = 0x8000_0000;

type Bytes = AsyncIterable<Buffer>;

/**
 * Encrypts a stream with AES-256-GCM under a key of its own.
 * @param name what the file is; it opens under this name alone, so that none can stand in for another
 */
export async function* seal(source: Bytes, key: BackupKey, name: string): Bytes {
  const fileKey = randomBytes(32);
  const nonce = randomBytes(12);
  const wrap = createCipheriv('aes-256-gcm', subkey(key, 'files'), nonce);
  wrap.setAAD(Buffer.from(name));
  const wrapped = Buffer.concat([wrap.update(fileKey), wrap.final()]);
  yield Buffer.concat([magic, Buffer.from(key.id, 'hex'), nonce, wrap.getAuthTag(), wrapped]);
  let number = 0;
  for await (const { part, isLast } of inChunks(source)) {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(number, isLast));
    const body = Buffer.concat([cipher.update(part), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE((body.length | (isLast ? lastMark : 0)) >>> 0);
    yield Buffer.concat([length, cipher.getAuthTag(), body]);
    number += 1;
  }
}

/** Decrypts what `seal` wrote. @throws BackupRefused `key_wrong`, or `damaged` at the first byte that is not as written */
export async function* unseal(source: Bytes, key: BackupKey, name: string): Bytes {
  const reader = new Reader(source, name);
  const fileKey = openHeader(await reader.take(headerBytes), key, name);
  for (let number = 0; ; number += 1) {
    const length = (await reader.take(4)).readUInt32BE();
    const isLast = length >= lastMark;
    const size = isLast ? length - lastMark : length;
    if (size > chunkBytes) throw damaged(name);
    const tag = await reader.take(16);
    yield opened(fileKey, nonceOf(number, isLast), tag, await reader.take(size), name);
    if (isLast) return reader.expectEnd();
  }
}

function openHeader(header: Buffer, key: BackupKey, name: string): Buffer {
  if (!header.subarray(0, 8).equals(magic)) throw damaged(name);
  const id = header.subarray(8, 16).toString('hex');
  if (id !== key.id) throw keyWrong(id, key);
  const [nonce, tag, wrapped] = [
    header.subarray(16, 28),
    header.subarray(28, 44),
    header.subarray(44),
  ];
  return opened(subkey(key, 'files'), nonce, tag, wrapped, name, Buffer.from(name));
}

function opened(
  key: Buffer,
  nonce: Buffer,
  tag: Buffer,
  body: Buffer,
  name: string,
  bound?: Buffer,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  if (bound) decipher.setAAD(bound);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (error) {
    throw damaged(name, error);
  }
}

/** Told apart from damage, because the cure is another one: the right key. */
export function keyWrong(id: string, key: BackupKey): BackupRefused {
  return new BackupRefused(
    'key_wrong',
    `备份密钥不对：这份备份用的是密钥 ${id}，给出的是密钥 ${key.id}。`,
    `Wrong backup key: this backup was made with key ${id}, the one given is ${key.id}.`,
  );
}

/** A part that is not what was written, byte for byte. */
export function damaged(name: string, cause?: unknown): BackupRefused {
  return new BackupRefused(
    'damaged',
    `备份文件 ${name} 已损坏或被改动，不能用来恢复。请换另一份备份。`,
    `${name} of the backup is damaged or was changed; it is not used. Take another backup.`,
    { cause },
  );
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce.writeUInt32BE(isLast ? 1 : 0, 8);
  return nonce;
}

/** The stream in chunks of one size; the last, perhaps empty one is marked. */
async function* inChunks(source: Bytes): AsyncIterable<{ part: Buffer; isLast: boolean }> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    held.push(part);
    size += part.length;
    if (size <= chunkBytes) continue;
    let whole = Buffer.concat(held);
    for (; whole.length > chunkBytes; whole = whole.subarray(chunkBytes)) {
      yield { part: whole.subarray(0, chunkBytes), isLast: false };
    }
    held = [whole];
    size = whole.length;
  }
  yield { part: Buffer.concat(held), isLast: true };
}

/** Takes so many bytes at a time from a stream. */
class Reader {
  private readonly parts: AsyncIterator<Buffer>;
  private readonly name: string;
  private held: Buffer = Buffer.alloc(0);
  constructor(source: Bytes, name: string) {
    this.parts = source[Symbol.asyncIterator]();
    this.name = name;
  }

  async take(size: number): Promise<Buffer> {
    const pieces = [this.held];
    let length = this.held.length;
    while (length < size) {
      const next = await this.parts.next();
      if (next.done) throw damaged(this.name);
      pieces.push(next.value);
      length += next.value.length;
    }
    const whole = pieces.length === 1 ? this.held : Buffer.concat(pieces);
    this.held = whole.subarray(size);
    return whole.subarray(0, size);
  }

  async expectEnd(): Promise<void> {
    const { done } = await this.parts.next();
    if (!done || this.held.length > 0) throw damaged(this.name);
  }
}
