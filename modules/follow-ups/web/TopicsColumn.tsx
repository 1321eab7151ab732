import { useSession } from '#web/session.ts';
import { dayOf } from '#web/shopClock.ts';
import { fill, useLanguage } from '#web/useWords.ts';
import type { FollowUp } from '../contract.ts';
import { callScript } from '../locales/script.ts';
import type { TopicKey } from '../locales/vocabulary.ts';
import type { Talk } from './talk.ts';
import { useSay } from './useFollowUpWords.ts';

/** What to talk about, what was talked about before, and the sentences for it (FUP-03, FUP-10). */
export function TopicsColumn(props: {
  followUp: FollowUp;
  talk: Talk;
  onToggle: (topic: TopicKey) => void;
}) {
  const { followUp, talk, onToggle } = props;
  const say = useSay();
  const script = callScript[useLanguage()];
  const { name, orgUnitName } = useSession();
  const facts = { me: name, shop: orgUnitName, on: followUp.why.anchorOn };
  const opening = {
    first: script.opening,
    second: script.openingSecond,
    reminder: script.openingReminder,
    segment: script.openingSecond,
    refusedWork: script.openingRefused,
    missed: script.openingMissed,
    complaintClosed: script.openingComplaint,
    firstService: script.openingFirstService,
    longUnseen: script.openingUnseen,
  }[followUp.rule];
  return (
    <aside className="bench-topics card">
      <h2>
        {say('topics')} <kbd className="bench-kbd">T</kbd>
      </h2>
      <p className="bench-script-line">{fill(followUp.script || opening, facts)}</p>
      <ol className="talk-topics">
        {followUp.topics.map((topic, at) => {
          const isChosen = talk.topics.includes(topic.key);
          const names = [
            'talk-topic',
            topic.usedAt && 'talk-topic-used',
            topic.isProposed && 'talk-topic-proposed',
          ];
          return (
            <li key={topic.key} className={names.filter(Boolean).join(' ')}>
              <button type="button" aria-pressed={isChosen} onClick={() => onToggle(topic.key)}>
                <kbd className="bench-kbd">{at + 1}</kbd>
                <span>{say(topic.key)}</span>
                <span className="talk-topic-note">
                  {topic.usedAt
                    ? say('usedOn', { on: dayOf(topic.usedAt) })
                    : topic.isProposed && say('proposed')}
                </span>
              </button>
              {topic.isWithheld ? (
                <p className="soft">{say('withheld')}</p>
              ) : (
                (topic.isProposed || isChosen) && (
                  <p className="bench-script-line">{script[topic.key]}</p>
                )
              )}
            </li>
          );
        })}
      </ol>
      <p className="bench-script-line">{script.closing}</p>
    </aside>
  );
}
