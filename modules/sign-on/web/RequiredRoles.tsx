import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { signOnRoutes as routes, type SignOnSettings } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';

/** Whose own password no longer opens. */
export function RequiredRoles({ settings }: { settings: SignOnSettings }) {
  const say = useWords(signOnWords);
  const tell = useTell();
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  const [chosen, setChosen] = useState(settings.requiredRoles);
  const require = useWriting(routes.require);
  const options = roles.data?.items
    .filter(({ key }) => key !== 'owner')
    .map(({ key, name }) => ({ value: key, label: name }));
  const save = () =>
    require.mutate(
      { body: { requiredRoles: chosen }, version: settings.version },
      { onSuccess: () => tell(say('saved')) },
    );
  return (
    <Card title={say('required')}>
      <p className="soft">{say('requiredHelp')}</p>
      <ProblemNote problem={require.error} onAgain={require.again} />
      <div className="sign-on-required">
        <Select
          mode="multiple"
          aria-label={say('required')}
          placeholder={say('requiredNone')}
          optionFilterProp="label"
          options={options}
          value={chosen}
          onChange={setChosen}
        />
        <Button loading={require.isPending} onClick={save}>
          {say('save')}
        </Button>
      </div>
    </Card>
  );
}
