import { Button } from 'antd';
import { useNow } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import type { MyClock, Press } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';
import type { useStamps } from './useStamps.ts';

/** The shift clock: to come, a break, to go (WSH-11). */
export function ShiftBar(props: { clock: MyClock; press: ReturnType<typeof useStamps>['press'] }) {
  const { clock, press } = props;
  const { say, sayOf, spoken, language } = useClockWords();
  const now = useNow();
  const { shiftSince, breakSince, attendedMinutes, workedMinutes } = clock;
  const state =
    breakSince !== null
      ? say('onBreakSince', { time: shortTime(breakSince, now, language) })
      : shiftSince === null
        ? say('notOnShift')
        : say('onShiftSince', { time: shortTime(shiftSince, now, language) });
  const next: readonly Press[] =
    shiftSince === null ? ['in'] : breakSince === null ? ['break', 'out'] : ['back', 'out'];
  return (
    <section className="clock-shift" aria-label={say('clock_shift')}>
      <p>
        <strong>{state}</strong>
        <span className="soft">
          {say('attendedToday', { time: spoken(attendedMinutes) })} ·{' '}
          {say('workedToday', { time: spoken(workedMinutes) })}
        </span>
      </p>
      <div className="clock-buttons">
        {next.map((each, at) => (
          <Button
            key={each}
            size="large"
            type={at === 0 && each !== 'break' ? 'primary' : 'default'}
            onClick={() => press({ press: each })}
          >
            {sayOf('press', each)}
          </Button>
        ))}
      </div>
    </section>
  );
}
