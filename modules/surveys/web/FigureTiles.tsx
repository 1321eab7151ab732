import { useWords } from '#web/useWords.ts';
import type { SurveyFigures } from '../contract.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';

export const percent = (value: number | null) => (value === null ? null : `${value}%`);

/** The whole span: each rate with its formula and the counts in it. */
export function FigureTiles({
  figures: { total, leastForRate: least },
}: {
  figures: SurveyFigures;
}) {
  const say = useWords(surveyFigureWords);
  const { asked, answered, satisfied, rated, promoters, passives, detractors, sealed } = total;
  const recommending = promoters + passives + detractors;
  const tiles = [
    {
      name: say('response'),
      value: percent(total.responsePercent),
      formula: say('responseOf', { part: answered, of: asked }),
    },
    {
      name: say('csat'),
      value: percent(total.satisfiedPercent),
      formula: say('csatOf', { part: satisfied, of: rated }),
    },
    {
      name: say('nps'),
      value: total.netPromoter === null ? null : String(total.netPromoter),
      formula: say('npsOf', { promoters, detractors, of: recommending }),
    },
  ];
  return (
    <section className="survey-tiles" aria-label={say('title')}>
      {tiles.map(({ name, value, formula }) => (
        <div key={name} className="survey-tile">
          <span className="soft">{name}</span>
          <strong>{value ?? '—'}</strong>
          <span className="soft">{formula}</span>
          {value === null && <span className="soft">{say('tooFewWhy', { least })}</span>}
        </div>
      ))}
      {sealed > 0 && (
        <p className="soft survey-tiles-note">{say('sealedNote', { count: sealed })}</p>
      )}
    </section>
  );
}
