import { now } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { type ComplaintWord, complaintWords } from '../locales/words.ts';
import { causeWords, channelWords, wayWords } from './labels.ts';

type Entry = Complaint['entries'][number];

/** The few facts of an entry that are worth a word beside its own words. */
function useFacts() {
  const say = useWords(complaintWords);
  const worded: Readonly<Record<string, (value: string) => string>> = {
    severity: (value) => say(value as ComplaintWord),
    urgency: (value) => say(value as ComplaintWord),
    customerAnswer: (value) => say(value as ComplaintWord),
    satisfaction: (value) => say(value as ComplaintWord),
    channel: (value) => say(channelWords[value as 'phone']),
    how: (value) => say(wayWords[value as 'phone']),
    causeKind: (value) => say(causeWords[value as 'repair']),
    cause: (value) => `${say('cause')}：${value}`,
    responsibility: (value) => `${say('responsibility')}：${value}`,
    solution: (value) => `${say('solution')}：${value}`,
    measure: (value) => `${say('measure')}：${value}`,
    until: (value) => say('watchUntil', { date: value }),
  };
  return ({ facts }: Entry): string[] =>
    Object.entries(facts).flatMap(([key, value]) =>
      worded[key] && typeof value === 'string' && value !== '' ? [worded[key](value)] : [],
    );
}

/** Who did, said and found what, when: the latest first; nothing here is ever changed (CMP-12). */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const factsOf = useFacts();
  return (
    <ol className="timeline">
      {[...entries].reverse().map((entry) => (
        <li key={entry.id}>
          <p className="timeline-head">
            <strong>{say(entry.step as ComplaintWord)}</strong>
            <span className="soft">
              {[entry.byName, shortTime(entry.at, now(), language)].filter(Boolean).join(' · ')}
            </span>
          </p>
          {entry.words !== '' && <p className="timeline-words">{entry.words}</p>}
          {factsOf(entry).map((fact) => (
            <p key={fact} className="timeline-fact">
              {fact}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
