import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type ImportBatchWhole, importRoutes } from '../contract.ts';
import { busyStates } from '../lifecycle.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { fileFaultWords } from '../locales/words.ts';
import { Bar } from './Bar.tsx';
import { BatchActions } from './BatchActions.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import './imports.css';

const lookAgainMs = 700;
const isBusy = (batch: ImportBatchWhole | undefined) =>
  batch !== undefined && busyStates.includes(batch.state);

/** One list on its way into the archive: its columns, what was found, the import. */
export default function ImportPage() {
  const say = useWords(importScreenWords);
  const { importId } = useParams({ strict: false }) as { importId: string };
  const { data: batch, error } = useQuery({
    ...reading(importRoutes.read, { params: { importId } }),
    refetchInterval: ({ state }) => (isBusy(state.data) ? lookAgainMs : false),
  });
  if (!batch) {
    return (
      <Page title={say('imports')}>
        <ProblemNote problem={error} />
      </Page>
    );
  }
  return (
    <Page
      title={batch.fileName}
      note={`${say(`kind_${batch.kind}`)} · ${say(batch.state)}`}
      actions={!isBusy(batch) && <BatchActions batch={batch} />}
    >
      <Fault batch={batch} />
      {isBusy(batch) ? <Progress batch={batch} /> : <Content batch={batch} />}
    </Page>
  );
}

function Fault({ batch: { fault } }: { batch: ImportBatchWhole }) {
  const language = useLanguage();
  if (fault === null) return null;
  const words: Readonly<Record<string, string>> = {
    ...fileFaultWords[language],
    ...importScreenWords[language],
  };
  return (
    <div className="problem-note" role="alert">
      <Icon name="alert" />
      <p>{words[fault] ?? fault}</p>
    </div>
  );
}

function Progress({ batch }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const { state, doneRows: done, totalRows: total } = batch;
  const isWriting = state === 'undoing' || (state === 'importing' && done >= total);
  return (
    <section className="card import-progress" role="status">
      <h2>{say(state)}</h2>
      <Bar done={done} total={isWriting ? 0 : total} />
      <p>{say(total > 0 ? 'progress' : 'progressRead', { done, total })}</p>
      <p className="soft">{say('leaveOpen')}</p>
    </section>
  );
}

const steps = { columns: 'stepColumns', check: 'stepCheck' } as const;

function Content({ batch }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const [{ step = 'check' }, setAddress] = useAddress();
  if (batch.state === 'failed' || batch.state === 'discarded') {
    return batch.sheets.length > 1 && batch.state === 'failed' ? (
      <ColumnsStep key={batch.version} batch={batch} />
    ) : null;
  }
  if (batch.state !== 'judged') {
    return (
      <>
        <DoneStep batch={batch} />
        <CheckStep batch={batch} />
      </>
    );
  }
  return (
    <>
      <nav className="import-steps" aria-label={say('imports')}>
        {(['columns', 'check'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === step ? 'step' : undefined}
            onClick={() => setAddress({ step: each })}
          >
            {say(steps[each])}
          </button>
        ))}
      </nav>
      {step === 'columns' ? (
        <ColumnsStep key={batch.version} batch={batch} />
      ) : (
        <CheckStep batch={batch} />
      )}
    </>
  );
}
