import { now } from '#web/clock.ts';
import { fullTime, shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { ComplaintLevel, LevelEntry } from '../contract.ts';
import { useSay } from './said.ts';

function Entry({ entry }: { entry: LevelEntry }) {
  const say = useSay();
  const language = useLanguage();
  const parts = entry.passed
    .map((part) => say(`part_${part}`))
    .join(language === 'en' ? ', ' : '、');
  const ways =
    entry.from.id === entry.to.id ? entry.to.name : `${entry.from.name} → ${entry.to.name}`;
  const facts = [
    parts && say('passedWith', { parts }),
    entry.sharing && say(`sharing_${entry.sharing}`),
    entry.dueAt && say('newTerm', { at: fullTime(entry.dueAt) }),
  ].filter(Boolean);
  return (
    <li>
      <p className="level-entry-head">
        <strong>{say(entry.step as 'passUp')}</strong>
        <span>{ways}</span>
        <span className="soft">
          {entry.byName ?? say('bySystem')} · {shortTime(entry.at, now(), language)}
        </span>
      </p>
      {entry.isAutomatic && <p className="level-late">{say('byItself')}</p>}
      {entry.words !== '' && <p className="level-words">{entry.words}</p>}
      {facts.length > 0 && <p className="soft">{facts.join(language === 'en' ? '; ' : '；')}</p>}
    </li>
  );
}

/** Who passed it where, when, why and with what: the latest first; nothing of it is ever changed. */
export function LevelHistory({ level }: { level: ComplaintLevel }) {
  const say = useSay();
  if (level.entries.length === 0) return <p className="soft">{say('historyNone')}</p>;
  return (
    <ol className="level-history">
      {level.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}
