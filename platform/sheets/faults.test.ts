import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetFaultCode } from './fault.ts';
import type { SheetLimits } from './limits.ts';
import { readSheet } from './read.ts';
import { textRow, writeWorkbook, writeZip } from './xlsx-for-tests.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-faults-'));
  path = join(folder, 'list.xlsx');
});
afterAll(() => rm(folder, { recursive: true }));

/** The fault that reading ends with. */
async function faultOf(limits?: Partial<SheetLimits>): Promise<SheetFaultCode> {
  try {
    for await (const _ of readSheet(path, { limits }));
  } catch (error) {
    return (error as { code: SheetFaultCode }).code;
  }
  throw new Error('the file was read');
}

/** Rows that differ: a hundred thousand equal ones pack so well that they count as a bomb. */
function rowsXml(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => textRow([`第${row * 7919}号`, '乙']));
  return `<sheetData>${rows.join('')}</sheetData>`;
}

/** An MS-CFB container with this text in its directory. */
function container(text: string): Buffer {
  const bytes = Buffer.alloc(1024);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.write(text, 512, 'utf16le');
  return bytes;
}

describe('ARC-09 a file that is none is refused with its reason', () => {
  test.each<[string, Buffer | string, SheetFaultCode]>([
    ['an HTML page renamed', '<html><table><tr><td>1</td></tr></table></html>', 'file_not_xlsx'],
    ['HTML after a mark and blanks', '\uFEFF\n <!DOCTYPE html>', 'file_not_xlsx'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file_not_xlsx'],
    ['nothing', '', 'file_not_xlsx'],
    ['bytes of no encoding', Buffer.from('41ff2c8041ff0a', 'hex'), 'file_not_xlsx'],
    ['a workbook of Excel 97', container('Workbook'), 'file_old_xls'],
    ['a workbook with a password', container('EncryptedPackage'), 'file_encrypted'],
    ['a container cut off', container('Workbook').subarray(0, 100), 'file_broken'],
    ['a zip cut off', Buffer.from('PK\x03\x04 and then nothing'), 'file_broken'],
    ['a quote that is never closed', '姓名,备注\n王,"没完', 'file_broken'],
  ])('%s', async (_name, content, code) => {
    await writeFile(path, content);
    expect(await faultOf()).toBe(code);
  });

  test('a workbook of which the end is missing', async () => {
    const list = await readFile(
      new URL('../../test/fixtures/old-customer-list.xlsx', import.meta.url),
    );
    await writeFile(path, list.subarray(0, list.length / 2));
    expect(await faultOf()).toBe('file_broken');
  });

  test('a workbook with a hole in its data', async () => {
    const list = await readFile(
      new URL('../../test/fixtures/old-customer-list.xlsx', import.meta.url),
    );
    list.fill(0, 70_000, 70_200);
    await writeFile(path, list);
    expect(await faultOf()).toBe('file_broken');
  });

  test('a zip without a workbook', async () => {
    await writeZip(path, [{ name: 'word/document.xml', content: '<document/>' }]);
    expect(await faultOf()).toBe('file_not_xlsx');
  });

  test.each([
    ['XML that breaks off', '<sheetData><row><c>'],
    ['rows that run backwards', '<sheetData><row r="2"/><row r="1"/></sheetData>'],
    ['a cell without a column', '<sheetData><row><c r="12"><v>1</v></c></row></sheetData>'],
  ])('%s', async (_name, xml) => {
    await writeWorkbook(path, xml);
    expect(await faultOf()).toBe('file_broken');
  });

  test('a document type, which could multiply entities', async () => {
    await writeWorkbook(path, '', {
      'xl/worksheets/sheet1.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>',
    });
    expect(await faultOf()).toBe('file_broken');
  });

  test('two parts of one name', async () => {
    await writeZip(path, [
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'XL/Workbook.xml', content: '<workbook/>' },
    ]);
    expect(await faultOf()).toBe('file_broken');
  });
});

describe('ARC-09 a file that would cost too much is refused', () => {
  const blanks = Buffer.alloc(8 * 1024 * 1024, ' ');

  test('a zip bomb, before it is unpacked', async () => {
    await writeZip(path, [{ name: 'xl/workbook.xml', content: blanks }]);
    expect(await faultOf()).toBe('file_too_large');
  });

  test('a zip bomb that announces little', async () => {
    await writeZip(path, [{ name: 'xl/workbook.xml', content: blanks, announcedBytes: 1000 }]);
    expect(await faultOf()).toBe('file_broken');
  });

  test('more bytes than allowed', async () => {
    await writeWorkbook(path, rowsXml(1000));
    expect(await faultOf({ bytes: 50_000 })).toBe('file_too_large');
  });

  test('more parts than allowed', async () => {
    const parts = Array.from({ length: 201 }, (_, at) => ({ name: `part${at}`, content: 'x' }));
    await writeZip(path, parts);
    expect(await faultOf()).toBe('file_too_large');
  });

  test('more rows than allowed', async () => {
    await writeWorkbook(path, rowsXml(100_001));
    expect(await faultOf()).toBe('too_many_rows');
  }, 30_000);

  test('ten thousand columns', async () => {
    const row = textRow(Array.from({ length: 10_000 }, () => '列'));
    await writeWorkbook(path, `<sheetData>${row}</sheetData>`);
    expect(await faultOf()).toBe('too_many_columns');
  });

  test('ten thousand columns of text', async () => {
    await writeFile(path, `${'列,'.repeat(10_000)}\n`);
    expect(await faultOf()).toBe('too_many_columns');
  });

  test('a cell without end', async () => {
    await writeWorkbook(path, `<sheetData>${textRow(['长'.repeat(100_001)])}</sheetData>`);
    expect(await faultOf()).toBe('file_broken');
  });

  test('a sheet that is not there', async () => {
    await writeWorkbook(path, rowsXml(1));
    const rows = readSheet(path, { sheet: '别的' });
    await expect(rows.next()).rejects.toMatchObject({ code: 'sheet_missing' });
  });
});

describe('ARC-09 a reading thread that dies is a fault, never a wait without end', () => {
  test('when its time is up', async () => {
    await writeWorkbook(path, rowsXml(50_000));
    expect(await faultOf({ milliseconds: 1 })).toBe('reading_stopped');
  });

  test('when it runs out of memory', async () => {
    const strings = Array.from({ length: 300_000 }, (_, at) => `<si><t>第${at}个文字</t></si>`);
    await writeWorkbook(path, rowsXml(1), {
      'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
    });
    expect(await faultOf({ memoryMb: 16 })).toBe('reading_stopped');
  }, 30_000);

  test('when the file is gone', async () => {
    await rm(path);
    expect(await faultOf()).toBe('reading_stopped');
  });
});
