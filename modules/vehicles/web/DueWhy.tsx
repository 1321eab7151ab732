import { useWords } from '#web/useWords.ts';
import type { NextDueWhy } from '../contract.ts';
import { vehiclesWords } from '../locales/words.ts';
import './vehicles.css';

/** The sum behind "next service": both ways to it, and which came first (ARC-03). */
export function DueWhy({ why, isShort }: { why: NextDueWhy | null; isShort?: boolean }) {
  const say = useWords(vehiclesWords);
  if (!why) return null;
  if (why.by === 'agreed') return <p className="vehicle-due-why">{say('whyAgreed')}</p>;
  const { fromOn, fromKm, intervalMonths, intervalKm, kmPerDay, monthsDueOn, kmDueOn } = why;
  const km = (value: number) => value.toLocaleString('en-US');
  const byMonths =
    intervalMonths !== null && say('whyMonths', { from: fromOn ?? '', months: intervalMonths });
  const sum = fromKm !== null &&
    intervalKm !== null && { km: km(fromKm), interval: km(intervalKm) };
  const byKm = sum && say(kmDueOn ? 'whyKm' : 'whyKmOnly', { ...sum, perDay: kmPerDay ?? 0 });
  return (
    <div className="vehicle-due-why">
      {byMonths && (
        <p>
          {say('byMonths', { on: monthsDueOn ?? '' })}
          {byMonths}
        </p>
      )}
      {byKm && (
        <p>
          {kmDueOn ? say('byKm', { on: kmDueOn }) : say('byKmOpen')}
          {byKm}
        </p>
      )}
      {monthsDueOn && kmDueOn && <p>{say('whyFirst')}</p>}
      {!isShort && <p className="soft">{say('howReckoned')}</p>}
    </div>
  );
}
