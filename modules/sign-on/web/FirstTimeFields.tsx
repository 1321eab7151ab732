import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { reading } from '#web/api.ts';
import { useWords } from '#web/useWords.ts';
import { signOnWords } from '../locales/words.ts';
import { SwitchLine } from './ProviderSheet.tsx';
import { useGivenRoles } from './useGivenRoles.ts';

/** Who comes in that nobody has linked yet: nobody, who is called the same, or anybody the provider knows. */
export function FirstTimeFields() {
  const say = useWords(signOnWords);
  const roles = useGivenRoles();
  const units = useQuery(reading(organisationRoutes.listUnits, { query: { limit: 200 } }));
  const newRoleKey = Form.useWatch<string | null>('newRoleKey');
  const places = units.data?.items ?? [];
  const newcomers = roles.map(({ value, label: role }) => ({
    value,
    label: say('newAs', { role }),
  }));
  return (
    <>
      <h3>{say('firstTime')}</h3>
      <p className="soft">{say('firstTimeHelp')}</p>
      <SwitchLine name="matchesUsername" label={say('matches')} help={say('matchesHelp')} />
      <Form.Item name="usernameClaim" label={say('usernameClaim')}>
        <Input maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="newRoleKey"
        label={say('newRole')}
        getValueProps={(value) => ({ value: value ?? '' })}
        normalize={(value) => value || null}
      >
        <Select options={[{ value: '', label: say('newNever') }, ...newcomers]} />
      </Form.Item>
      <Form.Item name="newUnitId" label={say('newUnit')} hidden={!newRoleKey || places.length < 2}>
        <Select
          placeholder={places[0]?.name}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="domains" label={say('domains')} extra={say('domainsHelp')}>
        <Input maxLength={2000} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
    </>
  );
}
