import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type CountedOrder, repeatRepairRoutes as routes } from '../contract.ts';
import './repeats.css';
import { useRepeatWords } from './useRepeatWords.ts';

/** The delivered orders behind a figure, and which of them came back. */
export default function CountedPage() {
  const { say } = useRepeatWords();
  const [{ from, until, technicianId, job }] = useAddress();
  const query = {
    ...(from && { from }),
    ...(until && { until }),
    ...(technicianId && { technicianId }),
    ...(job && { job }),
  };
  const list = useRows(routes.orders, { query });
  const columns: Column<CountedOrder>[] = [
    plateColumn(say('plate')),
    {
      key: 'number',
      title: say('earlier'),
      width: 180,
      show: (row) => <span className="figures">{row.number}</span>,
    },
    { key: 'customer', title: say('customer'), show: (row) => row.customerName },
    {
      key: 'deliveredAt',
      title: say('deliveredAt'),
      width: 160,
      show: (row) => fullTime(row.deliveredAt),
    },
    {
      key: 'technician',
      title: say('technician'),
      width: 120,
      show: (row) => row.technicianName || '—',
    },
    {
      key: 'cameBack',
      title: say('isBack'),
      width: 110,
      card: 'side',
      show: (row) => (row.cameBack ? say('isBack') : '—'),
    },
  ];
  return (
    <Page title={say('ordersCounted')} note={[from, until].filter(Boolean).join(' – ')}>
      {job && <p className="soft">{job}</p>}
      <ResourceTable
        label={say('ordersCounted')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/service-orders/${id}`}
        tone={(row) => (row.cameBack ? 'warn' : undefined)}
        empty={<EmptyState icon="shield" title={say('noFigures')} />}
      />
    </Page>
  );
}
