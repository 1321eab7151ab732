import { Button, Input } from 'antd';
import { Icon } from '#web/Icon.tsx';
import { lights } from '../../contract.ts';
import type { OrderWord } from '../../locales/words.ts';
import { useOrderWords } from '../useOrderWords.ts';

export interface Finding {
  item: string;
  light: (typeof lights)[number];
  note: string;
}

const usual = [
  'place_body',
  'place_engine',
  'place_chassis',
  'place_brakes',
  'place_tyres',
] as const;

/** The places that are looked at on every vehicle. */
export const usualFindings = (say: (key: OrderWord) => string): Finding[] =>
  usual.map((place) => ({ item: say(place), light: 'green', note: '' }));

/** A row for each place: its light by one press, and what was found. */
export function FindingRows(props: { value?: Finding[]; onChange?: (value: Finding[]) => void }) {
  const { value = [], onChange } = props;
  const { say, sayOf } = useOrderWords();
  const set = (at: number, change: Partial<Finding>) =>
    onChange?.(value.map((row, each) => (each === at ? { ...row, ...change } : row)));
  return (
    <div className="findings">
      {value.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and stay in their order
        <div key={at} className="order-finding-row">
          <Input
            value={row.item}
            maxLength={120}
            aria-label={say('findingItem')}
            placeholder={say('findingItem')}
            onChange={(event) => set(at, { item: event.target.value })}
          />
          <fieldset className="order-lamps" aria-label={row.item}>
            {lights.map((light) => (
              <button
                key={light}
                type="button"
                className={`order-lamp-button order-lamp-${light}`}
                aria-pressed={row.light === light}
                onClick={() => set(at, { light })}
              >
                {sayOf('light', light)}
              </button>
            ))}
          </fieldset>
          <Input
            value={row.note}
            maxLength={500}
            aria-label={say('findingNote')}
            placeholder={say('findingNote')}
            onChange={(event) => set(at, { note: event.target.value })}
          />
        </div>
      ))}
      <Button
        size="small"
        type="text"
        icon={<Icon name="plus" size={16} />}
        onClick={() => onChange?.([...value, { item: '', light: 'yellow', note: '' }])}
      >
        {say('addFinding')}
      </Button>
    </div>
  );
}
