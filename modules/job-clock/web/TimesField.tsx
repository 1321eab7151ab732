import { Input } from 'antd';
import { instantAt } from '#shared/dates.ts';
import { fullTime } from '#web/times.ts';
import { useClockWords } from './useClockWords.ts';

const zone = 'Asia/Shanghai';

/** An instant as the browser's own field has it: `2026-11-21T14:30`, by the shop's clock. */
export const fieldTime = (instant: string): string => fullTime(instant).replace(' ', 'T');
export const instantOf = (field: string): string => {
  const [date = '', time = ''] = field.split('T');
  return instantAt(zone, date, time.slice(0, 5)).toISOString();
};

/** From when until when. */
export function TimesField(props: {
  times: { from: string; until: string };
  onChange: (times: { from: string; until: string }) => void;
}) {
  const { times, onChange } = props;
  const { say } = useClockWords();
  return (
    <span className="dispatch-times">
      {(['from', 'until'] as const).map((end) => (
        <Input
          key={end}
          type="datetime-local"
          aria-label={say(end)}
          value={times[end]}
          onChange={({ target }) => target.value && onChange({ ...times, [end]: target.value })}
        />
      ))}
    </span>
  );
}
