import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useSession } from '#web/session.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type CallCheck, callCheckRoutes as routes } from '../contract.ts';
import { AnswerSteps } from './AnswerSteps.tsx';
import './checks.css';
import { EarlierCard } from './EarlierCard.tsx';
import { Judged } from './Judged.tsx';
import { JudgeForm } from './JudgeForm.tsx';
import { CheckStateTag } from './ScoreTag.tsx';
import { TalkCard } from './TalkCard.tsx';
import { useSay } from './useCheckWords.ts';

const can = (check: CallCheck, name: string) =>
  check.steps.some(({ step, allowed }) => step === name && allowed);

/** The record of a talk and its recording on one side, the form on the other (FUP-11). */
export default function CheckPage() {
  const say = useSay();
  const { callCheckId } = useParams({ strict: false }) as { callCheckId: string };
  const { data: check, error } = useQuery(reading(routes.read, { params: { callCheckId } }));
  if (!check) {
    return (
      <Page title={say('checks')}>
        <ProblemNote problem={error} />
        {!error && <Waiting label={say('checks')} />}
      </Page>
    );
  }
  return <Shown key={check.id} check={check} />;
}

function Shown({ check }: { check: CallCheck }) {
  const say = useSay();
  const isMine = useSession().employeeId === check.agentId;
  return (
    <Page
      title={`${check.agentName} · ${check.customerName}`}
      note={
        <>
          <CheckStateTag state={check.state} />{' '}
          {check.state === 'drawn' && <Deadline dueAt={check.dueAt} />}
        </>
      }
      actions={
        <Link to={(isMine ? '/call-checks/mine' : '/call-checks') as never}>
          {say(isMine ? 'mine' : 'toChecks')}
        </Link>
      }
    >
      <div className="callcheck">
        <div className="callcheck-side">
          <TalkCard check={check} />
          {check.earlier && <EarlierCard of={check.earlier} />}
        </div>
        <div className="callcheck-side">
          {can(check, 'check') || can(check, 'decide') ? (
            <JudgeForm key={check.state} check={check} />
          ) : (
            <Judged check={check} />
          )}
          <AnswerSteps check={check} />
        </div>
      </div>
    </Page>
  );
}
