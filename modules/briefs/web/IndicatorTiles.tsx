import { Link } from '@tanstack/react-router';
import type { Counted, Indicator } from '../contract.ts';
import { percent, type Say, searchOf, useSay } from './said.ts';

function changeOf(say: Say, now: Counted, then: Counted): { words: string; tone: string } | null {
  if (now.share === null || then.share === null) return null;
  const points = Math.round((now.share - then.share) * 1000) / 10;
  if (points === 0) return { words: say('same'), tone: 'same' };
  return points > 0
    ? { words: say('up', { points }), tone: 'up' }
    : { words: say('down', { points: -points }), tone: 'down' };
}

function Against(props: { word: 'before' | 'yearAgo'; now: Counted; then: Counted }) {
  const { word, now, then } = props;
  const say = useSay();
  const change = changeOf(say, now, then);
  return (
    <span className="soft">
      {say(word, { share: percent(then) })}
      {change && <em className={`indicator-${change.tone}`}> {change.words}</em>}
    </span>
  );
}

/** The indicators of a period against the one before and the year before; each opens its records and says how it is reckoned. */
export function IndicatorTiles({ figures }: { figures: readonly Indicator[] }) {
  const say = useSay();
  return (
    <section className="indicator-tiles" aria-label={say('figures')}>
      {figures.map(({ key, now, before, yearAgo, records }) => (
        <article key={key} className="indicator-tile">
          <Link to="/indicators/records" search={searchOf(records)}>
            <span>{say(`figure_${key}`)}</span>
            <strong>{percent(now)}</strong>
            <span className="soft figures">
              {now.of === 0 ? say('noShare') : say('ofAll', { value: now.value, of: now.of })}
            </span>
          </Link>
          <Against word="before" now={now} then={before} />
          <Against word="yearAgo" now={now} then={yearAgo} />
          <details>
            <summary className="soft">{say('formula')}</summary>
            <p className="soft">{say(`formula_${key}`)}</p>
          </details>
        </article>
      ))}
    </section>
  );
}
