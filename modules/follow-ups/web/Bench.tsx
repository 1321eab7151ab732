import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Deadline } from '#web/Deadline.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import type { FollowUp } from '../contract.ts';
import './bench.css';
import { DialBar } from './DialBar.tsx';
import { SuperviseSteps } from './SuperviseSteps.tsx';
import { TalkForm } from './TalkForm.tsx';
import { TopicsColumn } from './TopicsColumn.tsx';
import { useBench } from './useBench.ts';
import { useBenchPanels } from './useBenchPanels.ts';
import { useCodeWords, useSay } from './useFollowUpWords.ts';
import { WhoColumn } from './WhoColumn.tsx';

const BenchPanels = lazy(() => import('./BenchPanels.tsx'));

/** Three columns: who and what was said; the guided form; what to talk about. One column under the thumb. */
export function Bench({ followUp }: { followUp: FollowUp }) {
  const say = useSay();
  const word = useCodeWords();
  const bench = useBench(followUp);
  const panels = useBenchPanels(followUp);
  const isOpen = followUp.state === 'planned';
  return (
    <Page
      title={
        <>
          {say(followUp.rule)} · {say('bench')}
        </>
      }
      note={<Window followUp={followUp} />}
      actions={
        <>
          <SuperviseSteps followUp={followUp} />
          <Link to="/calls" className="bench-back">
            {say('back')}
          </Link>
        </>
      }
    >
      <div className="bench">
        <WhoColumn followUp={followUp} />
        <section className="bench-form card">
          {isOpen ? (
            <>
              {followUp.channel === 'visit' && <p className="soft">{say('inPerson')}</p>}
              <DialBar followUp={followUp} bench={bench} />
              <PanelButtons panels={panels} />
              <TalkForm followUp={followUp} bench={bench} />
            </>
          ) : (
            <p className="bench-ended">
              {say('ended')}：{word(`ended_${followUp.state}`)}
              {followUp.endReason && `（${word(followUp.endReason)}）`}
            </p>
          )}
          <ProblemNote problem={bench.problem} onAgain={bench.again} />
          {isOpen && (
            <footer className="bench-save">
              <span className="soft" role="status">
                {bench.lacks && word(bench.lacks)}
              </span>
              <Button
                type="primary"
                size="large"
                loading={bench.isSaving}
                aria-keyshortcuts="Control+Enter"
                onClick={bench.save}
              >
                {say('saveAndNext')} <kbd className="bench-kbd">Ctrl Enter</kbd>
              </Button>
            </footer>
          )}
        </section>
        <TopicsColumn followUp={followUp} talk={bench.talk} onToggle={bench.toggleTopic} />
      </div>
      {panels.panel && (
        <Suspense fallback={null}>
          <BenchPanels panel={panels.panel} followUp={followUp} onClose={panels.close} />
        </Suspense>
      )}
    </Page>
  );
}

/** What the customer asks for is done here, not on another page. */
function PanelButtons({ panels }: { panels: ReturnType<typeof useBenchPanels> }) {
  const say = useSay();
  const { mayBook, mayChange, open } = panels;
  return (
    <div className="bench-panels">
      {mayBook && (
        <Button size="small" onClick={() => open('book')}>
          {say('bookVisit')} <kbd className="bench-kbd">B</kbd>
        </Button>
      )}
      {mayChange && (
        <Button size="small" onClick={() => open('customer')}>
          {say('changeArchive')} <kbd className="bench-kbd">E</kbd>
        </Button>
      )}
    </div>
  );
}

/** When it should be done, and why then. */
function Window({ followUp }: { followUp: FollowUp }) {
  const say = useSay();
  const { why, earliestOn, latestOn } = followUp;
  const facts = { on: why.anchorOn, first: why.earliestDays, last: why.latestDays };
  const skipped = why.skipped.map(({ date, note }) => `${date.slice(5)} ${note}`).join('、');
  const reason = say(`window_${why.anchor}`, facts);
  return (
    <span className="bench-window" title={why.source}>
      {say('window', { from: earliestOn.slice(5), to: latestOn.slice(5) })}（{reason}）
      {skipped && <span> {say('skippedDays', { days: skipped })}</span>}
      <Deadline dueAt={why.dueAt} doneAt={followUp.doneAt} spans={why.spans} />
    </span>
  );
}
