import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { QueryOf } from '#shared/route.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type ListedOrder, serviceOrderRoutes as routes } from '../contract.ts';
import { orderStates } from '../lifecycle.ts';
import { StateTag } from './StateTag.tsx';
import './orders.css';
import { useOrderWords } from './useOrderWords.ts';

type Query = QueryOf<typeof routes.list>;

/** All orders, found by number, state and day. */
export default function OrderListPage() {
  const { say, sayOf } = useOrderWords();
  const [address, setAddress] = useAddress();
  const [number, setNumber] = useState(address.number ?? '');
  const columns = useColumns();
  useEffect(() => {
    const waiting = setTimeout(() => setAddress({ number: number.trim() }), 250);
    return () => clearTimeout(waiting);
  }, [number, setAddress]);
  const query = Object.fromEntries(
    [
      'state',
      'number',
      'vehicleId',
      'customerId',
      'advisorId',
      'receivedFrom',
      'receivedUntil',
      'sort',
    ]
      .map((name) => [name, address[name]] as const)
      .filter(([, value]) => value),
  ) as Query;
  const list = useRows(routes.list, { query });
  return (
    <Page
      title={say('orders')}
      filters={
        <>
          <Input
            allowClear
            className="order-number-field"
            value={number}
            placeholder={say('search')}
            aria-label={say('search')}
            onChange={(event) => setNumber(event.target.value)}
          />
          <Select
            allowClear
            className="order-state-field"
            value={address.state ?? null}
            placeholder={say('state')}
            aria-label={say('state')}
            onChange={(state) => setAddress({ state: state ?? undefined })}
            options={orderStates.map((state) => ({ value: state, label: sayOf('', state) }))}
          />
          <span className="order-date-range">
            <input
              type="date"
              className="plain-field"
              aria-label={say('receivedAt')}
              value={address.receivedFrom ?? ''}
              onChange={(event) => setAddress({ receivedFrom: event.target.value })}
            />
            <span className="soft">–</span>
            <input
              type="date"
              className="plain-field"
              aria-label={say('receivedAt')}
              value={address.receivedUntil ?? ''}
              onChange={(event) => setAddress({ receivedUntil: event.target.value })}
            />
          </span>
        </>
      }
    >
      <ResourceTable
        label={say('orders')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/service-orders/${id}`}
        sort={address.sort ?? '-receivedAt'}
        onSort={(sort) => setAddress({ sort })}
        empty={<EmptyState icon="order" title={say('noOrders')} />}
      />
    </Page>
  );
}

function useColumns(): Column<ListedOrder>[] {
  const { say, sayOf } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  return [
    { key: 'number', title: say('number'), width: 140, show: ({ number }) => number },
    {
      key: 'plate',
      title: say('plate'),
      width: 130,
      card: 'title',
      show: ({ plate, plateColour }) => <PlateTag plate={plate} colour={plateColour} />,
    },
    { key: 'customer', title: say('customer'), isLong: true, show: (row) => row.customerName },
    { key: 'model', title: say('model'), isLong: true, show: ({ model }) => model },
    { key: 'kind', title: say('kind'), width: 90, show: ({ kind }) => sayOf('kind', kind) },
    {
      key: 'state',
      title: say('state'),
      width: 190,
      card: 'side',
      show: (row) => <StateTag order={row} />,
    },
    {
      key: 'advisor',
      title: say('advisor'),
      width: 110,
      isLong: true,
      show: (row) => row.advisorName,
    },
    {
      key: 'receivedAt',
      title: say('receivedAt'),
      width: 130,
      sort: 'receivedAt',
      show: (row) => shortTime(row.receivedAt, now, language),
    },
    {
      key: 'promisedAt',
      title: say('promisedAt'),
      width: 130,
      show: (row) => (row.promisedAt ? shortTime(row.promisedAt, now, language) : ''),
    },
  ];
}
