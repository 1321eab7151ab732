import type { Span } from '#shared/business-calendar.ts';
import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import { commitmentWords } from '../locales/words.ts';
import { TimeField } from './TimeField.tsx';

const mostSpans = 6;

/** The hours of one day, several spans if there is a lunch break. The server judges whether they fit. */
export function SpansEditor(props: {
  label: string;
  spans: readonly Span[];
  onChange?: (spans: readonly Span[]) => void;
}) {
  const { label, spans, onChange } = props;
  const say = useWords(commitmentWords);
  const change = (at: number, span: Span) => onChange?.(spans.with(at, span));
  const next = { from: spans.at(-1)?.to ?? '08:30', to: '18:00' };
  return (
    <div className="calendar-spans">
      {spans.length === 0 && <span className="soft">{say('closedDay')}</span>}
      {spans.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the day; its times are being typed
        <span key={at} className="calendar-span">
          {(['from', 'to'] as const).map((end) => (
            <TimeField
              key={end}
              label={`${label} ${say(end)}`}
              time={span[end]}
              onTime={onChange && ((time) => change(at, { ...span, [end]: time }))}
            />
          ))}
          {onChange && (
            <button
              type="button"
              className="plain-button"
              aria-label={`${label} ${say('removeSpan')}`}
              onClick={() => onChange(spans.toSpliced(at, 1))}
            >
              <Icon name="close" size={14} />
            </button>
          )}
        </span>
      ))}
      {onChange && spans.length < mostSpans && (
        <button
          type="button"
          className="plain-button"
          aria-label={`${label} ${say('addSpan')}`}
          title={say('addSpan')}
          onClick={() => onChange([...spans, next])}
        >
          <Icon name="plus" size={14} />
        </button>
      )}
    </div>
  );
}
