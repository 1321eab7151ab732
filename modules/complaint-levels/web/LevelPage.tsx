import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { reading } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type ComplaintLevel, levelRoutes } from '../contract.ts';
import type { LevelStep } from '../lifecycle.ts';
import { LevelHistory } from './LevelHistory.tsx';
import { LevelTrack } from './LevelTrack.tsx';
import './levels.css';
import { Persons } from './Persons.tsx';
import { stepWords, useSay } from './said.ts';

const LevelSheet = lazy(() => import('./LevelSheet.tsx'));

/** What a level above needs to act: the matter, the car, the shop; the person only as far as he has to. */
function Facts({ level }: { level: ComplaintLevel }) {
  const say = useSay();
  const language = useLanguage();
  const lines: [string, ReactNode][] = [
    [say('origin'), `${say(`tier_${level.origin.tier}`)} · ${level.origin.name}`],
    [
      say('car'),
      level.plate ? (
        <>
          <PlateTag plate={level.plate} /> {level.model}
        </>
      ) : (
        <span key="none" className="soft">
          {say('noCar')}
        </span>
      ),
    ],
    [say('who'), <Persons key="who" level={level} />],
    [say('sharingLabel'), say(`sharing_${level.sharing}`)],
    [say('kind'), say(`kind_${level.kind}`)],
    [say('severity'), say(`severity_${level.severity}`)],
    [say('complaintState'), say(`complaint_${level.complaintState}`)],
    [say('handler'), level.handlerName ?? say('nobody')],
    [say('since'), shortTime(level.sinceAt, now(), language)],
  ];
  return (
    <dl className="level-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const keyOf: Record<LevelStep, string> = { takeOver: 't', handDown: 'd', passUp: 'u' };

function useStepKey(level: ComplaintLevel, step: LevelStep, take: (step: LevelStep) => void) {
  const say = useSay();
  const isAllowed = level.steps.some((each) => each.step === step && each.allowed);
  const hotkey = { keys: keyOf[step], label: say(step), group: 'page' as const };
  useHotkey(isAllowed ? { ...hotkey, run: () => take(step) } : null);
}

function Shown({ level }: { level: ComplaintLevel }) {
  const say = useSay();
  const [step, setStep] = useState<LevelStep | null>(null);
  useStepKey(level, 'takeOver', setStep);
  useStepKey(level, 'handDown', setStep);
  useStepKey(level, 'passUp', setStep);
  return (
    <Page
      title={level.number}
      note={say(`state_${level.state}`)}
      actions={<Link to={`/complaints/${level.complaintId}`}>{say('openFile')}</Link>}
    >
      <StepButtons
        steps={level.steps}
        words={stepWords}
        onStep={(name) => setStep(name as LevelStep)}
      />
      <div className="level-columns">
        <div>
          <Card title={say('track')}>
            <LevelTrack level={level} />
          </Card>
          <Card title={say('matter')}>
            <p className="level-words">{level.content}</p>
            <Facts level={level} />
          </Card>
        </div>
        <Card title={say('history')}>
          <LevelHistory level={level} />
        </Card>
      </div>
      {step && (
        <Suspense fallback={null}>
          <LevelSheet level={level} step={step} onClose={() => setStep(null)} />
        </Suspense>
      )}
    </Page>
  );
}

/** A complaint as the level above meets it: by keyboard t takes it over, d hands it down, u passes it up, r reveals. */
export default function LevelPage() {
  const { complaintId } = useParams({ strict: false }) as { complaintId: string };
  const { data, error } = useQuery(
    reading(levelRoutes.one, { params: { complaintId } }, { follows: ['complaints'] }),
  );
  if (data) return <Shown key={data.complaintId} level={data} />;
  if (error) return <ProblemNote problem={error} />;
  return <Waiting />;
}
