import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { customerKinds } from '#modules/customers/contract.ts';
import { NewCustomerForm } from '#modules/customers/web/index.ts';
import { NewArrival } from '#modules/vehicles/web/index.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ArchiveItem, archiveRoutes } from '../contract.ts';
import './archive.css';
import { Plates } from './Plates.tsx';
import { useArchiveWords } from './useArchiveWords.ts';

/** All customers, latest first; a few letters of anything narrow them down. */
export default function CustomersPage() {
  const { say } = useArchiveWords();
  const [address, setAddress] = useAddress();
  const navigate = useNavigate();
  const { q, kind } = address;
  const query = { ...(q && { q }), ...(kind && { kind: kind as 'person' }), limit: 100 };
  const list = useRows(archiveRoutes.list, { query });
  const close = () => setAddress({ new: undefined });
  const open = (customerId: string) => void navigate({ to: `/customers/${customerId}` });
  return (
    <Page
      title={say('customers')}
      actions={<Additions onAdd={(what) => setAddress({ new: what })} />}
      filters={
        <>
          <SearchField value={q ?? ''} onSearch={(typed) => setAddress({ q: typed })} />
          <Select
            className="archive-kind-filter"
            aria-label={say('allKinds')}
            value={kind ?? ''}
            onChange={(value) => setAddress({ kind: value })}
            options={['', ...customerKinds].map((value) => ({
              value,
              label: value === '' ? say('allKinds') : say(value as 'person'),
            }))}
          />
        </>
      }
    >
      <ResourceTable
        label={say('customers')}
        columns={columnsOf(say)}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/customers/${id}`}
        empty={
          q ? (
            <EmptyState
              icon="search"
              title={say('nothingFound', { q })}
              next={say('nothingFoundNext')}
            />
          ) : (
            <EmptyState icon="customer" title={say('noCustomers')} next={say('noCustomersNext')} />
          )
        }
      />
      {address.new === 'customer' && (
        <SheetForm title={say('add')} onClose={close}>
          <NewCustomerForm onCancel={close} onDone={({ id }) => open(id)} />
        </SheetForm>
      )}
      {address.new === 'arrival' && (
        <SheetForm title={say('arrival')} onClose={close}>
          <NewArrival
            onCancel={close}
            onArrived={({ customerId }) => open(customerId)}
            onOpen={(vehicleId) => void navigate({ to: `/vehicles/${vehicleId}` })}
          />
        </SheetForm>
      )}
    </Page>
  );
}

type Say = ReturnType<typeof useArchiveWords>['say'];
const columnsOf = (say: Say): Column<ArchiveItem>[] => [
  {
    key: 'name',
    title: say('name'),
    show: (row) => row.name,
    width: 220,
    isLong: true,
    card: 'title',
  },
  {
    key: 'vehicles',
    title: say('vehicles'),
    show: (row) => <Plates vehicles={row.vehicles} />,
    width: 340,
  },
  {
    key: 'phone',
    title: say('phone'),
    show: (row) => <span className="figures">{row.phone || '—'}</span>,
    width: 140,
  },
  { key: 'address', title: say('address'), show: (row) => row.address || '—', isLong: true },
  {
    key: 'lastVisit',
    title: say('lastVisit'),
    show: (row) => <span className="figures">{row.lastVisitOn ?? '—'}</span>,
    width: 120,
    card: 'side',
  },
  {
    key: 'firstSeen',
    title: say('firstSeen'),
    show: (row) => <span className="figures">{row.firstSeenOn}</span>,
    width: 120,
    card: 'none',
  },
];

function Additions({ onAdd }: { onAdd: (what: string) => void }) {
  const { say } = useArchiveWords();
  const session = useSession();
  return (
    <>
      {mayUse(session, ['customers.edit']) && (
        <Button onClick={() => onAdd('customer')}>{say('add')}</Button>
      )}
      {mayUse(session, ['vehicles.edit']) && (
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => onAdd('arrival')}>
          {say('arrival')}
        </Button>
      )}
    </>
  );
}

const pauseMs = 200;

/** Answers while typing, a moment after the last letter; the Chinese input method is let finish first. */
function SearchField({ value, onSearch }: { value: string; onSearch: (typed: string) => void }) {
  const { say } = useArchiveWords();
  const [typed, setTyped] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  useEffect(() => {
    if (isComposing || typed === value) return;
    const timer = setTimeout(() => onSearch(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, isComposing, onSearch]);
  return (
    <Input
      allowClear
      className="archive-search"
      prefix={<Icon name="search" />}
      placeholder={say('search')}
      aria-label={say('search')}
      value={typed}
      maxLength={80}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
    />
  );
}
