import { draw, faultOf } from '#modules/links/web/holder/index.ts';
import { dateIn, timeIn, weekdayOf } from '#shared/dates.ts';
import type { OpenTimes } from '../../contract.ts';
import type { HolderWord } from '../../locales/holder.ts';

const zone = 'Asia/Shanghai';
export type Say = (word: HolderWord, facts?: Readonly<Record<string, string | number>>) => string;

/** `11-24 周二 08:30` as the shop's clock shows it. */
export function spokenTime(instant: string, say: Say): string {
  const at = new Date(instant);
  return `${spokenDay(dateIn(zone, at), say)} ${timeIn(zone, at).slice(0, 5)}`;
}
const spokenDay = (on: string, say: Say) =>
  `${on.slice(5)} ${say(`weekday${weekdayOf(on)}` as HolderWord)}`;

/** What a screen reader says of itself. */
export function withRole<Drawn extends HTMLElement>(role: 'alert' | 'status', drawn: Drawn): Drawn {
  drawn.setAttribute('role', role);
  return drawn;
}

export interface TimePicker {
  element: HTMLElement;
  /** Asks again, from the day that is set. */
  load(): Promise<void>;
  picked(): string | undefined;
}

/** Free times by day, each a radio button: one hand, keyboard and screen reader alike. */
export function timePicker(
  say: Say,
  ask: (from: string | undefined) => Promise<OpenTimes>,
): TimePicker {
  const places = draw('div', { className: 'shop-page-times' });
  const today = dateIn(zone, new Date());
  const day = draw('input', { id: 'from-day', type: 'date', className: 'link-field', min: today });
  const load = async () => {
    try {
      const { items } = await ask(day.value || undefined);
      places.replaceChildren(...daysOf(items, say));
    } catch (error) {
      places.replaceChildren(
        withRole('alert', draw('p', { className: 'link-fault' }, faultOf(error, say('away')))),
      );
    }
  };
  day.addEventListener('change', () => void load());
  const element = draw(
    'fieldset',
    { className: 'shop-page-when' },
    draw('legend', {}, say('when')),
    draw('label', { htmlFor: 'from-day', className: 'link-soft' }, say('fromDay')),
    day,
    places,
  );
  return {
    element,
    load,
    picked: () => places.querySelector<HTMLInputElement>('input:checked')?.value,
  };
}

function daysOf(items: OpenTimes['items'], say: Say): HTMLElement[] {
  if (items.length === 0) return [withRole('status', draw('p', {}, say('noTimes')))];
  const days = new Map<string, OpenTimes['items'][number][]>();
  for (const time of items) {
    const on = dateIn(zone, new Date(time.startsAt));
    days.set(on, [...(days.get(on) ?? []), time]);
  }
  return [...days].map(([on, times]) =>
    draw(
      'div',
      {},
      draw('p', { className: 'link-soft' }, spokenDay(on, say)),
      draw(
        'div',
        { className: 'shop-page-slots' },
        ...times.map(({ startsAt }) => {
          const radio = draw('input', { type: 'radio', name: 'startsAt', value: startsAt });
          const time = timeIn(zone, new Date(startsAt)).slice(0, 5);
          return draw('label', { className: 'shop-page-slot' }, radio, draw('span', {}, time));
        }),
      ),
    ),
  );
}
