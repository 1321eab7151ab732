/** The process that looks into files of strangers: what they are, and pictures drawn anew. */
import { open, rm } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import { serveOrders } from './helper-process.ts';

/** A file that lies to the side, where nobody can ask for it yet. */
export interface FileOrder {
  readonly path: string;
}

export type FileAnswer =
  | { kind: 'kept'; contentType: string }
  | { kind: 'redrawn'; path: string; contentType: string; width: number; height: number }
  | { kind: 'refused'; code: 'file_kind_refused' | 'picture_broken' | 'storage_full' };

const mostPixels = 50_000_000;
const longestSide = 2400;

const images = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/avif',
]);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const kept = new Set([
  'application/pdf',
  'video/mp4',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/wav',
  xlsx,
  'text/csv',
  'application/x-cfb',
  'application/zip',
]);

// One order at a time and another process beside this one: threads and kept pictures would gain nothing.
sharp.cache(false);
sharp.concurrency(1);

serveOrders<FileOrder, FileAnswer>(async ({ path }) => {
  const told = await toldByContent(path);
  if (told === undefined) return { kind: 'refused', code: 'file_kind_refused' };
  return images.has(told) ? redrawn(path) : { kind: 'kept', contentType: told };
});

async function toldByContent(path: string): Promise<string | undefined> {
  // A file that breaks off where its own head promises more is of no kind.
  const told = await fileTypeFromFile(path).catch(() => null);
  if (told && (images.has(told.mime) || kept.has(told.mime))) return told.mime;
  return told === undefined && (await looksLikeText(path)) ? 'text/csv' : undefined;
}

async function redrawn(path: string): Promise<FileAnswer> {
  const output = `${path}.jpg`;
  try {
    const { width, height } = await sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82, mozjpeg: false })
      .toFile(output);
    return { kind: 'redrawn', path: output, contentType: 'image/jpeg', width, height };
  } catch (error) {
    await rm(output, { force: true });
    const isFull = (error as Error).message.includes('No space left');
    return { kind: 'refused', code: isFull ? 'storage_full' : 'picture_broken' };
  }
}

async function looksLikeText(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead);
    return bytesRead > 0 && !head.includes(0) && !/^\s*</.test(head.toString('latin1'));
  } finally {
    await handle.close();
  }
}
