import { Button } from 'antd';
import { usePromiseTimes } from '#modules/commitments/web/index.ts';
import { dateIn, instantAt, timeIn } from '#shared/dates.ts';
import { useNow } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { useOrderWords } from './useOrderWords.ts';

const zone = 'Asia/Shanghai';
/** In one, two or four hours of work. */
const usualHours = [1, 2, 4] as const;

/** When the vehicle is promised, as an instant: one press for the usual, or the shop's clock by hand. */
export function PromiseField(props: { value?: string; onChange?: (instant?: string) => void }) {
  const { value, onChange } = props;
  const { say } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  const times = usePromiseTimes(usualHours);
  const at = value ? new Date(value) : undefined;
  const typed = (text: string) => {
    const [date = '', time = ''] = text.split('T');
    onChange?.(date && time ? instantAt(zone, date, time.slice(0, 5)).toISOString() : undefined);
  };
  return (
    <div className="order-promise-row">
      {times.map((instant) => (
        <Button
          key={instant}
          type={value === instant ? 'primary' : 'default'}
          onClick={() => onChange?.(value === instant ? undefined : instant)}
        >
          {shortTime(instant, now, language)}
        </Button>
      ))}
      <input
        type="datetime-local"
        className="plain-field"
        aria-label={say('promisedAt')}
        step={600}
        value={at ? `${dateIn(zone, at)}T${timeIn(zone, at).slice(0, 5)}` : ''}
        onChange={(event) => typed(event.target.value)}
      />
    </div>
  );
}
