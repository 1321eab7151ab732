import { now } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { factsInWords } from '../locales/labels.ts';
import { type ComplaintWord, complaintWords } from '../locales/words.ts';

type Entry = Complaint['entries'][number];

/** Who did, said and found what, when: the latest first; nothing here is ever changed (CMP-12). */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const say = useWords(complaintWords);
  const language = useLanguage();
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
          {factsInWords(entry.facts, say).map((fact) => (
            <p key={fact} className="complaint-timeline-fact">
              {fact}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
