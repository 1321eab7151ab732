import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Figures, type Formula, type StandingChange, standingRoutes } from '../contract.ts';
import { formulaKeys, standings, valueClasses } from '../locales/vocabulary.ts';
import { segmentWords } from '../locales/words.ts';
import './segments.css';

const FormulaSheet = lazy(async () => ({
  default: (await import('./FormulaSheet.tsx')).FormulaSheet,
}));

/** How many customers are active, asleep or lost, by which formula; and who changed this month (ARC-06). */
export default function GroupsPage() {
  const say = useWords(segmentWords);
  const language = useLanguage();
  const now = useNow();
  const maySet = mayUse(useSession(), ['followUps.supervise']);
  const [isChoosing, setChoosing] = useState(false);
  const { data, error } = useQuery(reading(standingRoutes.figures, {}));
  const choose = maySet && data && (
    <Button onClick={() => setChoosing(true)}>{say('choose')}</Button>
  );
  return (
    <Page title={say('groups')} actions={choose}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.countedAt && (
            <p className="soft">
              {say('countedAt', { time: shortTime(data.countedAt, now, language) })}
            </p>
          )}
          <Formulas figures={data} />
          <div className="segment-pair">
            <Bars
              title={say('byValue')}
              bars={valueClasses.map((key) => [say(key), data.byValue[key]])}
            />
            <Bars
              title={say('byRecency')}
              bars={data.byRecency.map(({ recency, customers }) => [say(recency), customers])}
            />
          </div>
          <Changes figures={data} />
        </>
      )}
      {isChoosing && data && (
        <Suspense fallback={null}>
          <FormulaSheet formula={data.formula} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

/** The sentence of a formula with the figures that hold here. */
function sentenceOf(say: Say, key: (typeof formulaKeys)[number], rule: Formula): string {
  const { months, interval, visits } = rule;
  if (key === 'months') {
    return say('formulaMonths', { sleeping: months.sleepingAfter, lost: months.lostAfter });
  }
  if (key === 'visits') return say('formulaVisits', { active: visits.activeFrom });
  const { sleepingAfter: sleeping, lostAfter: lost, usualDays: usual } = interval;
  return say('formulaInterval', { sleeping, lost, usual });
}
type Say = ReturnType<typeof useWords<keyof (typeof segmentWords)['zh-CN']>>;

function Formulas({ figures }: { figures: Figures }) {
  const say = useWords(segmentWords);
  return (
    <section className="segment-formulas">
      {formulaKeys.map((key) => {
        const isUsed = figures.formula.formula === key;
        return (
          <section key={key} className={`card segment-formula ${isUsed ? 'segment-used' : ''}`}>
            <h2>
              {say(key)} {isUsed && <span className="segment-mark">{say('inUse')}</span>}
            </h2>
            <dl>
              {standings.map((standing) => (
                <div key={standing}>
                  <dt>
                    <span className={`standing standing-${standing}`}>{say(standing)}</span>
                  </dt>
                  <dd className="figures">
                    {figures.byFormula[key][standing].toLocaleString('en-US')}
                  </dd>
                </div>
              ))}
            </dl>
            <p className="soft">{sentenceOf(say, key, figures.formula)}</p>
          </section>
        );
      })}
    </section>
  );
}

function Bars({ title, bars }: { title: string; bars: readonly (readonly [string, number])[] }) {
  const most = Math.max(1, ...bars.map(([, count]) => count));
  return (
    <Card title={title}>
      <ul className="segment-bars">
        {bars.map(([name, count]) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={most} value={count} aria-label={name} />
            <span className="figures">{count.toLocaleString('en-US')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who came into a group this month: who went to sleep is called before he is lost. */
function Changes({ figures }: { figures: Figures }) {
  const say = useWords(segmentWords);
  const [{ to: asked }, set] = useAddress();
  const to = standings.find((standing) => standing === asked) ?? 'sleeping';
  const query = { to, 'onDate.gte': figures.changedSince };
  const list = useRows(standingRoutes.changes, { query });
  return (
    <Card
      title={say('changedThisMonth')}
      actions={
        <label className="soft">
          {say('changedTo', { since: figures.changedSince })}{' '}
          <select
            className="plain-field"
            value={to}
            onChange={({ target }) => set({ to: target.value })}
          >
            {(['sleeping', 'lost', 'active'] as const).map((each) => (
              <option key={each} value={each}>
                {say(each)} {figures.changed[each]}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <ResourceTable
        label={say('changedThisMonth')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ customerId }) => `/customers/${customerId}`}
        empty={<EmptyState icon="check" title={say('noChanges')} next={say('noChangesNext')} />}
      />
    </Card>
  );
}

function useColumns(): Column<StandingChange>[] {
  const say = useWords(segmentWords);
  return [
    {
      key: 'customer',
      title: say('customer'),
      isLong: true,
      card: 'title',
      show: (row) => row.customerName,
    },
    { key: 'onDate', title: say('onDate'), width: 120, card: 'side', show: (row) => row.onDate },
    { key: 'from', title: say('from'), width: 90, show: (row) => say(row.from) },
    {
      key: 'lastVisit',
      title: say('lastVisit'),
      width: 120,
      show: (row) => row.lastVisitOn ?? '—',
    },
    {
      key: 'spend',
      title: say('yearSpend'),
      width: 140,
      align: 'end',
      show: (row) => <Money fen={row.yearSpendFen} />,
    },
    { key: 'value', title: say('value'), width: 100, show: (row) => say(row.valueClass) },
    { key: 'formula', title: say('formula'), width: 150, show: (row) => say(row.formula) },
  ];
}
