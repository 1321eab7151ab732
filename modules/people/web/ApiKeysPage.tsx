import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import type { ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { peopleRoutes } from '../contract.ts';
import { peopleWords } from '../locales/words.ts';
import { AddKeySheet } from './AddKeySheet.tsx';

type ApiKey = ReplyOf<typeof peopleRoutes.listApiKeys>['items'][number];

function EndKey({ apiKey }: { apiKey: ApiKey }) {
  const say = useWords(peopleWords);
  const tell = useTell();
  const revoke = useWriting(peopleRoutes.revokeApiKey);
  const end = () =>
    revoke.mutate({ params: { apiKeyId: apiKey.id } }, { onSuccess: () => tell(say('ended')) });
  return (
    <Popconfirm
      title={say('endKey', { name: apiKey.name })}
      okText={say('end')}
      cancelText={say('cancel')}
      onConfirm={end}
    >
      <Button size="small" danger loading={revoke.isPending}>
        {say('end')}
      </Button>
    </Popconfirm>
  );
}

function useColumns(): readonly Column<ApiKey>[] {
  const say = useWords(peopleWords);
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  return useMemo(() => {
    const names = new Map(roles.data?.items.map(({ id, name }) => [id, name]));
    return [
      { key: 'name', title: say('keyName'), card: 'title', show: (row) => row.name },
      { key: 'role', title: say('role'), width: 160, show: (row) => names.get(row.roleId) },
      { key: 'created', title: say('created'), width: 170, show: (row) => fullTime(row.createdAt) },
      { key: 'expires', title: say('expires'), width: 170, show: (row) => fullTime(row.expiresAt) },
      {
        key: 'end',
        title: '',
        width: 90,
        align: 'end',
        card: 'side',
        show: (row) => <EndKey apiKey={row} />,
      },
    ];
  }, [say, roles.data]);
}

/** The keys of programs: made for one purpose, with a role and an end. */
export default function ApiKeysPage() {
  const say = useWords(peopleWords);
  const [isAdding, setIsAdding] = useState(false);
  const list = useRows(peopleRoutes.listApiKeys, {});
  const columns = useColumns();
  const add = (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      {say('addKey')}
    </Button>
  );
  return (
    <Page title={say('apiKeys')} note={say('apiKeysLead')} actions={add}>
      <ResourceTable
        label={say('apiKeys')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="command" title={say('apiKeysNone')} next={say('apiKeysNoneNext')} />
        }
      />
      {isAdding && <AddKeySheet onClose={() => setIsAdding(false)} />}
    </Page>
  );
}
