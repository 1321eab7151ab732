import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsForm, SettingsPage } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type RepairGuarantees, serviceOrderRoutes as routes } from '../contract.ts';
import { guaranteeWords } from '../locales/words-guarantees.ts';
import './guarantees.css';
import { useOrderWords } from './useOrderWords.ts';

/** How long each grade of work is guaranteed: by law at least, and what the house promises (WSH-14). */
export default function GuaranteesPage() {
  const speak = useWords(guaranteeWords);
  const read = useQuery(reading(routes.guarantees, {}));
  return (
    <SettingsPage title={speak('guarantees')} note={speak('note')} read={read}>
      {(given) => <Promises given={given} />}
    </SettingsPage>
  );
}

type Item = RepairGuarantees['items'][number];
type Row = { days?: number; km?: number };

function Promises({ given }: { given: RepairGuarantees }) {
  const { say, sayOf } = useOrderWords();
  const speak = useWords(guaranteeWords);
  const tell = useTell();
  const save = useWriting(routes.promiseGuarantees);
  const [rows, setRows] = useState<Readonly<Record<string, Row>>>(() =>
    Object.fromEntries(given.items.map(({ grade, promised }) => [grade, { ...promised }])),
  );
  const set = (grade: string, change: Row) =>
    setRows({ ...rows, [grade]: { ...rows[grade], ...change } });
  // What is left open of a promise is as the law has it.
  const keep = () => {
    const terms = given.items.flatMap(({ grade, car }) => {
      const { days, km } = rows[grade] ?? {};
      return days || km ? [{ grade, days: days ?? car.days, km: km ?? car.km }] : [];
    });
    save.mutate({ body: { terms } }, { onSuccess: () => tell(speak('saved')) });
  };
  const least = ({ days, km }: Item['car']) =>
    say('guaranteeTerm', { days, km: km.toLocaleString('en-US') });
  return (
    <SettingsForm writing={save} word={speak('save')} onKeep={keep}>
      <p className="soft">
        {speak('source', { source: given.source })}{' '}
        {given.promisedFrom && speak('from', { from: given.promisedFrom })}
      </p>
      {given.items.map((item) => (
        <fieldset
          key={item.grade}
          className="order-term-row"
          aria-label={sayOf('grade', item.grade)}
        >
          <strong>{sayOf('grade', item.grade)}</strong>
          <span>
            {least(item.car)}
            <span className="soft order-term-others">
              {speak('others', {
                motorcycle: least(item.motorcycle),
                other: least(item.other),
              })}
            </span>
          </span>
          <InputNumber
            value={rows[item.grade]?.days ?? null}
            min={1}
            max={3650}
            precision={0}
            controls={false}
            aria-label={say('guaranteeDays')}
            placeholder={say('guaranteeDays')}
            onChange={(days) => set(item.grade, { days: days ?? undefined })}
          />
          <InputNumber
            value={rows[item.grade]?.km ?? null}
            min={1}
            max={9_999_999}
            precision={0}
            controls={false}
            aria-label={say('guaranteeKm')}
            placeholder={say('guaranteeKm')}
            onChange={(km) => set(item.grade, { km: km ?? undefined })}
          />
        </fieldset>
      ))}
    </SettingsForm>
  );
}
