import { Link } from '@tanstack/react-router';
import { grouped } from '#web/figures.ts';
import { useWords } from '#web/useWords.ts';
import type { figuresBy, SurveyFigures } from '../contract.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';
import { percent } from './FigureTiles.tsx';

type By = (typeof figuresBy)[number];
type Line = SurveyFigures['lines'][number];

/** A line a shop, advisor, technician or month; its counts lead to the records. */
export function FigureLines(props: { figures: SurveyFigures; by: By; occasion?: string }) {
  const { figures, by, occasion } = props;
  const say = useWords(surveyFigureWords);
  const { from, to, leastForRate: least } = figures;
  const asSearch = (line: Line, more: object = {}) =>
    ({
      show: 'all',
      ...spanOf(by, line, from, to),
      ...(occasion && { occasion }),
      ...more,
    }) as never;
  const rate = (value: string | null) =>
    value ?? <span className="soft">{say('tooFew', { least })}</span>;
  return (
    <div className="survey-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('line')}</th>
            {(['asked', 'answered', 'response', 'csat', 'nps', 'low', 'sealed'] as const).map(
              (name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {figures.lines.map((line) => (
            <tr key={line.key ?? ''}>
              <th scope="row">{line.name ?? say('unknown')}</th>
              <td data-label={say('asked')}>
                <Link to="/survey-calls" search={asSearch(line)}>
                  {grouped(line.asked)}
                </Link>
              </td>
              <td data-label={say('answered')}>
                <Link to="/survey-calls" search={asSearch(line, { state: 'answered' })}>
                  {grouped(line.answered)}
                </Link>
              </td>
              <td data-label={say('response')}>{rate(percent(line.responsePercent))}</td>
              <td data-label={say('csat')} title={say('csatOf', csatOf(line))}>
                {rate(percent(line.satisfiedPercent))}{' '}
                <span className="soft">
                  {line.satisfied}/{line.rated}
                </span>
              </td>
              <td data-label={say('nps')} title={say('npsOf', npsOf(line))}>
                {rate(line.netPromoter === null ? null : String(line.netPromoter))}{' '}
                <span className="soft">
                  {line.promoters}−{line.detractors}
                </span>
              </td>
              <td data-label={say('low')}>
                <Link to="/survey-calls" search={asSearch(line, { low: '1' })}>
                  {grouped(line.low)}
                </Link>
              </td>
              <td data-label={say('sealed')}>{grouped(line.sealed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const csatOf = ({ satisfied, rated }: Line) => ({ part: satisfied, of: rated });
const npsOf = ({ promoters, passives, detractors }: Line) => ({
  promoters,
  detractors,
  of: promoters + passives + detractors,
});

/** Which invitations a line counts, as the register's address has it. */
function spanOf(by: By, { key }: Line, from: string, to: string): Record<string, string> {
  if (by === 'period' && key) {
    const last = new Date(Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5)), 0));
    const monthEnd = last.toISOString().slice(0, 10);
    const first = `${key}-01`;
    return { from: first > from ? first : from, to: monthEnd < to ? monthEnd : to };
  }
  const names = { shop: 'orgUnitId', advisor: 'advisorId', technician: 'technicianId' } as const;
  return { from, to, ...(by !== 'period' && key && { [names[by]]: key }) };
}
