import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type Employee, peopleRoutes } from '../contract.ts';
import { securityWords } from '../locales/security.ts';
import { peopleWords } from '../locales/words.ts';
import './security/security.css';

function useColumns(): readonly Column<Employee>[] {
  const say = useWords(peopleWords);
  const security = useWords(securityWords);
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  return useMemo(() => {
    const names = new Map(roles.data?.items.map(({ key, name }) => [key, name]));
    const rolesOf = (row: Employee) => row.roleKeys.map((key) => names.get(key) ?? key).join('、');
    return [
      { key: 'name', title: say('name'), width: 160, card: 'title', show: (row) => row.name },
      { key: 'roles', title: say('role'), isLong: true, show: rolesOf },
      { key: 'post', title: say('post'), width: 160, card: 'none', show: (row) => row.post },
      { key: 'phone', title: say('phone'), width: 150, show: (row) => row.phone || '–' },
      {
        key: 'username',
        title: say('username'),
        width: 240,
        show: (row) => (
          <>
            {row.username ?? <span className="soft">{say('noLogin')}</span>}
            {row.lacksFactor && <span className="person-badge">{security('lacksFactor')}</span>}
          </>
        ),
      },
      {
        key: 'state',
        title: say('state'),
        width: 100,
        card: 'side',
        show: (row) => (
          <span className={row.state === 'active' ? '' : 'soft'}>{say(row.state)}</span>
        ),
      },
    ];
  }, [say, security, roles.data]);
}

/** Who works here, as what, and who can sign in. */
export default function PeoplePage() {
  const say = useWords(peopleWords);
  const navigate = useNavigate();
  const session = useSession();
  const mayAdd = mayUse(session, ['people.manage']);
  const list = useRows(peopleRoutes.listEmployees, {});
  const columns = useColumns();
  const mayImport = mayAdd && mayUse(session, ['customers.import']);
  const add = mayAdd && (
    <>
      {mayImport && (
        <Button
          onClick={() => void navigate({ to: '/imports', search: { kind: 'employees' } as never })}
        >
          {say('importList')}
        </Button>
      )}
      <Button type="primary" onClick={() => void navigate({ to: '/people/new' })}>
        {say('add')}
      </Button>
    </>
  );
  return (
    <Page title={say('people')} actions={add}>
      <ResourceTable
        label={say('people')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/people/${id}`}
        empty={<EmptyState icon="people" title={say('none')} next={say('noneNext')} />}
      />
    </Page>
  );
}
