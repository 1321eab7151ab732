import { writeFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip made for a test; the directory may lie about its size. */
interface Part {
  name: string;
  content: string | Buffer;
  announcedBytes?: number;
}

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Writes the smallest workbook: one sheet with this XML inside `<worksheet>`, other parts as given. */
export async function writeWorkbook(
  path: string,
  sheetXml: string,
  { workbookPr = '', ...parts }: Record<string, string> = {},
): Promise<void> {
  const main = {
    '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${officeRelation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${officeRelation}">${workbookPr}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${officeRelation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${officeRelation}/styles" Target="/xl/styles.xml"/><Relationship Id="r3" Type="${officeRelation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${sheetXml}</worksheet>`,
    ...parts,
  };
  await writeZip(
    path,
    Object.entries(main).map(([name, content]) => ({ name, content })),
  );
}

/** Writes a zip part by part, for files that no program would write. */
export async function writeZip(path: string, parts: readonly Part[]): Promise<void> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, announcedBytes } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(announcedBytes ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]),
    );
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(18);
  const directoryBytes = Buffer.concat(directory);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directoryBytes.length, 8);
  end.writeUInt32LE(offset, 12);
  await writeFile(path, Buffer.concat([...files, directoryBytes, Buffer.from('PK\x05\x06'), end]));
}

/** The XML of one row of text cells. */
export function textRow(texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row>${cells.join('')}</row>`;
}
