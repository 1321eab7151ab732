import type { Answer, SheetItem } from '../contract.ts';

type Named = Pick<SheetItem, 'name' | 'unit' | 'low' | 'high'>;

/** `3.5 mm（≥ 4）`: a reading with its limits. */
export function readingOf(
  { unit, low, high }: Omit<Named, 'name'>,
  reading: number | null,
): string {
  if (reading === null) return '';
  const limits = limitsOf({ low, high });
  return `${reading} ${unit}${limits && `（${limits}）`}`.trim();
}

export function limitsOf({ low, high }: Pick<Named, 'low' | 'high'>): string {
  if (low !== null && high !== null) return `${low}～${high}`;
  if (low !== null) return `≥ ${low}`;
  return high === null ? '' : `≤ ${high}`;
}

/** What is said of an item in one line: the reading, then the words. */
export const saidOf = (item: Named, { reading, note }: Answer): string =>
  [readingOf(item, reading), note.trim()].filter(Boolean).join('，') || item.name;
