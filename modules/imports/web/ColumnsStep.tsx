import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { type ImportBatchWhole, importRoutes } from '../contract.ts';
import { type ImportField, type Mapping, remap } from '../judge/fields.ts';
import { kinds } from '../judge/kinds.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { importWords } from '../locales/words.ts';
import { SavedMaps } from './SavedMaps.tsx';

type Column = ImportBatchWhole['columns'][number];
const unsureBelow = 0.6;
/** A heading stands near the top. */
const rowsAtTop = Array.from({ length: 30 }, (_, at) => at + 1);

const mappingOf = (columns: readonly Column[]): Mapping =>
  Object.fromEntries(columns.flatMap(({ field, column }) => (field ? [[field, column]] : [])));

/** Which column of the list is what; sheet and heading can be chosen as well. */
export function ColumnsStep({ batch }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const [, setAddress] = useAddress();
  const draft = useDraft<Mapping>(`import.${batch.id}.columns`, mappingOf(batch.columns));
  const [mapping, setMapping] = useState(draft.initial);
  const change = useWriting(importRoutes.change);
  const params = { importId: batch.id };
  const version = batch.version;
  const choose = (column: number, field: ImportField | null) => {
    const next = remap(mapping, column, field);
    setMapping(next);
    draft.keep(next);
  };
  const submit = (body: {
    mapping?: Mapping;
    sheet?: string;
    headerRow?: number | null;
    importMapId?: string | null;
  }) =>
    change.mutate(
      { params, body, version },
      {
        onSuccess: () => {
          draft.clear();
          if (body.mapping) setAddress({ step: 'check' });
        },
      },
    );
  const isChanged =
    JSON.stringify(sorted(mapping)) !== JSON.stringify(sorted(mappingOf(batch.columns)));
  return (
    <section className="card import-columns-step">
      <p className="soft">{say('columnsNote')}</p>
      <div className="import-columns-head">
        {batch.sheets.length > 1 && (
          <label>
            {say('sheet')}
            <select
              className="plain-field"
              value={batch.sheetName}
              onChange={({ target }) => submit({ sheet: target.value })}
            >
              {batch.sheets.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          {say('headerRow')}
          <select
            className="plain-field"
            value={batch.headerRow ?? ''}
            onChange={({ target }) =>
              submit({ headerRow: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{say('noHeader')}</option>
            {rowsAtTop.map((rowNo) => (
              <option key={rowNo} value={rowNo}>
                {rowNo}
              </option>
            ))}
          </select>
        </label>
        <Button
          type="primary"
          disabled={!isChanged}
          loading={change.isPending}
          onClick={() => submit({ mapping })}
        >
          {say('apply')}
        </Button>
      </div>
      <SavedMaps
        batch={batch}
        isChanged={isChanged}
        onChoose={(importMapId) => submit({ importMapId })}
      />
      <ProblemNote problem={change.error} onAgain={change.again} />
      <ul className="import-columns-list">
        {batch.columns.map((column) => (
          <ColumnLine
            key={column.column}
            fields={kinds[batch.kind].fields}
            column={column}
            mapping={mapping}
            onChoose={choose}
          />
        ))}
      </ul>
    </section>
  );
}

const sorted = (mapping: Mapping) =>
  Object.entries(mapping).sort(([one], [other]) => (one < other ? -1 : 1));

function ColumnLine(props: {
  fields: readonly ImportField[];
  column: Column;
  mapping: Mapping;
  onChoose: (column: number, field: ImportField | null) => void;
}) {
  const { fields, column, mapping, onChoose } = props;
  const say = useWords(importScreenWords);
  const nameOf = useWords(importWords);
  const chosen = fields.find((field) => mapping[field] === column.column);
  const isOwn = chosen === (column.field ?? undefined);
  const certainty =
    column.by === 'person' || !isOwn
      ? 'byPerson'
      : column.by === 'saved'
        ? 'bySaved'
        : column.confidence < unsureBelow
          ? 'unsure'
          : 'sure';
  const label = column.label || say('unnamed', { at: column.column + 1 });
  return (
    <li>
      <strong>{label}</strong>
      <span className="import-columns-samples soft">{column.samples.slice(0, 3).join('　')}</span>
      <select
        className="plain-field"
        aria-label={`${label}: ${say('meaning')}`}
        value={chosen ?? ''}
        onChange={({ target }) =>
          onChoose(column.column, (target.value || null) as ImportField | null)
        }
      >
        <option value="">{say('notUsed')}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {nameOf(field)}
          </option>
        ))}
      </select>
      <span className={`import-columns-sure import-columns-${certainty}`}>
        {chosen ? say(certainty) : ''}
      </span>
    </li>
  );
}
