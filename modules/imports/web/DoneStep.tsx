import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole } from '../contract.ts';
import { kinds } from '../judge/kinds.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { SumsTable } from './SumsTable.tsx';

/** What came of it, and where to go on. */
export function DoneStep({ batch }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const { kind, state, counts } = batch;
  const left = counts.held + counts.question;
  const isIn = state === 'imported';
  const { isOfPeople, kept } = kinds[kind];
  const Done = kept ? KeptDone : isOfPeople ? PeopleDone : ArchiveDone;
  return (
    <section className="card import-done">
      <Icon name={isIn ? 'check' : 'info'} size={28} />
      <div>
        <Done batch={batch} />
        {left > 0 && isIn && <p>{say('leftOver', { count: left })}</p>}
        <p className="import-done-links">
          {isOfPeople && <Link to="/people">{say('seeEmployees')}</Link>}
          {!isOfPeople && !kept && <Link to="/customers">{say('seeCustomers')}</Link>}
          {kept && <Link to={kept.at}>{say('seeKept')}</Link>}
          <Link to="/imports">{say('another')}</Link>
        </p>
      </div>
    </section>
  );
}

function ArchiveDone({ batch: { state, made } }: { batch: ImportBatchWhole }): ReactNode {
  const say = useWords(importScreenWords);
  if (state !== 'imported') return <h2>{say('undoneTitle')}</h2>;
  return (
    <>
      <h2>{say('doneTitle', made)}</h2>
      {made.changed > 0 && <p>{say('doneChanged', { count: made.changed })}</p>}
      <p className="soft">{say('doneNote')}</p>
    </>
  );
}

function PeopleDone({ batch: { state, made, counts } }: { batch: ImportBatchWhole }): ReactNode {
  const say = useWords(importScreenWords);
  if (state === 'imported') {
    return (
      <>
        <h2>{say('doneEmployees', made)}</h2>
        <p className="soft">{say('doneEmployeesNote')}</p>
      </>
    );
  }
  return (
    <>
      <h2>{say('undoneEmployees')}</h2>
      {counts.imported > 0 && <p>{say('keptEmployees', { count: counts.imported })}</p>}
    </>
  );
}

function KeptDone({ batch }: { batch: ImportBatchWhole }): ReactNode {
  const say = useWords(importScreenWords);
  const { state, made, counts } = batch;
  if (state === 'imported') {
    return (
      <>
        <h2>{say('doneRecords', made)}</h2>
        {counts.sums.length > 0 && <p className="soft">{say('doneRecordsNote')}</p>}
        <SumsTable batch={batch} />
      </>
    );
  }
  return (
    <>
      <h2>{say('undoneRecords')}</h2>
      {counts.imported > 0 && <p>{say('keptRecords', { count: counts.imported })}</p>}
    </>
  );
}
