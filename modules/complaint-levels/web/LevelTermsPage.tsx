import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { SettingsForm, SettingsPage } from '#web/SettingsForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { levelRoutes as routes } from '../contract.ts';
import type { LevelTerms, OwnLevelTerms } from '../contract-terms.ts';
import { type Tier, tiers } from '../lifecycle.ts';
import './levels.css';
import { useSay } from './said.ts';

/** How long each level has, and whether a complaint then goes up by itself (CMP-16). */
export default function LevelTermsPage() {
  const say = useSay();
  const read = useQuery(reading(routes.terms, {}));
  return (
    <SettingsPage title={say('terms')} note={say('termsNote')} read={read}>
      {(given) => <TermsForm given={given} />}
    </SettingsPage>
  );
}

interface Typed {
  days: string;
  automatic: '' | 'yes' | 'no';
}
const automaticOf = (value: boolean | undefined) =>
  value === undefined ? '' : value ? 'yes' : 'no';
const typedFrom = ({ own }: LevelTerms, tier: Tier): Typed => ({
  days: own[tier]?.days === undefined ? '' : String(own[tier].days),
  automatic: automaticOf(own[tier]?.isAutomatic),
});

/** What was typed; what is empty is left out and stays as shipped. */
function ownFrom(typed: Readonly<Record<Tier, Typed>>): OwnLevelTerms {
  const filled = tiers.flatMap((tier) => {
    const { days, automatic } = typed[tier];
    const row = {
      ...(days !== '' && { days: Number(days) }),
      ...(automatic !== '' && { isAutomatic: automatic === 'yes' }),
    };
    return Object.keys(row).length === 0 ? [] : [[tier, row]];
  });
  return Object.fromEntries(filled);
}

function TermsForm({ given }: { given: LevelTerms }) {
  const say = useSay();
  const tell = useTell();
  const save = useWriting(routes.setTerms, { touches: ['complaint-level-terms'] });
  const [typed, setTyped] = useState(() => ({
    shop: typedFrom(given, 'shop'),
    agent: typedFrom(given, 'agent'),
    headquarters: typedFrom(given, 'headquarters'),
  }));
  const change = (tier: Tier, next: Partial<Typed>) =>
    setTyped({ ...typed, [tier]: { ...typed[tier], ...next } });
  return (
    <SettingsForm
      className="level-terms"
      writing={save}
      word={say('save')}
      onKeep={() =>
        save.mutate({ body: { own: ownFrom(typed) } }, { onSuccess: () => tell(say('termsSaved')) })
      }
    >
      {given.rows.map(({ tier, days, isAutomatic, source }) => {
        const name = say('termDays', { tier: say(`tier_${tier}`) });
        return (
          <fieldset key={tier} className="level-term" aria-label={say(`tier_${tier}`)}>
            <strong>{name}</strong>
            <Input
              className="level-days"
              inputMode="numeric"
              maxLength={2}
              aria-label={name}
              placeholder={String(days)}
              value={typed[tier].days}
              onChange={({ target }) => change(tier, { days: target.value.replace(/\D/g, '') })}
            />
            {tier !== 'headquarters' && (
              <select
                className="plain-field"
                aria-label={`${say(`tier_${tier}`)} ${say('automatic')}`}
                value={typed[tier].automatic}
                onChange={({ target }) =>
                  change(tier, { automatic: target.value as Typed['automatic'] })
                }
              >
                <option value="">
                  {say('automatic_shipped', {
                    value: say(isAutomatic ? 'automatic_yes' : 'automatic_no'),
                  })}
                </option>
                <option value="yes">{say('automatic_yes')}</option>
                <option value="no">{say('automatic_no')}</option>
              </select>
            )}
            <p className="soft">{say('source', { source })}</p>
          </fieldset>
        );
      })}
      <p className="soft">
        {say('together', { days: given.mostDaysTogether, source: given.mostSource })}
      </p>
    </SettingsForm>
  );
}
