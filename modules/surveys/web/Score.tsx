import { useNow } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Invitation } from '../contract.ts';
import { surveyWords } from '../locales/words.ts';

type Scored = Pick<Invitation, 'overall' | 'overallOf' | 'recommend' | 'isLow' | 'sealedUntil'>;

/** What was answered overall; or until when it is sealed. */
export function Score({ of }: { of: Scored }) {
  const say = useWords(surveyWords);
  const language = useLanguage();
  const now = useNow();
  if (of.sealedUntil) {
    const at = shortTime(of.sealedUntil, now, language);
    return <span className="soft">{say('sealedUntil', { at })}</span>;
  }
  if (of.overall === null) return <span className="soft">—</span>;
  return (
    <span className={of.isLow ? 'survey-low' : undefined}>
      {of.overall}/{of.overallOf}
      {of.recommend !== null && ` · NPS ${of.recommend}`}
      {of.isLow && ` · ${say('low')}`}
    </span>
  );
}
