import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { SheetFault } from '../fault.ts';
import type { SheetLimits } from '../limits.ts';

/** Parts below this size may pack as well as they like: a page of blanks is no bomb. */
const ratioMatters = 1024 * 1024;

/** The parts of an xlsx file by name. Names are keys only; nothing is ever written to a path. */
export interface SheetPackage {
  /** The bytes of a part, counted against the limits while they come. `undefined`: no such part. */
  part(name: string | undefined): AsyncIterable<Buffer> | undefined;
  close(): void;
}

/** Opens the zip and checks its directory before a byte is unpacked (D-52). */
export async function openPackage(path: string, limits: SheetLimits): Promise<SheetPackage> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > limits.entries) {
      throw new SheetFault('file_too_large', `${zip.entryCount} parts`);
    }
    const entries = await readDirectory(zip);
    checkDirectory(entries, limits);
    return packageOf(zip, entries, limits);
  } catch (error) {
    zip.close();
    throw error;
  }
}

function packageOf(
  zip: yauzl.ZipFile,
  entries: Map<string, yauzl.Entry>,
  limits: SheetLimits,
): SheetPackage {
  let unpacked = 0;
  // The part is opened by its reader's first step: a stream that fails unread would end the thread.
  async function* counted(entry: yauzl.Entry) {
    try {
      const stream: AsyncIterable<Buffer> = await openEntry(zip, entry);
      for await (const chunk of stream) {
        unpacked += chunk.length;
        if (unpacked > limits.bytes) throw new SheetFault('file_too_large', 'unpacked bytes');
        yield chunk;
      }
    } catch (error) {
      throw error instanceof SheetFault ? error : broken(error);
    }
  }
  return {
    part(name) {
      const entry = entries.get(name?.toLowerCase() ?? '');
      return entry && counted(entry);
    },
    close: () => zip.close(),
  };
}

function checkDirectory(entries: Map<string, yauzl.Entry>, limits: SheetLimits): void {
  let total = 0;
  for (const entry of entries.values()) {
    if (entry.isEncrypted()) throw new SheetFault('file_encrypted', entry.fileName);
    total += entry.uncompressedSize;
    const isBomb =
      entry.uncompressedSize > ratioMatters &&
      entry.uncompressedSize > entry.compressedSize * limits.ratio;
    if (isBomb) throw new SheetFault('file_too_large', `ratio of ${entry.fileName}`);
  }
  if (total > limits.bytes) throw new SheetFault('file_too_large', `${total} bytes announced`);
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(broken(error)) : resolve(zip),
    );
  });
}

function readDirectory(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) reject(new SheetFault('file_broken', `${name} twice`));
      entries.set(name, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', (error) => reject(broken(error)));
    zip.readEntry();
  });
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(broken(error)) : resolve(stream)));
  });
}

function broken(error: unknown): SheetFault {
  return new SheetFault('file_broken', error instanceof Error ? error.message : String(error));
}
