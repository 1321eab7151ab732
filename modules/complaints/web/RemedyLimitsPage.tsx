import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsForm, SettingsPage } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type RemedyLimits, complaintRoutes as routes } from '../contract.ts';
import { type RemedyKind, remedyKinds } from '../contract-work-vocabulary.ts';
import './work.css';
import { useWorkWords } from './workWords.ts';

/** Who may offer how much by himself (CMP-07): for one's own unit and what lies below it. */
export default function RemedyLimitsPage() {
  const { say } = useWorkWords();
  const read = useQuery(reading(routes.remedyLimits, {}));
  return (
    <SettingsPage title={say('remedyLimits')} note={say('remedyLimitsNote')} read={read}>
      {(given) => <LimitsForm given={given} />}
    </SettingsPage>
  );
}

/** `null`: any amount. */
type Amounts = Readonly<Record<string, number | null | undefined>>;
const keyOf = (roleKey: string, kind: RemedyKind) => `${roleKey} ${kind}`;

function LimitsForm({ given }: { given: RemedyLimits }) {
  const { say, sayOf } = useWorkWords();
  const tell = useTell();
  const save = useWriting(routes.setRemedyLimits);
  const [amounts, setAmounts] = useState<Amounts>(() =>
    Object.fromEntries(
      given.limits.map(({ roleKey, kind, amountFen }) => [keyOf(roleKey, kind), amountFen]),
    ),
  );
  const keep = () => {
    const limits = given.roles.flatMap(({ key: roleKey }) =>
      remedyKinds.flatMap((kind) => {
        const amountFen = amounts[keyOf(roleKey, kind)];
        return amountFen === undefined ? [] : [{ roleKey, kind, amountFen }];
      }),
    );
    save.mutate({ body: { limits } }, { onSuccess: () => tell(say('remedyLimitsSaved')) });
  };
  return (
    <SettingsForm className="complaint-limits" writing={save} word={say('save')} onKeep={keep}>
      {given.roles.map(({ key, name }) => (
        <fieldset key={key} className="complaint-limit-role" aria-label={name}>
          <strong>{name}</strong>
          <div className="complaint-limit-kinds">
            {remedyKinds.map((kind) => (
              <Limit
                key={kind}
                label={sayOf('remedy', kind)}
                value={amounts[keyOf(key, kind)]}
                onChange={(value) => setAmounts({ ...amounts, [keyOf(key, kind)]: value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </SettingsForm>
  );
}

function Limit(props: {
  label: string;
  value: number | null | undefined;
  onChange: (value: number | null | undefined) => void;
}) {
  const { label, value, onChange } = props;
  const { say } = useWorkWords();
  return (
    <div className="complaint-limit">
      <span className="soft">{label}</span>
      <YuanField
        key={String(value === null)}
        value={value}
        prefix="¥"
        disabled={value === null}
        aria-label={label}
        onChange={onChange}
      />
      <Checkbox
        checked={value === null}
        onChange={({ target }) => onChange(target.checked ? null : undefined)}
      >
        {say('remedyUnlimited')}
      </Checkbox>
    </div>
  );
}
