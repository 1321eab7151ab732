import type { Cell, SheetRow } from '#shared/cells.ts';
import { isDate } from '#shared/dates.ts';
import { SheetFault } from '../fault.ts';
import type { SheetLimits } from '../limits.ts';
import { readSerial } from './serial.ts';
import { type Attributes, unescapeText, xmlPieces } from './xml.ts';

/** What cells refer to outside their own sheet. */
export interface CellContext {
  sharedStrings: readonly string[];
  dateStyles: readonly boolean[];
  countsFrom1904: boolean;
}

/** Yields the rows that hold something, as they come out of the zip; never the whole sheet. */
export async function* readWorksheet(
  bytes: AsyncIterable<Buffer>,
  context: CellContext,
  limits: SheetLimits,
): AsyncGenerator<SheetRow[]> {
  const rows = new RowCollector(context, limits);
  for await (const _ of xmlPieces(bytes, rows)) {
    if (rows.finished.length > 0) yield rows.take();
  }
}

/** Builds cells from the parser's calls. Several producers leave out positions: then we count. */
class RowCollector {
  finished: SheetRow[] = [];
  private readonly context: CellContext;
  private readonly limits: SheetLimits;
  private row: SheetRow = { number: 0, cells: [] };
  private column = -1;
  private cell: Attributes = {};
  private value = '';
  private hasFormula = false;
  private holder: 'value' | 'phonetic' | undefined;

  constructor(context: CellContext, limits: SheetLimits) {
    this.context = context;
    this.limits = limits;
  }

  take(): SheetRow[] {
    const rows = this.finished;
    this.finished = [];
    return rows;
  }

  open = (name: string, attributes: Attributes): void => {
    if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') this.holder = 'value';
    else if (name === 't') this.holder ??= 'value';
    else if (name === 'rPh') this.holder = 'phonetic';
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'row') this.beginRow(attributes);
  };

  text = (piece: string): void => {
    if (this.holder !== 'value') return;
    this.value += piece;
    if (this.value.length > this.limits.cellCharacters) {
      throw new SheetFault('file_broken', `cell in row ${this.row.number} too long`);
    }
  };

  close = (name: string): void => {
    if (name === 'c') this.endCell();
    else if (name === 'rPh') this.holder = undefined;
    else if (name === 'v' || name === 't') {
      if (this.holder === 'value') this.holder = undefined;
    } else if (name === 'row' && this.row.cells.length > 0) this.finished.push(this.row);
  };

  private beginRow({ r }: Attributes): void {
    const number = r === undefined ? this.row.number + 1 : Number(r);
    if (!Number.isSafeInteger(number) || number <= this.row.number) {
      throw new SheetFault('file_broken', `row ${r}`);
    }
    this.row = { number, cells: [] };
    this.column = -1;
  }

  private beginCell(attributes: Attributes): void {
    this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
    if (!(this.column >= 0)) throw new SheetFault('file_broken', `cell ${attributes.r}`);
    this.cell = attributes;
    this.value = '';
    this.hasFormula = false;
    this.holder = undefined;
  }

  private endCell(): void {
    const cell = this.readCell();
    if (cell.text === '') return;
    if (this.column >= this.limits.columns) {
      throw new SheetFault('too_many_columns', `row ${this.row.number}`);
    }
    const { cells } = this.row;
    while (cells.length < this.column) cells.push(null);
    if (this.hasFormula) cell.formula = true;
    cells[this.column] = cell;
  }

  private readCell(): Cell {
    const { value } = this;
    if (value === '') return { text: '' };
    switch (this.cell.t) {
      case 's':
        return { text: this.context.sharedStrings[Number(value)] ?? '' };
      case 'inlineStr':
      case 'str':
        return { text: unescapeText(value) };
      case 'e':
        return { text: value };
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE' };
      case 'd':
        return isDate(value.slice(0, 10))
          ? { text: value, date: value.slice(0, 10) }
          : { text: value };
      default:
        return this.readNumber(Number(value));
    }
  }

  private readNumber(stored: number): Cell {
    if (!Number.isFinite(stored)) return { text: this.value };
    // Excel shows and compares fifteen digits; the stored double may end in 0.30000000000000004.
    const number = Number(stored.toPrecision(15));
    const isDate = this.context.dateStyles[Number(this.cell.s ?? 0)] === true;
    const day = isDate ? readSerial(number, this.context.countsFrom1904) : undefined;
    return day ? { ...day, number } : { text: String(number), number };
  }
}

/** 'AB12' is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
