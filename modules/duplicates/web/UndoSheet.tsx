import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { duplicateRoutes, type Merge, type UndoPreview } from '../contract.ts';
import { duplicateProblems } from '../locales/problems.ts';
import { hangingNames } from '../locales/tables.ts';
import { type DuplicatesWord, duplicatesWords } from '../locales/words.ts';
import './duplicates.css';
import { MembersBack } from './MembersInMerge.tsx';

const touches = { touches: ['customers', 'vehicles', 'archives', 'duplicates'] };

/** What undoing gives back and what stays, before it is done. */
export function UndoSheet({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const say = useWords(duplicatesWords);
  const tell = useTell();
  const params = { mergeId: merge.id };
  const { data, error } = useQuery(reading(duplicateRoutes.readMerge, { params }));
  const undo = useWriting(duplicateRoutes.undo, touches);
  const done = () => {
    tell(say('undone'));
    onClose();
  };
  return (
    <Sheet title={`${say('undo')} · ${merge.title || say('noPlateNoVin')}`} onClose={onClose}>
      <div className="duplicates-undo">
        <p className="soft">{say('undoLead')}</p>
        <ProblemNote problem={error ?? undo.error} />
        {!data && !error && <Waiting />}
        {data && <Counts preview={data} />}
        <footer>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="primary"
            danger
            disabled={!data || data.forbidden !== null}
            loading={undo.isPending}
            onClick={() => undo.mutate({ params }, { onSuccess: done })}
          >
            {say('undo')}
          </Button>
        </footer>
      </div>
    </Sheet>
  );
}

function Counts({ preview }: { preview: UndoPreview }) {
  const say = useWords(duplicatesWords);
  const language = useLanguage();
  const { returning, staying, editedFields, members, forbidden } = preview;
  const refusal = forbidden as keyof (typeof duplicateProblems)['en'] | null;
  const why = refusal && duplicateProblems[language][refusal];
  const list = (rows: readonly { table: string; rows: number }[]) => (
    <ul>
      {rows.map(({ table, rows: count }) => (
        <li key={table}>
          {hangingNames[table]?.[language === 'en' ? 1 : 0] ?? table}{' '}
          <span className="figures soft">{count}</span>
        </li>
      ))}
    </ul>
  );
  const fields = editedFields.flatMap((field) =>
    field in duplicatesWords.en ? [say(field as DuplicatesWord)] : [],
  );
  return (
    <>
      {why && (
        <p className="duplicates-forbidden" role="alert">
          <strong>{why.title}</strong> {why.detail}
        </p>
      )}
      <h3>{say('undoReturns')}</h3>
      {returning.length === 0 ? <p className="soft">{say('undoNothing')}</p> : list(returning)}
      {members && <MembersBack members={members} />}
      {staying.length > 0 && (
        <>
          <h3>{say('undoStays')}</h3>
          {list(staying)}
        </>
      )}
      {fields.length > 0 && <p>{say('undoEdited', { fields: fields.join('、') })}</p>}
    </>
  );
}
