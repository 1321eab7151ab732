import type { Cell } from '#shared/cells.ts';
import { plainText } from '#shared/hint.ts';
import { formatFen, readFen } from '#shared/money.ts';
import type { Notes } from './readers.ts';

/** What the desk takes at once, too; more is a slip of the pen. */
const highestFen = 1_000_000_00;
const highestPoints = 100_000_000;
const highestUses = 1000;

/** 1,234.50, ￥1234.5 and １２３４ are read as they were meant; what is no amount is told. */
export function readAmount({ text, number }: Cell, notes: Notes): number | null {
  const reading = readFen(number ?? text);
  if (reading.kind === 'faulty') {
    notes.fault('amount_text', { hint: reading.hint });
    return null;
  }
  if (reading.fen < 0) notes.fault('amount_negative');
  else if (reading.fen > highestFen) notes.fault('amount_too_large');
  else {
    const isPlain = number !== undefined || /^\d+(\.\d{1,2})?$/.test(text.trim());
    if (!isPlain && text.trim() !== formatFen(reading.fen)) notes.tidied('amount_tidied');
    return reading.fen;
  }
  return null;
}

const readCountUpTo =
  (highest: number, unit: RegExp) =>
  ({ text, number }: Cell, notes: Notes): number | null => {
    const bare = plainText(text).replace(/\s/g, '').replace(unit, '');
    const isNumber = /^-?(\d{1,3}(,\d{3})+|\d+)(\.0+)?$/.test(bare);
    const count = number ?? (isNumber ? Number(bare.replaceAll(',', '')) : undefined);
    if (count === undefined || !Number.isInteger(count)) notes.fault('count_text');
    else if (count < 0) notes.fault('count_negative');
    else if (count > highest) notes.fault('count_too_large');
    else return count;
    return null;
  };

export const readPoints = readCountUpTo(highestPoints, /(积分|分)$/);
export const readUses = readCountUpTo(highestUses, /次$/);
