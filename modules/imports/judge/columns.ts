import { type SheetRow, textAt } from '#shared/cells.ts';
import { readDate } from '#shared/dates.ts';
import { readPhone } from '#shared/phones.ts';
import { readPlate } from '#shared/plates.ts';
import { readVin } from '#shared/vin.ts';
import type { ImportField, Mapping } from './fields.ts';
import { fieldNamed, type Header, kindOfRow } from './header.ts';
import { type ImportKind, kinds } from './kinds.ts';

/** What was recognised about one column, for the person who checks it. */
export interface ColumnGuess {
  column: number;
  label: string;
  /** Some of its content, as it stands. */
  samples: string[];
  field: ImportField | null;
  /** 0 to 1. Below 0.6 the person should look. */
  confidence: number;
  by: 'heading' | 'content' | 'both' | 'nothing';
}

export interface Recognition {
  columns: ColumnGuess[];
  mapping: Mapping;
}

/** More rows would not make the guess surer. */
const rowsSampled = 200;

/**
 * Recognises which column holds which field, by its heading and by what stands in the first data
 * rows of the list. Pass what was read so far; titles, blanks and totals among it do not matter.
 */
export function recogniseColumns(
  header: Header | undefined,
  firstRows: readonly SheetRow[],
  kind: ImportKind = 'customers',
): Recognition {
  const sampleRows = firstRows
    .filter((row) => kindOfRow(row, header) === 'data')
    .slice(0, rowsSampled);
  const width = Math.max(
    header?.labels.length ?? 0,
    ...sampleRows.map(({ cells }) => cells.length),
  );
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    label: header?.labels[column] ?? '',
    texts: sampleRows.map((row) => textAt(row, column)).filter((text) => text !== ''),
  }));
  const taken = assign(columns.flatMap((column) => guessesFor(column, kind)));
  return {
    columns: columns.map(({ column, label, texts }) => ({
      column,
      label,
      samples: texts.slice(0, 3),
      ...(taken.get(column) ?? { field: null, confidence: 0, by: 'nothing' }),
    })),
    mapping: Object.fromEntries([...taken].map(([column, { field }]) => [field, column])),
  };
}

interface Column {
  column: number;
  label: string;
  texts: string[];
}

interface Guess {
  column: number;
  field: ImportField;
  confidence: number;
  by: 'heading' | 'content' | 'both';
}

/** Fields whose content cannot be mistaken; these are found without a heading, too. */
const contentReaders: Partial<Record<ImportField, (text: string) => boolean>> = {
  phone: (text) => readPhone(text).kind === 'phone',
  plate: (text) => readPlate(text).kind === 'plate',
  vin: (text) => readVin(text).kind !== 'faulty',
};

/** Content that speaks for or against a heading, yet is too common to stand alone. */
const contentChecks: Partial<Record<ImportField, (text: string) => boolean>> = {
  ...contentReaders,
  lastVisitOn: (text) => readDate(text).kind === 'date',
  nextMaintenanceOn: (text) => readDate(text).kind === 'date',
  mileageKm: (text) => /\d/.test(text),
  intervalMonths: (text) => /\d/.test(text),
  intervalKm: (text) => /\d/.test(text),
};

function guessesFor({ column, label, texts }: Column, kind: ImportKind): Guess[] {
  const named = fieldNamed(label, kind);
  const byContent = kinds[kind].fields.flatMap((field): Guess[] => {
    const fit = shareThat(contentReaders[field], texts);
    return named?.field === field || fit === undefined || fit < 0.8
      ? []
      : [{ column, field, confidence: fit * 0.7, by: 'content' }];
  });
  if (!named) return byContent;
  const { field } = named;
  const fit = shareThat(contentChecks[field], texts);
  const heading: Guess =
    fit === undefined
      ? { column, field, confidence: named.fit * 0.9, by: 'heading' }
      : { column, field, confidence: named.fit * (0.4 + fit * 0.6), by: 'both' };
  return [heading, ...byContent];
}

/** The surest guesses first; a column holds one field and a field stands in one column. */
function assign(guesses: Guess[]): Map<number, Omit<Guess, 'column'>> {
  const taken = new Map<number, Omit<Guess, 'column'>>();
  const placed = new Set<ImportField>();
  for (const { column, ...guess } of guesses.sort((a, b) => b.confidence - a.confidence)) {
    if (taken.has(column) || placed.has(guess.field)) continue;
    placed.add(guess.field);
    taken.set(column, guess);
  }
  return new Map([...taken].sort(([a], [b]) => a - b));
}

function shareThat(
  reads: ((text: string) => boolean) | undefined,
  texts: string[],
): number | undefined {
  if (!reads || texts.length === 0) return undefined;
  return texts.filter(reads).length / texts.length;
}
