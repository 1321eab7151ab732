import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Facts, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type TrainingCase, trainingCaseRoutes } from '../contract.ts';
import { type TrainingCaseWord, trainingCaseWords } from '../locales/words.ts';
import { Readers } from './Readers.tsx';
import { useSay } from './said.ts';
import { Texts } from './Texts.tsx';
import './training.css';
import { dayOf } from '#web/shopClock.ts';
import { type CaseAtHand, useCase } from './useCase.ts';

/** Each step that is one press, with what is told after it. */
const told = {
  publish: 'publishedDone',
  revise: 'revisedDone',
  tickRead: 'tickedDone',
} as const satisfies Record<string, TrainingCaseWord>;
type Pressed = keyof typeof told;

function useSteps(record: TrainingCase, atHand: CaseAtHand) {
  const say = useSay();
  const tell = useTell();
  const params = { trainingCaseId: record.id };
  const writings = {
    publish: useWriting(trainingCaseRoutes.publish),
    revise: useWriting(trainingCaseRoutes.revise),
    tickRead: useWriting(trainingCaseRoutes.tickRead),
  };
  const names = Object.keys(told) as Pressed[];
  const take = (step: Pressed) => {
    const onSuccess = (after: TrainingCase) => {
      atHand.show(after);
      tell(say(told[step]));
    };
    const { version } = record;
    if (step === 'tickRead') writings.tickRead.mutate({ params }, { onSuccess });
    else writings[step].mutate({ params, version }, { onSuccess });
  };
  return {
    take,
    busy: names.find((name) => writings[name].isPending) ?? null,
    error: names.map((name) => writings[name].error).find((error) => error !== null) ?? null,
  };
}

function Actions(props: { record: TrainingCase; atHand: CaseAtHand; onWithdraw: () => void }) {
  const { record, atHand, onWithdraw } = props;
  const say = useSay();
  const { take, busy, error } = useSteps(record, atHand);
  const steps = record.steps.map((each) =>
    each.step === 'publish' && each.allowed && atHand.hasUnsaved
      ? { ...each, allowed: false, reason: 'unsaved' }
      : each,
  );
  const mayTick = steps.some(({ step, allowed }) => step === 'tickRead' && allowed);
  useHotkey(
    mayTick
      ? { keys: 'r', label: say('tickRead'), group: 'page', run: () => take('tickRead') }
      : null,
  );
  return (
    <>
      {record.complaintId && (
        <Link to={`/complaints/${record.complaintId}`}>
          <Button>{say('toComplaint')}</Button>
        </Link>
      )}
      <a
        href={pathOf(trainingCaseRoutes.print, { trainingCaseId: record.id })}
        target="_blank"
        rel="noreferrer"
      >
        <Button icon={<Icon name="print" />}>{say('print')}</Button>
      </a>
      <StepButtons
        steps={steps}
        words={trainingCaseWords}
        except={mayTick ? ['write'] : ['write', 'tickRead']}
        main={mayTick ? 'tickRead' : 'publish'}
        busy={busy}
        onStep={(step) => (step === 'withdraw' ? onWithdraw() : take(step as Pressed))}
      />
      <ProblemNote problem={error} />
    </>
  );
}

function Withdrawing(props: { record: TrainingCase; atHand: CaseAtHand; onClose: () => void }) {
  const { record, atHand, onClose } = props;
  const say = useSay();
  const tell = useTell();
  const withdraw = useWriting(trainingCaseRoutes.withdraw);
  const onSuccess = (after: TrainingCase) => {
    atHand.show(after);
    tell(say('withdrawnDone'));
    onClose();
  };
  return (
    <ReasonSheet
      title={say('withdrawTitle')}
      label={say('withdrawWhy')}
      word={say('withdraw')}
      writing={withdraw}
      onReason={(reason) =>
        withdraw.mutate(
          {
            params: { trainingCaseId: record.id },
            body: { reason },
            version: record.version,
          },
          { onSuccess },
        )
      }
      onClose={onClose}
    />
  );
}

function Shown({ record, atHand }: { record: TrainingCase; atHand: CaseAtHand }) {
  const say = useSay();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { unitName, kind, causeKind, state, authorName, publishedAt, publishedByName } = record;
  return (
    <Page
      title={record.title || say('cases')}
      note={<span className={`training-state-${state}`}>{say(`state_${state}`)}</span>}
      actions={<Actions record={record} atHand={atHand} onWithdraw={() => setWithdrawing(true)} />}
    >
      <Facts
        facts={[
          [say('kind'), say(`kind_${kind}`)],
          [say('causeKind'), causeKind ? say(`cause_${causeKind}`) : '–'],
          [say('unit'), unitName],
          [say('author'), authorName],
          ...(publishedAt
            ? [
                [say('publishedBy'), publishedByName] as [string, string],
                [say('publishedAt'), dayOf(publishedAt)] as [string, string],
              ]
            : []),
          ...(record.readAt ? [[say('isRead'), dayOf(record.readAt)] as [string, string]] : []),
          ...(record.withdrawnWhy
            ? [[say('withdrawnWhy'), record.withdrawnWhy] as [string, string]]
            : []),
        ]}
      />
      <div className={record.readers ? 'training-columns' : undefined}>
        <Texts record={record} atHand={atHand} />
        {record.readers && <Readers caseId={record.id} readers={record.readers} />}
      </div>
      {isWithdrawing && (
        <Withdrawing record={record} atHand={atHand} onClose={() => setWithdrawing(false)} />
      )}
    </Page>
  );
}

/** A training case: written by one supervisor, published by another, read by the shop (CMP-14). */
export default function CasePage() {
  const { trainingCaseId } = useParams({ strict: false }) as { trainingCaseId: string };
  return <Held key={trainingCaseId} trainingCaseId={trainingCaseId} />;
}

function Held({ trainingCaseId }: { trainingCaseId: string }) {
  const say = useWords(shellWords);
  const atHand = useCase(trainingCaseId);
  if (atHand.record) return <Shown record={atHand.record} atHand={atHand} />;
  if (atHand.error) return <ProblemNote problem={atHand.error} />;
  return (
    <p className="soft" role="status">
      {say('loading')}
    </p>
  );
}
