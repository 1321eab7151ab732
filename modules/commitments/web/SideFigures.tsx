import { Card } from '#web/Page.tsx';
import { useWords } from '#web/useWords.ts';
import { commitmentWords } from '../locales/words.ts';
import type { Figures } from './Headline.tsx';
import { useRuleName } from './useRuleName.ts';

/** Who has how much still to do; the dark part is late. Pressing a person shows only theirs. */
export function LoadByPerson(props: {
  load: Figures['load'];
  onChoose: (ownerId: string) => void;
}) {
  const { load, onChoose } = props;
  const say = useWords(commitmentWords);
  const most = Math.max(1, ...load.map(({ open }) => open));
  if (load.length === 0) return null;
  return (
    <Card title={say('byPerson')}>
      <ul className="supervision-bars">
        {load.slice(0, 12).map(({ ownerId, ownerName, open, today, late }) => (
          <li key={ownerId ?? ''}>
            <button
              type="button"
              disabled={ownerId === null}
              title={say('loadOf', { open, today, late })}
              onClick={() => ownerId && onChoose(ownerId)}
            >
              <span className="supervision-bar-name">{ownerName ?? say('nobody')}</span>
              <span className="supervision-bar-value figures">
                {late > 0 && <b>{late} / </b>}
                {open}
              </span>
              <progress
                className="supervision-bar bar-load"
                max={most}
                value={open}
                aria-hidden="true"
              />
              {late > 0 && (
                <progress
                  className="supervision-bar supervision-bar-late"
                  max={most}
                  value={late}
                  aria-hidden="true"
                />
              )}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How well each kind of promise was kept in the last thirty days. */
export function KeptByRule(props: { rules: Figures['rules']; onChoose: (rule: string) => void }) {
  const { rules, onChoose } = props;
  const say = useWords(commitmentWords);
  const nameOf = useRuleName();
  if (rules.length === 0) return null;
  return (
    <Card title={say('byRule')}>
      <ul className="supervision-bars">
        {rules.map((each) => (
          <li key={each.rule}>
            <button type="button" title={each.source} onClick={() => onChoose(each.rule)}>
              <span className="supervision-bar-name">{nameOf(each)}</span>
              <span className="supervision-bar-value figures">
                {Math.floor((each.kept * 100) / each.due)}%
                <small className="soft">
                  {each.kept}/{each.due}
                </small>
              </span>
              <progress
                className="supervision-bar"
                max={each.due}
                value={each.kept}
                aria-hidden="true"
              />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
