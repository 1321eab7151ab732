import type { Answer, Missing, SheetItem } from './contract-sheet.ts';
import { unanswered } from './contract-sheet.ts';

type Asked = Pick<SheetItem, 'key' | 'unit' | 'low' | 'high'>;

/** Whether a reading lies outside of the item's limits. */
export const isOff = ({ low, high }: Pick<Asked, 'low' | 'high'>, reading: number | null) =>
  reading !== null && ((low !== null && reading < low) || (high !== null && reading > high));

/** What is off its limits is not green, whoever says so. */
export const judged = (item: Asked, answer: Answer): Answer =>
  isOff(item, answer.reading) && (answer.light === 'green' || answer.light === 'open')
    ? { ...answer, light: 'red' }
    : answer;

const lackOf = (item: Asked, { light, reading, note }: Answer): Missing['lack'] | undefined => {
  if (light === 'open') return 'light';
  if (light === 'notApplicable') return undefined;
  if (item.unit !== '' && reading === null) return 'reading';
  return light !== 'green' && note.trim() === '' && !isOff(item, reading) ? 'note' : undefined;
};

/** What still stands between a sheet and the signature, in the order of the sheet: nothing is left out (WSH-03). */
export function missingIn(
  items: readonly Asked[],
  answers: ReadonlyMap<string, Answer>,
  unclear: ReadonlySet<string>,
): Missing[] {
  return items.flatMap((item): Missing[] => {
    const lack = lackOf(item, answers.get(item.key) ?? unanswered);
    return [
      ...(lack ? [{ key: item.key, lack }] : []),
      ...(unclear.has(item.key) ? [{ key: item.key, lack: 'answer' as const }] : []),
    ];
  });
}
