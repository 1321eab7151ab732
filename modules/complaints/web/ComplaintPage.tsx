import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { FormerHolder } from '#modules/people/web/index.ts';
import { reading } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type Complaint, complaintRoutes } from '../contract.ts';
import type { ComplaintStep } from '../lifecycle.ts';
import { complaintWords } from '../locales/words.ts';
import './complaints.css';
import './forms.css';
import './record.css';
import { ClockCard } from './ClockCard.tsx';
import { ModuleCards } from './ModuleCards.tsx';
import { ResultCard } from './ResultCard.tsx';
import { EarlierCard, LoopCard, WhoCard } from './SideCards.tsx';
import { StepSheet } from './StepSheet.tsx';
import { mainStepOf, stepWordsFor } from './stepWords.ts';
import { Timeline } from './Timeline.tsx';

/** Its forms and sheets come once the record stands there. */
const WorkCards = lazy(() => import('./WorkCards.tsx'));
const InvestigateSheet = lazy(() => import('./InvestigateSheet.tsx'));

/** Steps that stand beside what they change, not in the row of the work. */
const elsewhere: readonly ComplaintStep[] = [
  'tellReceived',
  'assess',
  'assign',
  'watch',
  'reopen',
  'note',
  'closeByException',
];

function Shown({ complaint }: { complaint: Complaint }) {
  const say = useWords(complaintWords);
  const [step, setStep] = useState<ComplaintStep | null>(null);
  const take = (name: string) => setStep(name as ComplaintStep);
  const words = stepWordsFor(complaint);
  const only = (...shown: ComplaintStep[]) => (
    <StepButtons
      steps={complaint.steps.filter((each) => shown.includes(each.step as ComplaintStep))}
      words={words}
      onStep={take}
      main=""
    />
  );
  return (
    <Page
      title={`${complaint.number} ${complaint.complainantName}`}
      note={
        <>
          <span className={`complaint-state-tag complaint-state-${complaint.state}`}>
            {say(complaint.state)}
          </span>{' '}
          {say(complaint.kind)}
        </>
      }
    >
      {complaint.steps.length > 0 && (
        <div className="complaint-steps">
          <StepButtons
            steps={complaint.steps}
            words={words}
            onStep={take}
            except={elsewhere}
            main={mainStepOf(complaint)}
          />
        </div>
      )}
      <div className="complaint-columns">
        <div className="complaint-main">
          <ClockCard
            complaint={complaint}
            actions={complaint.receipt.state === 'due' && only('tellReceived')}
          />
          <Card title={say('content')}>
            <p className="complaint-customer-words">{complaint.content}</p>
          </Card>
          <Suspense fallback={null}>
            <WorkCards complaint={complaint} />
          </Suspense>
          <ResultCard complaint={complaint} />
          <Card title={say('timeline')} actions={only('note')}>
            <Timeline entries={complaint.entries} />
          </Card>
        </div>
        <div className="complaint-side">
          <LoopCard
            complaint={complaint}
            onStep={take}
            actions={only('watch', 'reopen', 'closeByException')}
          />
          <WhoCard complaint={complaint} actions={only('assess', 'assign')} />
          <FormerHolder aboutId={complaint.id} />
          <EarlierCard complaint={complaint} />
          <ModuleCards complaintId={complaint.id} />
        </div>
      </div>
      {step === 'investigate' && (
        <Suspense fallback={null}>
          <InvestigateSheet complaint={complaint} onClose={() => setStep(null)} />
        </Suspense>
      )}
      {step && step !== 'investigate' && (
        <StepSheet complaint={complaint} step={step} onClose={() => setStep(null)} />
      )}
    </Page>
  );
}

/** A complaint: its clock, the ring of what is done, the next step, and everything that happened. */
export default function ComplaintPage() {
  const { complaintId } = useParams({ strict: false }) as { complaintId: string };
  const say = useWords(shellWords);
  const { data, error } = useQuery(reading(complaintRoutes.one, { params: { complaintId } }));
  if (data) return <Shown key={data.id} complaint={data} />;
  if (error) return <ProblemNote problem={error} />;
  return (
    <p className="soft" role="status">
      {say('loading')}
    </p>
  );
}
