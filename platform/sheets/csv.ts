import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { SheetRow } from '#shared/cells.ts';
import { SheetFault } from './fault.ts';
import type { SheetLimits } from './limits.ts';

/**
 * Yields the rows of a text table: UTF-8 with or without mark, UTF-16 as Excel's 「Unicode 文本」
 * writes it, otherwise GB18030 as Excel in China saves CSV. Commas, semicolons or tabs; quotes by
 * RFC 4180. Every cell is text: a CSV file knows no numbers.
 */
export async function* readCsv(path: string, limits: SheetLimits): AsyncGenerator<SheetRow[]> {
  const { size } = await stat(path);
  if (size > limits.bytes) throw new SheetFault('file_too_large', `${size} bytes`);
  const encoding = await encodingOf(path);
  let table: CsvParser | undefined;
  for await (const text of decoded(path, encoding)) {
    table ??= new CsvParser(delimiterOf(text), limits);
    table.write(text);
    if (table.finished.length > 0) yield table.take();
  }
  table?.end();
  if (table && table.finished.length > 0) yield table.take();
}

class CsvParser {
  finished: SheetRow[] = [];
  private readonly delimiter: string;
  private readonly limits: SheetLimits;
  private number = 1;
  private fields: string[] = [];
  private field = '';
  private state: 'plain' | 'quoted' | 'quoteInQuoted' = 'plain';
  private lastWasReturn = false;

  constructor(delimiter: string, limits: SheetLimits) {
    this.delimiter = delimiter;
    this.limits = limits;
  }

  take(): SheetRow[] {
    const rows = this.finished;
    this.finished = [];
    return rows;
  }

  write(text: string): void {
    for (const character of text) this.read(character);
    if (this.field.length > this.limits.cellCharacters) {
      throw new SheetFault('file_broken', `a cell of line ${this.number} does not end`);
    }
  }

  end(): void {
    if (this.state === 'quoted') throw new SheetFault('file_broken', 'a quote is never closed');
    if (this.field !== '' || this.fields.length > 0) this.endRow();
  }

  private read(character: string): void {
    if (this.state === 'quoted') {
      if (character === '"') this.state = 'quoteInQuoted';
      else this.field += character;
      return;
    }
    if (this.state === 'quoteInQuoted' && character === '"') {
      this.field += '"';
      this.state = 'quoted';
      return;
    }
    this.state = 'plain';
    const followsReturn = this.lastWasReturn;
    this.lastWasReturn = character === '\r';
    if (character === this.delimiter) this.endField();
    else if (character === '\r' || (character === '\n' && !followsReturn)) this.endRow();
    else if (character === '"' && this.field === '') this.state = 'quoted';
    else if (character !== '\n') this.field += character;
  }

  private endField(): void {
    this.fields.push(this.field);
    this.field = '';
    if (this.fields.length > this.limits.columns) {
      throw new SheetFault('too_many_columns', `line ${this.number}`);
    }
  }

  private endRow(): void {
    this.endField();
    const cells = this.fields.map((text) => (text === '' ? null : { text }));
    if (cells.some((cell) => cell !== null)) this.finished.push({ number: this.number, cells });
    this.fields = [];
    this.number += 1;
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Reads the file through once: only a whole file is proof of UTF-8. */
async function encodingOf(path: string): Promise<string> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  await file.close();
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  for (const encoding of ['utf-8', 'gb18030']) {
    if (await isDecodable(path, encoding)) return encoding;
  }
  throw new SheetFault('file_not_xlsx', 'text of no known encoding');
}

async function isDecodable(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The one that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: firstLine.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
