import type { DeliveryPack, PackItem, Precaution } from '../contract.ts';
import type { DeliveryWord } from './words.ts';

export type Say = (key: DeliveryWord, facts?: Record<string, string | number>) => string;

const kilometres = (km: number) => km.toLocaleString('en-US');

/** How an item, a limit and a date are said, on the screen as on paper. */
export function sayersOf(say: Say) {
  const nameOf = ({ kind, name }: PackItem): string => say(`kind_${kind}`, { name });
  const notedOf = ({ kind, noted, codes }: PackItem): string => {
    if (kind === 'outside') return say('noted_outside');
    if (kind === 'lamps' && codes.length === 0) return say('noLamps');
    const said = codes.map((code) => say(code as DeliveryWord)).join(kind === 'lamps' ? '、' : ' ');
    return [said, noted].filter(Boolean).join(' ');
  };
  const withinOf = ({ days, km }: Pick<Precaution, 'days' | 'km'>): string =>
    [
      ...(days === null ? [] : [say('byDays', { days })]),
      ...(km === null ? [] : [say('byKm', { km: kilometres(km) })]),
    ].join(say('orKm'));
  const nextOf = ({ on, km }: DeliveryPack['nextService']): string => {
    if (on !== null && km !== null) return say('nextOn', { date: on, km: kilometres(km) });
    if (on !== null) return say('nextOnDate', { date: on });
    return km === null ? say('nextUnknown') : say('nextOnKm', { km: kilometres(km) });
  };
  return { nameOf, notedOf, withinOf, nextOf };
}
