import { Link } from '@tanstack/react-router';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { StateFilter } from '#web/StateFilter.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedSublet, subletRoutes as routes } from '../contract.ts';
import { subletStates } from '../lifecycle.ts';
import { SubletState } from './SubletState.tsx';
import { useSubletWords } from './useSubletWords.ts';

/** What is with other firms, what waits to be checked, and what came of the rest. */
export default function SubletsPage() {
  const { say, sayOf } = useSubletWords();
  const session = useSession();
  const [address, setAddress] = useAddress();
  const state = subletStates.find((one) => one === address.state);
  const { partnerId } = address;
  const list = useRows(routes.list, {
    query: { ...(state && { state }), ...(partnerId && { partnerId }) },
  });
  const columns: Column<ListedSublet>[] = [
    plateColumn(say('plate')),
    {
      key: 'state',
      title: say('state'),
      width: 120,
      card: 'side',
      show: (row) => <SubletState state={row.state} />,
    },
    { key: 'job', title: say('job'), isLong: true, show: (row) => row.job },
    { key: 'partner', title: say('partner'), width: 180, show: (row) => row.partnerName },
    { key: 'givenAt', title: say('givenAt'), width: 150, show: (row) => fullTime(row.givenAt) },
    {
      key: 'dueAt',
      title: say('dueAt'),
      width: 150,
      show: (row) => (row.state === 'out' ? <Deadline dueAt={row.dueAt} /> : fullTime(row.dueAt)),
    },
    {
      key: 'booked',
      title: say('costShort'),
      width: 100,
      show: (row) => say(row.isBooked ? 'booked' : 'notBooked'),
    },
  ];
  return (
    <Page
      title={say('sublets')}
      actions={
        <>
          {mayUse(session, ['serviceOrders.receive']) && (
            <Link to={'/sublet-partners' as never}>{say('partners')}</Link>
          )}
          {mayUse(session, ['serviceOrders.settle']) && (
            <Link to={'/sublets/figures' as never}>{say('figures')}</Link>
          )}
        </>
      }
      filters={
        <StateFilter
          states={subletStates}
          value={state}
          say={(one) => (one === 'all' ? say('all') : sayOf('state', one))}
          onPick={(next) => setAddress({ state: next })}
        />
      }
    >
      <ResourceTable
        label={say('sublets')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ orderId }) => `/service-orders/${orderId}`}
        tone={(row) => (row.state === 'out' || row.state === 'back' ? 'warn' : undefined)}
        empty={<EmptyState icon="upload" title={say('empty')} next={say('emptyHint')} />}
      />
    </Page>
  );
}
