import { useNavigate } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Choice, MergePreview } from '../contract.ts';
import { duplicateProblems } from '../locales/problems.ts';
import { hangingNames } from '../locales/tables.ts';
import { type DuplicatesWord, duplicatesWords } from '../locales/words.ts';
import './duplicates.css';
import { MembersInMerge } from './MembersInMerge.tsx';
import { SideText } from './PairLine.tsx';

export type Takes = { field: string; take: Choice }[];
type Field = MergePreview['fields'][number];

/** After the deed: said in a word, and on to the file that stays. */
export function useAfterMerge(to: string) {
  const say = useWords(duplicatesWords);
  const tell = useTell();
  const navigate = useNavigate();
  return (word: DuplicatesWord) => {
    tell(say(word));
    void navigate({ to });
  };
}

/** Both side by side: what differs is chosen field by field, what hangs on each stands below. */
export function MergeView(props: {
  preview: MergePreview;
  writing: { isPending: boolean; error: ApiProblem | null };
  onSwap: () => void;
  onMerge: (takes: Takes) => void;
  onApart: () => void;
}) {
  const { preview, writing, onSwap, onMerge, onApart } = props;
  const say = useWords(duplicatesWords);
  const language = useLanguage();
  const [takes, setTakes] = useState<Readonly<Record<string, Choice>>>({});
  const chosen = Object.entries(takes).map(([field, take]) => ({ field, take }));
  const refusal = preview.forbidden as keyof (typeof duplicateProblems)['en'] | null;
  const why = refusal && duplicateProblems[language][refusal];
  const differing = preview.fields.filter(({ kept, gone }) => kept !== null || gone !== null);
  return (
    <Page
      title={say(preview.kind === 'customer' ? 'merge' : 'mergeVehicle')}
      actions={
        <>
          <Button onClick={onSwap}>{say('swap')}</Button>
          <Button onClick={onApart}>{say('notSame')}</Button>
          <Button
            type="primary"
            disabled={why !== null && why !== undefined}
            title={why ? why.title : undefined}
            loading={writing.isPending}
            onClick={() => onMerge(chosen)}
          >
            {say('mergeNow')}
          </Button>
        </>
      }
    >
      <ProblemNote problem={writing.error} />
      {why && (
        <p className="duplicates-forbidden" role="alert">
          <Icon name="alert" size={16} /> <strong>{why.title}</strong> {why.detail}
        </p>
      )}
      <Card>
        <table className="duplicates-compare">
          <thead>
            <tr>
              <th scope="col">{say('field')}</th>
              <th scope="col">
                <span className="duplicates-kept">{say('keptSide')}</span>
                <SideText side={preview.kept} say={say} />
              </th>
              <th scope="col">
                <span className="soft">{say('goneSide')}</span>
                <SideText side={preview.gone} say={say} />
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <FieldRow
                key={field.field}
                field={field}
                take={takes[field.field] ?? field.proposed}
                onTake={(take) => setTakes({ ...takes, [field.field]: take })}
              />
            ))}
          </tbody>
        </table>
      </Card>
      {preview.members && <MembersInMerge members={preview.members} />}
      <Hanging preview={preview} />
    </Page>
  );
}

function FieldRow(props: { field: Field; take: Choice; onTake: (take: Choice) => void }) {
  const { field, take, onTake } = props;
  const say = useWords(duplicatesWords);
  const label = say(field.field as DuplicatesWord);
  const value = (text: string | null) => {
    if (text === null) return <span className="soft">—</span>;
    const word = `value${text}`;
    return word in duplicatesWords.en ? say(word as DuplicatesWord) : text;
  };
  const isSame = field.choices.length === 1;
  const cell = (which: 'kept' | 'gone', text: string | null) => (
    <td className={take === which || take === 'both' ? 'duplicates-taken' : undefined}>
      {isSame ? (
        value(text)
      ) : (
        <Radio
          checked={take === which}
          aria-label={`${label} ${text ?? '—'}`}
          onChange={() => onTake(which)}
        >
          <span className="duplicates-value">{value(text)}</span>
        </Radio>
      )}
    </td>
  );
  return (
    <tr className={isSame ? 'duplicates-same' : undefined}>
      <th scope="row">
        {label}
        {field.choices.includes('both') && !isSame && (
          <Radio checked={take === 'both'} onChange={() => onTake('both')}>
            {say('takeBoth')}
          </Radio>
        )}
      </th>
      {cell('kept', field.kept)}
      {cell('gone', field.gone)}
    </tr>
  );
}

function Hanging({ preview }: { preview: MergePreview }) {
  const say = useWords(duplicatesWords);
  const language = useLanguage();
  return (
    <Card title={say('hanging')}>
      {preview.hanging.length === 0 ? (
        <p className="soft">{say('nothingHangs')}</p>
      ) : (
        <>
          <p className="soft">{say('hangingNext')}</p>
          <table className="duplicates-hanging">
            <thead>
              <tr>
                <th scope="col" aria-label={say('hanging')} />
                <th scope="col">{say('keptSide')}</th>
                <th scope="col">{say('goneSide')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.hanging.map(({ table, kept, gone }) => (
                <tr key={table}>
                  <th scope="row">{hangingNames[table]?.[language === 'en' ? 1 : 0] ?? table}</th>
                  <td className="figures">{kept}</td>
                  <td className="figures">{gone}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Card>
  );
}
