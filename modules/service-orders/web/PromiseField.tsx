import { Button } from 'antd';
import { dateIn, instantAt, timeIn } from '#shared/dates.ts';
import { useNow } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { useOrderWords } from './useOrderWords.ts';

const zone = 'Asia/Shanghai';
const halfHour = 30 * 60_000;
/** What is promised a hundred times a day: in one, two or four hours, on the half hour. */
const usualHours = [1, 2, 4] as const;

const usualTimes = (now: Date) =>
  usualHours.map((hours) => {
    const exact = now.getTime() + hours * 3_600_000;
    return new Date(Math.ceil(exact / halfHour) * halfHour).toISOString();
  });

/** When the vehicle is promised, as an instant: one press for the usual, or the shop's clock by hand. */
export function PromiseField(props: { value?: string; onChange?: (instant?: string) => void }) {
  const { value, onChange } = props;
  const { say } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  const at = value ? new Date(value) : undefined;
  const typed = (text: string) => {
    const [date = '', time = ''] = text.split('T');
    onChange?.(date && time ? instantAt(zone, date, time.slice(0, 5)).toISOString() : undefined);
  };
  return (
    <div className="order-promise-row">
      {usualTimes(now).map((instant) => (
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
