import { open } from 'node:fs/promises';
import { SheetFault } from './fault.ts';

/** What a file is by its first bytes. Its name is not asked: people rename files. */
export type SheetFormat = 'xlsx' | 'csv';

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const emptyZipMark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const utf16Mark = Buffer.from([0xff, 0xfe]);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Throws `SheetFault` for everything that is neither an xlsx package nor a text table. */
export async function formatOf(path: string): Promise<SheetFormat> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const start = head.subarray(0, bytesRead);
    if (startsWith(start, zipMark) || startsWith(start, emptyZipMark)) return 'xlsx';
    if (startsWith(start, compoundMark)) throw await compoundFault(file, start);
    if (!looksLikeTable(start)) throw new SheetFault('file_not_xlsx', 'neither zip nor text');
    return 'csv';
  } finally {
    await file.close();
  }
}

/**
 * Old .xls files and password-protected .xlsx files share one container (MS-CFB). Its directory,
 * whose first sector is named at byte 48, tells them apart.
 */
async function compoundFault(
  file: Awaited<ReturnType<typeof open>>,
  header: Buffer,
): Promise<SheetFault> {
  if (header.length < 512) return new SheetFault('file_broken', 'container cut off');
  const sectorSize = header.readUInt16LE(30) === 12 ? 4096 : 512;
  const directory = Buffer.alloc(sectorSize);
  await file.read(directory, 0, sectorSize, (header.readUInt32LE(48) + 1) * sectorSize);
  return directory.includes(encryptedPackage)
    ? new SheetFault('file_encrypted', 'password-protected package')
    : new SheetFault('file_old_xls', 'binary workbook of Excel 97 to 2003');
}

function looksLikeTable(start: Buffer): boolean {
  if (start.length === 0) return false;
  if (startsWith(start, utf16Mark)) return true;
  const isMarkup = /^(\uFEFF|ï»¿)?\s*</.test(start.toString('latin1'));
  return !isMarkup && !start.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
