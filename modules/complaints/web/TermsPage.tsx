import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsForm, SettingsPage } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type ComplaintTerms, complaintRoutes as routes } from '../contract.ts';
import { termColumns } from '../contract-terms.ts';
import './work.css';
import { useWorkWords } from './workWords.ts';

/** By when a complaint is answered, solved and closed, and who is told when not (CMP-03, CMP-04). */
export default function TermsPage() {
  const { say } = useWorkWords();
  const read = useQuery(reading(routes.terms, {}));
  return (
    <SettingsPage title={say('termsMenu')} note={say('termsNote')} read={read}>
      {(given) => <TermsForm given={given} />}
    </SettingsPage>
  );
}

type Row = ComplaintTerms['rows'][number];
type Typed = Readonly<Record<string, string>>;
const cellOf = (key: string, column: string) => `${key}.${column}`;

function typedFrom({ own, rows }: ComplaintTerms): Typed {
  const cells = rows.flatMap(({ key }) =>
    termColumns.map((column) => {
      const value = own[key as 'answer']?.[column];
      return [cellOf(key, column), value === undefined ? '' : String(value)];
    }),
  );
  return Object.fromEntries(cells);
}

/** What was typed, row by row; what is empty is left out. */
function ownFrom(rows: readonly Row[], typed: Typed): ComplaintTerms['own'] {
  const filled = rows.flatMap(({ key }) => {
    const cells = termColumns.flatMap((column) => {
      const value = typed[cellOf(key, column)] ?? '';
      return value === '' ? [] : [[column, Number(value)]];
    });
    return cells.length === 0 ? [] : [[key, Object.fromEntries(cells)]];
  });
  return Object.fromEntries(filled);
}

function TermsForm({ given }: { given: ComplaintTerms }) {
  const { say, sayOf } = useWorkWords();
  const tell = useTell();
  const save = useWriting(routes.setTerms, { touches: ['complaint-terms'] });
  const [typed, setTyped] = useState(() => typedFrom(given));
  const keep = () =>
    save.mutate(
      { body: { own: ownFrom(given.rows, typed) } },
      { onSuccess: () => tell(say('termsSaved')) },
    );
  return (
    <SettingsForm className="complaint-limits" writing={save} word={say('save')} onKeep={keep}>
      {given.rows.map((row) => {
        const name = `${sayOf('term', row.key)}（${sayOf('unit', row.unit)}）`;
        return (
          <fieldset key={row.key} className="complaint-limit-role" aria-label={name}>
            <strong>{name}</strong>
            <div className="complaint-limit-kinds">
              {termColumns.map((column) => (
                // biome-ignore lint/a11y/noLabelWithoutControl: the field is among the children
                <label key={column} className="complaint-limit">
                  <span className="soft">{say(column)}</span>
                  <Input
                    inputMode="numeric"
                    maxLength={5}
                    aria-label={`${name} ${say(column)}`}
                    placeholder={String(row.shipped[column])}
                    value={typed[cellOf(row.key, column)]}
                    onChange={({ target }) =>
                      setTyped({
                        ...typed,
                        [cellOf(row.key, column)]: target.value.replace(/\D/g, ''),
                      })
                    }
                  />
                </label>
              ))}
            </div>
            <p className="soft complaint-tree-source">
              {say('treeSource', { source: row.source })}
            </p>
          </fieldset>
        );
      })}
    </SettingsForm>
  );
}
