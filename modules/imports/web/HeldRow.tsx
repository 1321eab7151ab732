import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole, ImportRow } from '../contract.ts';
import type { ImportField } from '../judge/fields.ts';
import { kinds } from '../judge/kinds.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { importWords } from '../locales/words.ts';
import { useMending } from './useMending.ts';

type Reason = ImportRow['reasons'][number];
const shownFields: readonly ImportField[] = [
  'customerName',
  'employeeName',
  'phone',
  'plate',
  'model',
  'post',
  'shop',
];
const nameFields: readonly ImportField[] = ['customerName', 'employeeName'];

/** A row that is held back: who it is, what is wrong, and the cell to type over. Enter saves. */
export function HeldRow({ batch, row }: { batch: ImportBatchWhole; row: ImportRow }) {
  const say = useWords(importScreenWords);
  const { mend, isBusy, problem } = useMending(batch, row);
  const faults = row.reasons.filter(({ kind, field }) => kind === 'fault' && field !== null);
  const fields = [...new Set(faults.map(({ field }) => field as ImportField))];
  const begun = Object.fromEntries(fields.map((field) => [field, row.cells[field] ?? '']));
  const draft = useDraft<Record<string, string>>(`import.${batch.id}.${row.rowNo}`, begun);
  const [typed, setTyped] = useState({ ...begun, ...draft.initial });
  const type = (field: ImportField, text: string) => {
    const next = { ...typed, [field]: text };
    setTyped(next);
    draft.keep(next);
  };
  const changed = fields.filter((field) => typed[field] !== (row.cells[field] ?? ''));
  const save = () =>
    mend(
      { fields: Object.fromEntries(changed.map((field) => [field, typed[field]!])) },
      draft.clear,
    );
  return (
    <form
      className="import-held-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0) save();
      }}
    >
      <p className="import-held-who">
        <span className="soft">{say('rowNo', { row: row.rowNo })}</span>
        {(kinds[batch.kind].kept?.shown ?? shownFields)
          .filter((field) => row.cells[field] && !fields.includes(field))
          .map((field) => (
            <span
              key={field}
              className={nameFields.includes(field) ? 'import-held-name' : undefined}
            >
              {row.cells[field]}
            </span>
          ))}
      </p>
      <div className="import-held-faults">
        {faults.map((reason) => (
          <Fault
            key={reason.code + reason.field}
            reason={reason}
            text={typed[reason.field!] ?? ''}
            onType={(text) => type(reason.field!, text)}
          />
        ))}
      </div>
      <div className="import-held-actions">
        <Button
          type="text"
          size="small"
          disabled={isBusy}
          onClick={() => mend({ decision: 'skip' })}
        >
          {say('skip')}
        </Button>
        <Button
          htmlType="submit"
          size="small"
          type="primary"
          disabled={changed.length === 0}
          loading={isBusy}
        >
          {say('save')}
        </Button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}

function Fault(props: { reason: Reason; text: string; onType: (text: string) => void }) {
  const { reason, text, onType } = props;
  const say = useWords(importScreenWords);
  const nameOf = useWords(importWords);
  const { field, words, advice, suggestion } = reason;
  const id = useId();
  return (
    <div className="import-held-fault">
      <label className="import-held-field" htmlFor={id}>
        {nameOf(field!)}
      </label>
      <Input id={id} value={text} status="error" onChange={({ target }) => onType(target.value)} />
      <span className="import-held-why">
        <b>{words}</b> <span className="soft">{advice}</span>
        {suggestion !== null && text !== suggestion && (
          <button type="button" className="import-link-button" onClick={() => onType(suggestion)}>
            {say('use', { suggestion })}
          </button>
        )}
      </span>
    </div>
  );
}
