import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { reading } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { levelRoutes } from '../contract.ts';
import type { LevelStep } from '../lifecycle.ts';
import { LevelHistory } from './LevelHistory.tsx';
import { LevelTrack } from './LevelTrack.tsx';
import './levels.css';
import { stepWords, useSay } from './said.ts';

const LevelSheet = lazy(() => import('./LevelSheet.tsx'));

/** Beside a complaint: which level of the tree has it, how long there is, and its way so far (CMP-16). */
export default function LevelCard({ complaintId }: { complaintId: string }) {
  const say = useSay();
  const [step, setStep] = useState<LevelStep | null>(null);
  const { data, error } = useQuery(
    reading(levelRoutes.one, { params: { complaintId } }, { follows: ['complaints'] }),
  );
  if (!data) return error && <ProblemNote problem={error} />;
  // A house of one unit has no way up.
  if (data.chain.length < 2) return null;
  return (
    <Card
      title={say('track')}
      actions={<Link to={`/complaint-levels/${complaintId}`}>{say('openLevel')}</Link>}
    >
      <LevelTrack level={data} />
      <StepButtons
        steps={data.steps.filter(({ reason }) => reason !== 'at_origin')}
        words={stepWords}
        onStep={(name) => setStep(name as LevelStep)}
        main=""
      />
      {data.entries.length > 0 && <LevelHistory level={data} />}
      {step && (
        <Suspense fallback={null}>
          <LevelSheet level={data} step={step} onClose={() => setStep(null)} />
        </Suspense>
      )}
    </Card>
  );
}
