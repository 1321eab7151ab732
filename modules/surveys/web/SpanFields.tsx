import { DayField } from '#web/DayField.tsx';
import { useWords } from '#web/useWords.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';
import { useSpan } from './spans.ts';

/** From which day to which. */
export function SpanFields() {
  const say = useWords(surveyFigureWords);
  const { from, to, setAddress } = useSpan();
  const change = (name: 'from' | 'to') => (event: { target: { value: string } }) =>
    setAddress({ [name]: event.target.value || undefined });
  return (
    <>
      <DayField aria-label={say('from')} value={from} max={to} onChange={change('from')} />
      <DayField aria-label={say('to')} value={to} min={from} onChange={change('to')} />
    </>
  );
}
