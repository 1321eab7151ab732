import { daysBetween } from '#shared/dates.ts';
import type { Effect } from '../contract.ts';
import { percent, useSay } from './said.ts';

const tones: Readonly<Record<Effect['verdict'], string>> = {
  tooEarly: 'soft',
  tooFew: 'soft',
  notClear: '',
  fell: 'review-good',
  rose: 'review-trouble',
};

/** Whether that kind became rarer, in words, with what was counted and how sure one can be. */
export function EffectNote({ effect }: { effect: Effect }) {
  const say = useSay();
  const { verdict, before, after, ratio, low, high } = effect;
  const days = ({ fromOn, untilOn }: Effect['before']) =>
    Math.max(0, daysBetween(fromOn, untilOn) + 1);
  return (
    <div className="review-effect">
      <p className={tones[verdict]}>
        <strong>{say('effect')}</strong> {say(`effect_${verdict}`)}{' '}
        {verdict !== 'tooEarly' && verdict !== 'tooFew' && ratio !== null && (
          <span className="figures">
            {say('effectRatio', {
              ratio: percent(ratio),
              low: percent(low ?? 0),
              high: high === null ? say('effectNoUpper') : percent(high),
            })}
          </span>
        )}
      </p>
      {verdict !== 'tooEarly' && (
        <p className="soft">
          {say('effectCounts', {
            beforeDays: days(before),
            before: before.complaints,
            beforeVisits: before.visits,
            afterDays: days(after),
            after: after.complaints,
            afterVisits: after.visits,
          })}{' '}
          {say('effectCaution')}
        </p>
      )}
    </div>
  );
}
