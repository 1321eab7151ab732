import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { examined } from './file-examiners.ts';
import { Problem } from './problem.ts';

/** What a file turned out to be, whatever its sender called it. */
export interface Stored {
  sha256: string;
  contentType: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
}

const mebibyte = 1024 * 1024;
/** 20 MiB: a phone's picture, a 50,000-row list. */
const mostBytes = 20 * mebibyte;

/**
 * Files by the hash of their content, each tenant in a folder of its own. A file is streamed to the side, counted,
 * told by its content, drawn anew if it is a picture (which drops place and device, D-50), synced, and only then
 * renamed into its place. Nothing here looks into it: that is done in a process of its own (`file-examiners.ts`).
 */
export class FileStore {
  private readonly folder: string;
  private readonly warn: (error: Error) => void;
  /** @param warn hears of a file that ended the process that looked into it. */
  constructor(folder: string, warn: (error: Error) => void = () => {}) {
    this.folder = folder;
    this.warn = warn;
  }

  async put(tenantId: string, stream: Readable, most = mostBytes): Promise<Stored> {
    const side = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(side), { recursive: true });
    try {
      await pipeline(taken(stream, most), createWriteStream(side, { mode: 0o600 }));
      const found = await examined(side, this.warn);
      return await this.settle(tenantId, { path: side, width: null, height: null, ...found });
    } catch (error) {
      throw asProblem(error);
    } finally {
      await rm(side, { force: true });
      // Half a picture, if its drawing was cut off.
      await rm(`${side}.jpg`, { force: true });
    }
  }

  /**
   * Byte for byte, not looked into: what has to stay as it came (a letter). Never shown in a page, only saved.
   * @throws Problem `file_too_large`, `storage_full`
   */
  async putAsIs(
    tenantId: string,
    stream: Readable,
    contentType: string,
    most = mostBytes,
  ): Promise<Stored> {
    const side = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(side), { recursive: true });
    try {
      await pipeline(taken(stream, most), createWriteStream(side, { mode: 0o600 }));
      return await this.settle(tenantId, { path: side, contentType, width: null, height: null });
    } catch (error) {
      throw asProblem(error);
    } finally {
      await rm(side, { force: true });
    }
  }

  read(tenantId: string, sha256: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.pathOf(tenantId, sha256), range);
  }

  pathOf(tenantId: string, sha256: string): string {
    return join(this.folder, tenantId, sha256.slice(0, 2), sha256);
  }

  /** Half-taken uploads of a process that died. */
  async sweep(olderThan: Date): Promise<void> {
    const incoming = join(this.folder, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const path = join(incoming, name);
      const facts = await stat(path).catch(() => undefined);
      if (facts && facts.mtime < olderThan) await rm(path, { force: true });
    }
  }

  /** Whether the bytes of a hash lie in their place. */
  async has(tenantId: string, sha256: string): Promise<boolean> {
    return stat(this.pathOf(tenantId, sha256)).then(
      () => true,
      () => false,
    );
  }

  /** The hashes that have lain in a tenant's folder since before an instant, a folder at a time. */
  async *lyingSince(tenantId: string, before: Date): AsyncGenerator<string[]> {
    const folder = join(this.folder, tenantId);
    for (const part of await readdir(folder).catch(() => [])) {
      const names = await readdir(join(folder, part)).catch(() => []);
      const old = names.filter((name) => isOlder(join(folder, part, name), before));
      if (old.length > 0) yield old;
    }
  }

  /**
   * Takes away bytes that no row speaks of. They are laid aside before they are looked at once more, so that the same
   * content brought in at this very moment is put back, not lost. @returns whether they are gone
   */
  async takeAway(
    tenantId: string,
    sha256: string,
    before: Date,
    isClaimed: () => Promise<boolean>,
  ): Promise<boolean> {
    const place = this.pathOf(tenantId, sha256);
    const aside = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(aside), { recursive: true });
    await rename(place, aside);
    if (!isOlder(aside, before) || (await isClaimed())) {
      await rename(aside, place);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  }

  private async settle(
    tenantId: string,
    {
      path,
      contentType,
      width,
      height,
    }: { path: string; contentType: string; width: number | null; height: number | null },
  ): Promise<Stored> {
    try {
      const hash = createHash('sha256');
      for await (const part of createReadStream(path)) hash.update(part as Buffer);
      const sha256 = hash.digest('hex');
      const sizeBytes = (await stat(path)).size;
      const place = this.pathOf(tenantId, sha256);
      await mkdir(dirname(place), { recursive: true });
      const handle = await open(path, 'r+');
      await handle.sync().finally(() => handle.close());
      await rename(path, place);
      return { sha256, contentType, sizeBytes, width, height };
    } finally {
      await rm(path, { force: true });
    }
  }
}

/**
 * The sender's stream, counted. The sender's own stream is never destroyed: his browser would see a broken line
 * instead of the reason, so the rest is read away and dropped.
 */
function taken(stream: Readable, most: number): Transform {
  const counted = capped(most);
  finished(stream, { writable: false }, (error) => {
    if (error) counted.destroy(error);
  });
  counted.once('close', () => {
    stream.unpipe(counted);
    stream.resume();
  });
  return stream.pipe(counted);
}

function capped(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      seen += part.length;
      if (seen > most)
        done(new Problem(413, 'file_too_large', { megabytes: Math.floor(most / mebibyte) }));
      else done(null, part);
    },
  });
}

/** A file that is not there is not old. */
const isOlder = (path: string, before: Date): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtime ?? before) < before;

/** A full disk is an answer with a way out, and so is a sender who went away. */
function asProblem(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Problem(503, 'storage_full');
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new Problem(400, 'malformed');
  return error;
}
