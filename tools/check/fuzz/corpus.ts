import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { textRow, writeWorkbook, writeZip } from '#platform/sheets/xlsx-for-tests.ts';

/** Files that people bring, and files that somebody made for us. */
export async function corpus(): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jingming-fuzz-'));
  try {
    return [
      ...(await pictures()),
      ...(await workbooks(folder)),
      ...(await bombs(folder)),
      ...tables(),
      ...others(),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function pictures(): Promise<Buffer[]> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const create = { width: 160, height: 120, channels: 3 as const, background: '#369', noise };
  const made = () => sharp({ create });
  return [
    ...(await Promise.all([
      made()
        .jpeg()
        .withExif({ IFD0: { Make: 'x' } })
        .toBuffer(),
      made().jpeg({ progressive: true }).toBuffer(),
      made().png().toBuffer(),
      made().png({ palette: true, progressive: true }).toBuffer(),
      made().webp().toBuffer(),
      made().webp({ lossless: true }).toBuffer(),
      made().avif({ effort: 0 }).toBuffer(),
      made().gif().toBuffer(),
      made().tiff().toBuffer(),
    ])),
    hugePng(30_000, 30_000),
    hugePng(0x7f_ff_ff_ff, 1),
    hugePng(7000, 7000),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
  ];
}

/** A picture of so many pixels in a few bytes. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(100_000));
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

async function workbooks(folder: string): Promise<Buffer[]> {
  const cells = (xml: string, parts = {}) =>
    workbook(folder, `<sheetData>${xml}</sheetData>`, parts);
  const people = [
    ['姓名', '电话', '车牌'],
    ['王芳', '13800138000', '粤B12345'],
  ];
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
  return [
    readFileSync(new URL('../../../test/fixtures/old-customer-list.xlsx', import.meta.url)),
    await cells(people.map(textRow).join('')),
    await cells(
      `<row r="1"><c r="XFD1" t="s"><v>0</v></c><c r="A1" s="1"><f>1+1</f><v>45000.5</v></c></row>`,
      {
        'xl/sharedStrings.xml':
          '<sst count="10000000" uniqueCount="10000000"><si><t>王芳</t></si></sst>',
      },
    ),
    await cells(`<row r="1"><c r="${'Z'.repeat(30)}1"><v>1</v></c></row>`),
    await cells(`<row r="99999999999"><c r="A1" t="s"><v>-1</v></c><c t="s"><v>1e9</v></c></row>`),
    await cells(`<row>${'<c><v>1</v></c>'.repeat(20_000)}</row>`),
    await cells(`<row><c t="inlineStr"><is><t>${'长'.repeat(200_000)}</t></is></c></row>`),
    await cells('<row><c>'.repeat(5000)),
    await workbook(folder, `${laughs}<sheetData><row><c><v>&c;</v></c></row></sheetData>`),
    await workbook(
      folder,
      '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><a>&#0;&#x110000;</a>',
    ),
  ];
}

async function workbook(folder: string, xml: string, parts: Record<string, string> = {}) {
  const path = join(folder, 'book');
  await writeWorkbook(path, xml, parts);
  return readFile(path);
}

async function bombs(folder: string): Promise<Buffer[]> {
  const zip = async (
    parts: { name: string; content: string | Buffer; announcedBytes?: number }[],
  ) => {
    const path = join(folder, 'zip');
    await writeZip(path, parts);
    return readFile(path);
  };
  const types = { name: '[Content_Types].xml', content: '<Types/>' };
  const inner = await zip([{ name: 'a', content: Buffer.alloc(1_000_000) }]);
  return [
    await zip([
      types,
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(60_000_000, ' ') },
    ]),
    await zip([
      types,
      { name: 'xl/workbook.xml', content: Buffer.alloc(5_000_000), announcedBytes: 10 },
    ]),
    await zip(Array.from({ length: 3000 }, (_, at) => ({ name: `xl/a${at}.xml`, content: '' }))),
    await zip([
      types,
      { name: '../../../../tmp/x', content: 'x' },
      { name: '/etc/passwd', content: 'x' },
    ]),
    await zip([types, { name: `xl/${'a/'.repeat(20_000)}`, content: 'x' }]),
    await zip([types, { name: 'xl/workbook.xml', content: inner }]),
  ];
}

function tables(): Buffer[] {
  const gb18030 = Buffer.from(
    'd0d5c3fb2cb5e7bbb02cb3b5c5c60acdf5b7bc2c31333830303133383030302cd4c1423132333435',
    'hex',
  );
  return [
    gb18030,
    Buffer.from('姓名,电话,车牌\n王芳,13800138000,粤B12345\n'),
    Buffer.from('\ufeff姓名;电话\r\n"王,""芳""";"1\r\n2"\r\n'),
    Buffer.from('姓名\t电话\r李强\t139'),
    Buffer.from(`"${'a'.repeat(300_000)}`),
    Buffer.from(`${','.repeat(50_000)}\n`.repeat(3)),
    Buffer.from('a\n'.repeat(120_000)),
    Buffer.from('\ufffe姓名', 'utf16le'),
    Buffer.from('=cmd|x,@sum\n+1,-1\n'),
  ];
}

function others(): Buffer[] {
  const mp4 = Buffer.from('0000001866747970697361360000020069736f6d69736f32', 'hex');
  const pdf = Buffer.from(
    '%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF',
  );
  const heic = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex');
  const asf = Buffer.from(
    '3026b2758e66cf11a6d900aa0062ce6c00000000000000000000000000000000',
    'hex',
  );
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const html = Buffer.from('<html><script>alert(1)</script>');
  return [
    mp4,
    pdf,
    heic,
    asf,
    ole,
    html,
    Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), html]),
    Buffer.concat([Buffer.from('GIF89a/*'), html]),
    Buffer.concat([pdf, Buffer.from('PK\x03\x04'), Buffer.alloc(200)]),
    Buffer.from('%!PS-Adobe-3.0\n{} loop'),
    Buffer.alloc(0),
    Buffer.alloc(70_000),
  ];
}
