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
  const plain = (value: string) => say(value as ComplaintWord);
  const worded: readonly [key: string, name: ComplaintWord, show: (value: string) => string][] = [
    ['channel', 'channelLabel', (value) => say(channelWords[value as 'phone'])],
    ['severity', 'severity', plain],
    ['urgency', 'urgency', plain],
    ['causeKind', 'causeKindLabel', (value) => say(causeWords[value as 'repair'])],
    ['cause', 'cause', String],
    ['responsibility', 'responsibility', String],
    ['solution', 'solution', String],
    ['measure', 'measure', String],
    ['customerAnswer', 'customerAnswerLabel', plain],
    ['how', 'how', (value) => say(wayWords[value as 'phone'])],
    ['satisfaction', 'satisfactionLabel', plain],
    ['until', 'watchUntilLabel', String],
  ];
  return ({ facts }: Entry): string[] =>
    worded.flatMap(([key, name, show]) => {
      const value = facts[key];
      return typeof value === 'string' && value !== '' ? [`${say(name)}：${show(value)}`] : [];
    });
}

/** Who did, said and found what, when: the latest first; nothing here is ever changed (CMP-12). */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const factsOf = useFacts();
  return (
    <ol className="complaint-timeline">
      {[...entries].reverse().map((entry) => (
        <li key={entry.id}>
          <p className="complaint-timeline-head">
            <strong>{say(entry.step as ComplaintWord)}</strong>
            <span className="soft">
              {[entry.byName, shortTime(entry.at, now(), language)].filter(Boolean).join(' · ')}
            </span>
          </p>
          {entry.words !== '' && <p className="complaint-timeline-words">{entry.words}</p>}
          {factsOf(entry).map((fact) => (
            <p key={fact} className="complaint-timeline-fact">
              {fact}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
