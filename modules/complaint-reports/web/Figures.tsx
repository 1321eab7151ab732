import { Card } from '#web/Page.tsx';
import type { Counted, Report } from '../contract.ts';
import { baseSaid, figureSaid } from '../locales/said-figures.ts';
import { useSay } from './said.ts';

const alone = ['closed', 'overdue', 'exceptions'] as const;

/** All that is counted, each number with how it is reckoned. */
export function Figures({ counted }: { counted: Counted }) {
  const say = useSay();
  return (
    <Card title={say('figures')}>
      <div className="upward-table">
        <table>
          <thead>
            <tr>
              <th>{say('figure')}</th>
              <th className="upward-number">{say('share')}</th>
              <th className="upward-number">{say('base')}</th>
              <th className="upward-how">{say('formula')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.figures.map((figure) => (
              <tr key={figure.key}>
                <th>{say(`figure_${figure.key}`)}</th>
                <td className="upward-number">{figureSaid(figure)}</td>
                <td className="upward-number">{baseSaid(figure)}</td>
                <td className="soft upward-how">{say(`formula_${figure.key}`)}</td>
              </tr>
            ))}
            {alone.map((key) => (
              <tr key={key}>
                <th>{say(key)}</th>
                <td className="upward-number">{counted[key]}</td>
                <td />
                <td className="soft upward-how">{say(`formula_${key}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="upward-counts">
        <Counts title={say('kinds')} prefix="kind" rows={counted.kinds} />
        <Counts title={say('severities')} prefix="severity" rows={counted.severities} />
        <Counts title={say('ages')} prefix="age" rows={counted.ages} />
      </div>
    </Card>
  );
}

function Counts(props: {
  title: string;
  prefix: string;
  rows: readonly { key: string; complaints: number }[];
}) {
  const say = useSay();
  const most = Math.max(1, ...props.rows.map(({ complaints }) => complaints));
  const rows = props.rows.filter(({ complaints }) => complaints > 0);
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      {rows.length === 0 && <p className="soft">–</p>}
      <ul className="upward-bars">
        {rows.map(({ key, complaints }) => (
          <li key={key}>
            <span>{say(`${props.prefix}_${key}`)}</span>
            <i style={{ inlineSize: `${(complaints / most) * 100}%` }} />
            <b>{complaints}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What another edition says otherwise, and why it was made. */
export function Changes({ report }: { report: Report }) {
  const say = useSay();
  const prefixes: Readonly<Record<string, string>> = {
    ...{ kinds: 'kind', severities: 'severity', ages: 'age' },
  };
  const named = (what: string) => {
    const [list = '', key] = what.split('.');
    if (key !== undefined) return `${say(list as 'kinds')}：${say(`${prefixes[list]}_${key}`)}`;
    return (alone as readonly string[]).includes(what)
      ? say(what as 'closed')
      : say(`figure_${what}`);
  };
  if (report.edition === 1) return null;
  return (
    <Card title={say('changes')}>
      <p>{say('corrected', { why: report.correctedWhy })}</p>
      <div className="upward-table">
        <table>
          <thead>
            <tr>
              <th>{say('what')}</th>
              <th className="upward-number">{say('was')}</th>
              <th className="upward-number">{say('now')}</th>
            </tr>
          </thead>
          <tbody>
            {report.facts.changes.map(({ what, was, now }) => (
              <tr key={what}>
                <th>{named(what)}</th>
                <td className="upward-number">{was}</td>
                <td className="upward-number">{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
