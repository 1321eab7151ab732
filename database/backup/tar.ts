/** One thing in an archive; a folder has no content. */
export interface TarEntry {
  /** Relative, with `/`; never outside of where it is unpacked. */
  readonly name: string;
  readonly mode: number;
  /** Absent for a folder. */
  readonly content?: { readonly size: number; read(): AsyncIterable<Buffer> };
}

const block = 512;
const folderType = '5';
const fileType = '0';

/** Writes entries as a POSIX tar (ustar), so that whoever has the key needs no program of ours to read it. */
export async function* tarOf(entries: AsyncIterable<TarEntry>): AsyncIterable<Buffer> {
  for await (const entry of entries) {
    yield headerOf(entry);
    if (!entry.content) continue;
    const { size } = entry.content;
    yield* exactly(size, entry.content.read());
    const rest = size % block;
    if (rest > 0) yield Buffer.alloc(block - rest);
  }
  yield Buffer.alloc(2 * block);
}

/** A live file of a running database may change its size meanwhile: what was announced is what is written. */
async function* exactly(size: number, source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let left = size;
  for await (const part of source) {
    if (left === 0) return;
    const taken = part.length > left ? part.subarray(0, left) : part;
    left -= taken.length;
    yield taken;
  }
  for (; left > 0; left -= Math.min(left, 65_536)) yield Buffer.alloc(Math.min(left, 65_536));
}

/** The content of some text or bytes. */
export function textContent(text: string | Buffer): TarEntry['content'] {
  const bytes = Buffer.from(text);
  return {
    size: bytes.length,
    async *read() {
      yield bytes;
    },
  };
}

function headerOf({ name, mode, content }: TarEntry): Buffer {
  const header = Buffer.alloc(block);
  const { prefix, rest } = splitName(content ? name : `${name}/`);
  header.write(rest, 0, 100);
  header.write(octal(mode & 0o7777, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(content?.size ?? 0, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(' '.repeat(8), 148);
  header.write(content ? fileType : folderType, 156);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345, 155);
  header.write(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0);

function splitName(name: string): { prefix: string; rest: string } {
  if (Buffer.byteLength(name) <= 100) return { prefix: '', rest: name };
  const at = name.lastIndexOf('/', 155);
  const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
  if (at < 0 || Buffer.byteLength(prefix) > 155 || Buffer.byteLength(rest) > 100) {
    throw new Error(`name too long for an archive: ${name}`);
  }
  return { prefix, rest };
}

/** What was found in an archive; its content has to be read before the next one. */
export interface Found {
  readonly name: string;
  readonly mode: number;
  readonly isFolder: boolean;
  readonly content: AsyncIterable<Buffer>;
}

/** Reads what `tarOf` wrote. */
export async function* untar(source: AsyncIterable<Buffer>): AsyncIterable<Found> {
  const parts = new Parts(source);
  for (;;) {
    const header = await parts.take(block);
    if (header.every((byte) => byte === 0)) return parts.drain();
    const field = (from: number, to: number) =>
      header.subarray(from, to).toString().split('\0')[0]!.trim();
    const sum = Number.parseInt(field(148, 156), 8);
    header.fill(' ', 148, 156);
    if (sum !== sumOf(header)) throw new Error('the archive is broken');
    const prefix = field(345, 500);
    const name = (prefix ? `${prefix}/` : '') + field(0, 100);
    if (name.startsWith('/') || name.split('/').includes('..')) throw new Error(`refused: ${name}`);
    const size = Number.parseInt(field(124, 136), 8);
    yield {
      name: name.replace(/\/$/, ''),
      mode: Number.parseInt(field(100, 108), 8),
      isFolder: header[156] === folderType.charCodeAt(0),
      content: parts.some(size),
    };
    await parts.take((block - (size % block)) % block);
  }
}

class Parts {
  private readonly parts: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  constructor(source: AsyncIterable<Buffer>) {
    this.parts = source[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    const taken: Buffer[] = [];
    for await (const part of this.some(size)) taken.push(part);
    return Buffer.concat(taken);
  }

  async *some(size: number): AsyncIterable<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.held.length === 0) {
        const next = await this.parts.next();
        if (next.done) throw new Error('the archive ends too early');
        this.held = next.value;
      }
      const part = this.held.subarray(0, left);
      this.held = this.held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  /** To the end, because whoever unseals checks the last chunk there. */
  async drain(): Promise<void> {
    while (!(await this.parts.next()).done);
  }
}
