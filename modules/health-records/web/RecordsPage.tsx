import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { StateFilter } from '#web/StateFilter.tsx';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedRecord, healthRecordRoutes as routes } from '../contract.ts';
import { recordStates } from '../lifecycle.ts';
import { RecordState } from './RecordState.tsx';
import { useHealthWords } from './useHealthWords.ts';

/** Which visits the authority's archive knows; what the others lack, or why they were refused. */
export default function RecordsPage() {
  const { say, sayOf } = useHealthWords();
  const [address, setAddress] = useAddress();
  const state = recordStates.find((one) => one === address.state);
  const list = useRows(routes.list, { query: { ...(state && { state }) } });
  const columns: Column<ListedRecord>[] = [
    plateColumn(say('plate')),
    {
      key: 'state',
      title: say('state'),
      width: 110,
      card: 'side',
      show: (row) => <RecordState state={row.state} />,
    },
    {
      key: 'order',
      title: say('order'),
      width: 190,
      show: (row) => <span className="figures">{row.orderNumber}</span>,
    },
    {
      key: 'settledAt',
      title: say('settledAt'),
      width: 150,
      show: (row) => (row.settledAt ? fullTime(row.settledAt) : '—'),
    },
    {
      key: 'missing',
      title: say('missing'),
      isLong: true,
      show: (row) => row.missing.map((lack) => sayOf('lack', lack)).join('、') || '—',
    },
    { key: 'said', title: say('said'), isLong: true, show: (row) => row.said || '—' },
  ];
  return (
    <Page
      title={say('records')}
      filters={
        <StateFilter
          states={recordStates}
          value={state}
          say={(one) => (one === 'all' ? say('all') : sayOf('state', one))}
          onPick={(next) => setAddress({ state: next })}
        />
      }
    >
      <ResourceTable
        label={say('records')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ orderId }) => `/service-orders/${orderId}`}
        tone={(row) => (row.state === 'incomplete' || row.state === 'refused' ? 'warn' : undefined)}
        empty={<EmptyState icon="upload" title={say('empty')} next={say('emptyHint')} />}
      />
    </Page>
  );
}
