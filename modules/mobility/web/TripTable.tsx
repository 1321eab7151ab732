import { EmptyState } from '#web/EmptyState.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedTrip, tripRoutes as routes } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** All trips, the latest first. */
export function TripTable() {
  const { say, sayOf } = useMobilityWords();
  const list = useRows(routes.list, { query: {} });
  const columns: Column<ListedTrip>[] = [
    {
      key: 'arriveBy',
      title: say('arriveBy'),
      width: 150,
      card: 'side',
      show: (row) => fullTime(row.arriveBy),
    },
    plateColumn(say('plate')),
    { key: 'kind', title: say('kind'), width: 110, show: (row) => sayOf('kind', row.kind) },
    { key: 'customer', title: say('customer'), width: 120, show: (row) => row.customerName },
    { key: 'address', title: say('address'), isLong: true, show: (row) => row.address },
    { key: 'driver', title: say('driver'), width: 100, show: (row) => row.driverName || '—' },
    { key: 'state', title: say('state'), width: 100, show: (row) => sayOf('state', row.state) },
  ];
  return (
    <ResourceTable
      label={say('trips')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      to={({ id }) => `/trips/${id}`}
      tone={(row) => (row.state === 'failed' ? 'warn' : undefined)}
      empty={<EmptyState icon="car" title={say('emptyAll')} />}
    />
  );
}
