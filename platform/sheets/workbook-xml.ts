import type { ColumnKind, SheetColumn } from './table.ts';

/** The parts of a workbook beside its sheets, and a cell at a time of a sheet (ECMA-376 part 1, §18). */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetKind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Positions in `cellXfs` of the styles below. */
const styleOf: Record<ColumnKind | 'header', number> = {
  text: 1,
  number: 2,
  money: 3,
  date: 4,
  header: 5,
};

const font = (bold: string) =>
  `<font>${bold}<sz val="10"/><name val="Microsoft YaHei"/><family val="2"/></font>`;
const plainFill = (kind: string) => `<fill><patternFill patternType="${kind}"/></fill>`;
/** 49 is text (a phone typed into the cell later stays text as well), 3 and 4 are whole and with two places. */
const format = (numFmtId: number, more = '') =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3">${plainFill('none')}${plainFill('gray125')}<fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F5"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(49)}${format(3)}${format(4)}${format(164)}<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What a file says of itself: who made it, when, and what it is. */
export interface WorkbookProperties {
  title: string;
  creator: string;
  description: string;
  createdAt: Date;
}

const coreParts = ({ title, creator, description, createdAt }: WorkbookProperties) =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dc:description>${escaped(description)}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.toISOString()}</dcterms:created></cp:coreProperties>`;

/** The fixed parts by their path in the archive, for sheets of these names. */
export function workbookParts(
  names: readonly string[],
  properties?: WorkbookProperties,
): Record<string, string> {
  const numbers = names.map((_, at) => at + 1);
  const override = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="${sheetKind}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${numbers.map((n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}${override('/xl/styles.xml', 'styles')}${properties ? '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' : ''}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelationships}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}${properties ? `<Relationship Id="rId2" Type="${packageRelationships}/metadata/core-properties" Target="docProps/core.xml"/>` : ''}</Relationships>`,
    ...(properties && { 'docProps/core.xml': coreParts(properties) }),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageRelationships}">${numbers.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(`rId${names.length + 1}`, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
  };
}

/** A sheet up to its first row: the heading stays in sight, columns have their widths in characters. */
export const sheetStart = (widths: readonly number[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
/** What closes a sheet; what stands below every printed page, if anything. */
export const sheetEnd = (footer?: string): string =>
  `</sheetData>${footer ? `<headerFooter><oddFooter>&amp;L${escaped(footer.replaceAll('&', '&&'))}</oddFooter></headerFooter>` : ''}</worksheet>`;

/** The heading, bold on grey. */
export const headerRow = (columns: readonly SheetColumn[]): string =>
  rowOf(1, columns.map(({ header }, at) => textCell(at, 1, styleOf.header, header)).join(''));

/** A row's cells as the sheet holds them; `null` leaves a cell out. */
export function dataRow(
  number: number,
  cells: readonly { kind: ColumnKind; value: string | number | null }[],
): string {
  const parts = cells.map(({ kind, value }, at) => {
    if (value === null) return '';
    if (typeof value === 'string') return textCell(at, number, styleOf[kind], value);
    return `<c r="${columnName(at)}${number}" s="${styleOf[kind]}"><v>${value}</v></c>`;
  });
  return rowOf(number, parts.join(''));
}

const rowOf = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
/** A typed text cell: whatever it begins with, no program runs it (D-53). */
const textCell = (at: number, row: number, style: number, text: string) =>
  `<c r="${columnName(at)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** A, B … Z, AA … */
function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
// What XML 1.0 cannot hold at all is left out; a carriage return would come back as a line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(impossible, '')
    .replace(/[&<>"]/g, (sign) => entities[sign]!)
    .replaceAll('\r', '&#13;');
}
