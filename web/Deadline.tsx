import { useRef, useState } from 'react';
import { now as present, useNow } from './clock.ts';
import './deadline.css';
import { Floating } from './Floating.tsx';
import { Icon } from './Icon.tsx';
import { fullTime, spanOfTime, spokenMinutes } from './times.ts';
import { useLanguage, useWords } from './useWords.ts';
import { type ShellWord, shellWords } from './words.ts';

/** One span of the sum behind a deadline, as the server tells it (`sumSpan` of shared/fields.ts). */
interface Span {
  from: string;
  to: string;
  minutes: number;
  note: string;
}

export interface DeadlineProps {
  /** An instant. */
  dueAt: string;
  /** When it was done; absent while it runs. */
  doneAt?: string | null;
  /** From here on it is drawn as a warning; absent: the last two hours. */
  warnAt?: string | null;
  /** How it came about; handed in as far as it is known, or fetched when asked for. */
  spans?: readonly Span[];
  onAsk?: () => void;
}

const usualWarningMinutes = 120;

const minutesBetween = (from: Date, to: Date) =>
  Math.floor((to.getTime() - from.getTime()) / 60_000);

function leftWords(minutes: number): { word: ShellWord; facts: Record<string, number> } {
  const isOver = minutes < 0;
  const amount = Math.abs(minutes);
  const [days, hours] = [Math.floor(amount / 1440), Math.floor(amount / 60)];
  if (days >= 1) {
    return { word: isOver ? 'overDays' : 'leftDays', facts: { days, hours: hours % 24 } };
  }
  if (hours >= 1) {
    return { word: isOver ? 'overHours' : 'leftHours', facts: { hours, minutes: amount % 60 } };
  }
  return { word: isOver ? 'overMinutes' : 'leftMinutes', facts: { minutes: amount } };
}

type Tone = 'good' | 'calm' | 'warn' | 'late';

function toneOf({ dueAt, doneAt, warnAt }: DeadlineProps, now: Date): Tone {
  const due = new Date(dueAt);
  if (doneAt) return new Date(doneAt) <= due ? 'good' : 'late';
  if (now > due) return 'late';
  const warns = warnAt ? new Date(warnAt) <= now : minutesBetween(now, due) < usualWarningMinutes;
  return warns ? 'warn' : 'calm';
}

const signs = { good: 'check', calm: 'clock', warn: 'clock', late: 'alert' } as const;

/** Time left or overdue, in colour and in words; pressed, it shows the sum: "why this time?". */
export function Deadline(props: DeadlineProps) {
  const say = useWords(shellWords);
  const now = useNow();
  const button = useRef<HTMLButtonElement>(null);
  const [isAsked, setIsAsked] = useState(false);
  const tone = toneOf(props, now);
  const due = new Date(props.dueAt);
  const end = props.doneAt ? new Date(props.doneAt) : now;
  const { word, facts } = leftWords(minutesBetween(end, due));
  const left = say(word, facts);
  const done = tone === 'good' ? say('kept') : say('keptLate', { late: left });
  const ask = () => {
    setIsAsked(!isAsked);
    if (!isAsked) props.onAsk?.();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`deadline deadline-${tone}`}
        aria-expanded={isAsked}
        title={`${say('dueAt')} ${fullTime(props.dueAt)} · ${say('whyThisTime')}`}
        onClick={(event) => {
          event.stopPropagation();
          ask();
        }}
      >
        <Icon name={signs[tone]} size={15} />
        {props.doneAt ? done : left}
      </button>
      {isAsked && (
        <Floating anchor={button} label={say('whyThisTime')} onClose={() => setIsAsked(false)}>
          <DeadlineSum dueAt={props.dueAt} spans={props.spans} />
        </Floating>
      )}
    </>
  );
}

/** The spans that were counted, their sum, and the time they lead to. */
export function DeadlineSum({ dueAt, spans }: Pick<DeadlineProps, 'dueAt' | 'spans'>) {
  const say = useWords(shellWords);
  const language = useLanguage();
  const sum = (spans ?? []).reduce((total, span) => total + span.minutes, 0);
  return (
    <div className="deadline-sum">
      <h3>{say('whyThisTime')}</h3>
      {!spans && <p className="soft">{say('loading')}</p>}
      {spans?.length === 0 && <p className="soft">{say('noSpans')}</p>}
      {spans && spans.length > 0 && (
        <table>
          <tbody>
            {spans.map((span) => (
              <tr key={`${span.from}${span.to}${span.note}`}>
                <td className="figures">{spanOfTime(span.from, span.to, present(), language)}</td>
                <td className="soft">{span.note}</td>
                <td className="figures">{spokenMinutes(span.minutes, language)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{say('spanSum')}</td>
              <td className="figures">{spokenMinutes(sum, language)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p>
        {say('dueAt')} <strong className="figures">{fullTime(dueAt)}</strong>
      </p>
    </div>
  );
}
