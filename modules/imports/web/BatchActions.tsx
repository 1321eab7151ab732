import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type ImportBatchWhole, importRoutes } from '../contract.ts';
import { kinds } from '../judge/kinds.ts';
import { type ImportScreenWord, importScreenWords } from '../locales/screen-words.ts';
import { SumsTable } from './SumsTable.tsx';
import { acceptedFiles, uploadFile } from './uploadFile.ts';

type Asked = 'run' | 'undo' | 'discard';

/** Hand back, take back, import, undo, drop. */
export function BatchActions({ batch }: { batch: ImportBatchWhole }) {
  const language = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { counts } = batch;
  const words = importScreenWords[language];
  const named = {
    ...words,
    run: counts.ready > 0 ? words.run.replace('{count}', String(counts.ready)) : words.runStep,
  };
  const isOver = batch.state === 'discarded' || batch.state === 'undone';
  const steps = batch.steps.filter(
    ({ step, allowed }) => allowed || (batch.state === 'judged' && step === 'run'),
  );
  return (
    <>
      {counts.held + counts.question > 0 && !isOver && <HandedBack batch={batch} />}
      <StepButtons
        steps={steps}
        words={{ 'zh-CN': named, en: named }}
        main="run"
        onStep={(step) => setAsked(step as Asked)}
      />
      {asked && <Sure batch={batch} step={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function undoWord({ kind }: ImportBatchWhole): ImportScreenWord {
  const { isOfPeople, kept } = kinds[kind];
  if (kept) return 'undoRecords';
  return isOfPeople ? 'undoEmployees' : 'undoSure';
}

function HandedBack({ batch }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const chooser = useRef<HTMLInputElement>(null);
  const take = useWriting(importRoutes.takeBack);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const params = { importId: batch.id };
  const send = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    try {
      const { id: fileId } = await uploadFile(file, () => undefined);
      take.mutate({ params, body: { fileId } });
    } catch (thrown) {
      setProblem(thrown as ApiProblem);
    }
  };
  return (
    <>
      <Button href={pathOf(importRoutes.handBack, params)} icon={<Icon name="download" />}>
        {say('download')}
      </Button>
      {batch.state === 'judged' && (
        <Button
          icon={<Icon name="upload" />}
          loading={take.isPending}
          onClick={() => chooser.current?.click()}
        >
          {say('upload')}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={acceptedFiles}
        aria-label={say('upload')}
        onChange={({ target }) => {
          void send(target.files?.[0]);
          target.value = '';
        }}
      />
      <ProblemNote problem={problem ?? take.error} />
    </>
  );
}

function Sure(props: { batch: ImportBatchWhole; step: Asked; onClose: () => void }) {
  const { batch, step, onClose } = props;
  const say = useWords(importScreenWords);
  const navigate = useNavigate();
  const doing = useWriting(importRoutes[step], {
    touches: ['customers', 'vehicles', 'employees', 'members'],
  });
  const { ready, held, question, sums } = batch.counts;
  const [areSumsRight, setSumsRight] = useState(false);
  const asksSums = step === 'run' && sums.length > 0;
  const sentence = {
    run: say('runSure', { ready, waiting: held + question }),
    undo: say(undoWord(batch)),
    discard: say('discardSure'),
  }[step];
  const go = () =>
    doing.mutate(
      { params: { importId: batch.id }, version: step === 'run' ? batch.version : undefined },
      {
        onSuccess: () => {
          onClose();
          if (step === 'discard') void navigate({ to: '/imports' });
        },
      },
    );
  return (
    <Sheet title={step === 'run' ? say('run', { count: ready }) : say(step)} onClose={onClose}>
      <div className="import-sure">
        <p>{sentence}</p>
        {asksSums && (
          <>
            <SumsTable batch={batch} />
            <p className="soft">{say('sumsCompare')}</p>
            <label className="import-sums-confirm">
              <input
                type="checkbox"
                checked={areSumsRight}
                onChange={({ target }) => setSumsRight(target.checked)}
              />
              {say('sumsConfirm')}
            </label>
          </>
        )}
        <ProblemNote problem={doing.error} onAgain={doing.again} />
        <div className="import-sure-actions">
          <Button onClick={onClose}>{say('no')}</Button>
          <Button
            type="primary"
            danger={step !== 'run'}
            loading={doing.isPending}
            disabled={asksSums && !areSumsRight}
            autoFocus={!asksSums}
            onClick={go}
          >
            {say('yes')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
