import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { subletRoutes as routes, type SubletCost } from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

/** The entries behind a figure: booked, and taken back. */
export default function CostsPage() {
  const { say, sayOf } = useSubletWords();
  const [{ from, until, partnerId }] = useAddress();
  const query = {
    ...(from && { from }),
    ...(until && { until }),
    ...(partnerId && { partnerId }),
  };
  const list = useRows(routes.costs, { query });
  const columns: Column<SubletCost>[] = [
    plateColumn(say('plate')),
    {
      key: 'kind',
      title: say('state'),
      width: 90,
      card: 'side',
      show: (row) => sayOf('kind', row.kind),
    },
    { key: 'bookedOn', title: say('bookedOn'), width: 120, show: (row) => row.bookedOn },
    { key: 'job', title: say('job'), isLong: true, show: (row) => row.job },
    { key: 'partner', title: say('partner'), width: 180, show: (row) => row.partnerName },
    {
      key: 'priceFen',
      title: say('price'),
      width: 120,
      show: (row) => <Money fen={row.priceFen} />,
    },
    {
      key: 'costFen',
      title: say('costShort'),
      width: 120,
      show: (row) => <Money fen={row.costFen} />,
    },
    {
      key: 'reason',
      title: say('reason'),
      isLong: true,
      show: (row) => [row.reference, row.reason, row.byName].filter(Boolean).join(' · '),
    },
  ];
  return (
    <Page title={say('costs')} note={[from, until].filter(Boolean).join(' – ')}>
      <ResourceTable
        label={say('costs')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ orderId }) => `/service-orders/${orderId}`}
        tone={(row) => (row.kind === 'reversed' ? 'warn' : undefined)}
        empty={<EmptyState icon="chart" title={say('noFigures')} />}
      />
    </Page>
  );
}
