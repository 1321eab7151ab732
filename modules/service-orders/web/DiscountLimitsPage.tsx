import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsForm, SettingsPage } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type DiscountLimits, serviceOrderRoutes as routes } from '../contract.ts';
import './discounts.css';
import { useOrderWords } from './useOrderWords.ts';

/** Who may let off how much by himself (WSH-15): for one's own unit and what lies below it. */
export default function DiscountLimitsPage() {
  const { say } = useOrderWords();
  const read = useQuery(reading(routes.discountLimits, {}));
  return (
    <SettingsPage title={say('discountLimits')} note={say('discountLimitsNote')} read={read}>
      {(given) => <LimitsForm given={given} />}
    </SettingsPage>
  );
}

type Row = { percent?: number; amountFen?: number };

function LimitsForm({ given }: { given: DiscountLimits }) {
  const { say } = useOrderWords();
  const tell = useTell();
  const save = useWriting(routes.setDiscountLimits);
  const [rows, setRows] = useState<Readonly<Record<string, Row>>>(() =>
    Object.fromEntries(
      given.limits.map(({ roleKey, percent, amountFen }) => [
        roleKey,
        { percent, ...(amountFen !== null && { amountFen }) },
      ]),
    ),
  );
  const set = (key: string, change: Row) =>
    setRows({ ...rows, [key]: { ...rows[key], ...change } });
  const keep = () => {
    const limits = given.roles.flatMap(({ key }) => {
      const { percent, amountFen = null } = rows[key] ?? {};
      return percent ? [{ roleKey: key, percent, amountFen }] : [];
    });
    save.mutate({ body: { limits } }, { onSuccess: () => tell(say('discountLimitsSaved')) });
  };
  return (
    <SettingsForm
      className="order-limits"
      writing={save}
      word={say('discountLimitsSave')}
      onKeep={keep}
    >
      <div className="order-limit-row order-limit-head" aria-hidden="true">
        <span>{say('role')}</span>
        <span>{say('discountPercent')}</span>
        <span>{say('discountAtMost')}</span>
      </div>
      {given.roles.map(({ key, name }) => (
        <fieldset key={key} className="order-limit-row" aria-label={name}>
          <span className="order-limit-role">{name}</span>
          <InputNumber
            value={rows[key]?.percent ?? null}
            min={0}
            max={100}
            precision={0}
            controls={false}
            suffix="%"
            aria-label={say('discountPercent')}
            placeholder={say('discountNothing')}
            onChange={(percent) => set(key, { percent: percent ?? undefined })}
          />
          <YuanField
            value={rows[key]?.amountFen}
            prefix="¥"
            disabled={!rows[key]?.percent}
            aria-label={say('discountAtMost')}
            placeholder={say('discountUnlimited')}
            onChange={(amountFen) => set(key, { amountFen })}
          />
        </fieldset>
      ))}
    </SettingsForm>
  );
}
