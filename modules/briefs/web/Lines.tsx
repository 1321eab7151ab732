import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlaceLine, RuleLine } from '../contract.ts';
import { indicatorKeys } from '../lifecycle.ts';
import { percent, ruleName, searchOf, useSay } from './said.ts';

/** Promises kept, by rule; each line opens its records. */
export function RuleLines({ rules }: { rules: readonly RuleLine[] }) {
  const say = useSay();
  if (rules.length === 0) return <p className="soft">{say('noRules')}</p>;
  return (
    <ul className="indicator-rules">
      {rules.map(({ rule, source, now, records }) => (
        <li key={rule}>
          <Link to="/indicators/records" search={searchOf(records)}>
            <span>{ruleName(say, rule)}</span>
            <span className="indicator-bar" aria-hidden="true">
              <i style={{ width: `${(now.share ?? 0) * 100}%` }} />
            </span>
            <strong className="figures">{percent(now)}</strong>
            <span className="soft figures">{say('ofAll', { value: now.value, of: now.of })}</span>
          </Link>
          <p className="soft">{source}</p>
        </li>
      ))}
    </ul>
  );
}

/** The indicators of each shop or person, a line each; a number opens its records. */
export function PlaceLines(props: {
  lines: readonly PlaceLine[];
  title: string;
  after?: (line: PlaceLine) => ReactNode;
}) {
  const { lines, title, after } = props;
  const say = useSay();
  if (lines.length === 0) return <p className="soft">{say('noLines')}</p>;
  const keys = indicatorKeys.filter((key) =>
    lines.some(({ cells }) => cells.some((cell) => cell.key === key)),
  );
  return (
    <section className="indicator-lines" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {keys.map((key) => (
              <th key={key} scope="col" title={say(`formula_${key}`)}>
                {say(`figure_${key}`)}
              </th>
            ))}
            {after && <th />}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.name || say('formerColleague')}</th>
              {keys.map((key) => {
                const cell = line.cells.find((each) => each.key === key);
                return (
                  <td key={key} className="figures">
                    {cell ? (
                      <Link to="/indicators/records" search={searchOf(cell.records)}>
                        {percent(cell.now)}{' '}
                        <span className="soft">
                          {cell.now.value}/{cell.now.of}
                        </span>
                      </Link>
                    ) : (
                      <span className="soft">–</span>
                    )}
                  </td>
                );
              })}
              {after && <td>{after(line)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
