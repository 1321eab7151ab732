import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ResourceTable } from '#web/ResourceTable.tsx';
import { useRows } from '#web/useRows.ts';
import { callCheckRoutes as routes } from '../contract.ts';
import './checks.css';
import { checkColumns } from './columns.tsx';
import { useSay } from './useCheckWords.ts';

/** What was found in one's own talks: read, agreed to or disputed. */
export default function MinePage() {
  const say = useSay();
  const list = useRows(routes.mine, {});
  return (
    <Page title={say('mine')} note={say('mineNote')}>
      <ResourceTable
        label={say('mine')}
        columns={checkColumns(say, true)}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/call-checks/${id}`}
        tone={({ state }) => (state === 'checked' ? 'warn' : undefined)}
        empty={<EmptyState icon="check" title={say('nothingMine')} next={say('nothingMineNext')} />}
      />
    </Page>
  );
}
