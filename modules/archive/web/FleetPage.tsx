import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { customersWords } from '#modules/customers/web/index.ts';
import { reading } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { archiveRoutes, type FleetCar } from '../contract.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

/** The cars of a company at one glance: what is due, what is in the house, who drives and who decides (ARC-05). */
export default function FleetPage() {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const { say } = useArchiveWords();
  const words = useWords(customersWords);
  const params = { customerId };
  const list = useRows(archiveRoutes.fleet, { params });
  const { data: head } = useQuery({
    ...reading(archiveRoutes.fleet, { params, query: { limit: 1 } }),
  });
  const columns: Column<FleetCar>[] = [
    {
      key: 'plate',
      title: say('plate'),
      width: 150,
      card: 'title',
      show: ({ plate, plateColour }) => <PlateTag plate={plate} colour={plateColour} />,
    },
    { key: 'model', title: say('model'), isLong: true, show: ({ model }) => model || '—' },
    {
      key: 'contacts',
      title: say('contactsOfCar'),
      show: ({ contacts }) =>
        contacts
          .map(({ role, name }) => `${words(`role${role}` as 'roledriver')} ${name}`)
          .join('、') || '—',
    },
    {
      key: 'due',
      title: say('nextDue'),
      width: 130,
      card: 'side',
      show: ({ nextDueOn }) => <span className="figures">{nextDueOn ?? '—'}</span>,
    },
    {
      key: 'order',
      title: say('openOrderNow'),
      width: 190,
      show: ({ order }) =>
        order ? (
          <Link to={`/service-orders/${order.id}`}>
            {order.number}
            {order.promisedAt && (
              <span className="soft"> {fullTime(order.promisedAt).slice(5)}</span>
            )}
          </Link>
        ) : (
          '—'
        ),
    },
    {
      key: 'promises',
      title: say('promisesOpen'),
      width: 190,
      show: ({ promises, promiseDueAt }) =>
        promises === 0 || promiseDueAt === null ? (
          '—'
        ) : (
          <>
            {say('promisesCount', { count: promises })} <Deadline dueAt={promiseDueAt} />
          </>
        ),
    },
  ];
  return (
    <Page
      title={head ? `${say('fleet')} · ${head.name}` : say('fleet')}
      note={head && say('fleetTotals', head.totals)}
      actions={
        <Link to={`/customers/${customerId}`}>
          <Button>{say('customer')}</Button>
        </Link>
      }
    >
      <ResourceTable
        label={say('fleet')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/vehicles/${id}`}
        empty={<EmptyState icon="car" title={say('fleetNone')} next={say('fleetNoneNext')} />}
      />
    </Page>
  );
}
