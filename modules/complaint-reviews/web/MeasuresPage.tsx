import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { measureRoutes } from '../contract.ts';
import { measureLife, purposes } from '../lifecycle.ts';
import { MeasureCard } from './MeasureCard.tsx';
import './reviews.css';
import { useSay } from './said.ts';

const MeasureSheet = lazy(() => import('./MeasureSheet.tsx'));

function Filters() {
  const say = useSay();
  const [address, set] = useAddress();
  const pick = (name: 'state' | 'purpose', prefix: string, values: readonly string[]) => (
    <select
      className="plain-field"
      aria-label={say(name)}
      value={address[name] ?? ''}
      onChange={({ target }) => set({ [name]: target.value })}
    >
      <option value="">{`${say(name)}：${say('all')}`}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {say(`${prefix}_${value}`)}
        </option>
      ))}
    </select>
  );
  return (
    <>
      {pick('state', 'measure', measureLife.states)}
      {pick('purpose', 'purpose', purposes)}
    </>
  );
}

/** Measures and prevention plans, the first due first, each with its promise and its effect (CMP-13, CMP-15). */
export default function MeasuresPage() {
  const say = useSay();
  const shell = useWords(shellWords);
  const [{ state, purpose }] = useAddress();
  const [isPlanning, setPlanning] = useState(false);
  const list = useRows(measureRoutes.list, { query: { state, purpose } as never });
  const mayPlan = mayUse(useSession(), ['complaints.supervise']);
  return (
    <Page
      title={say('measures')}
      filters={<Filters />}
      actions={
        mayPlan && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setPlanning(true)}>
            {say('plan')}
          </Button>
        )
      }
    >
      {list.problem && <ProblemNote problem={list.problem} onAgain={list.readAgain} />}
      {list.isLoading && (
        <p className="soft" role="status">
          {shell('loading')}
        </p>
      )}
      {!list.isLoading && !list.problem && list.rows.length === 0 && (
        <EmptyState icon="check" title={say('noMeasures')} next={say('noMeasuresNext')} />
      )}
      <div className="review-measures">
        {list.rows.map((measure) => (
          <MeasureCard key={measure.id} measure={measure} />
        ))}
      </div>
      {list.more && (
        <Button onClick={list.more.load} loading={list.more.isLoading}>
          {shell('more')}
        </Button>
      )}
      {isPlanning && (
        <Suspense>
          <MeasureSheet begin={{ purpose: 'prevention' }} onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </Page>
  );
}
