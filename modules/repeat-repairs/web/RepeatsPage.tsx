import { Link } from '@tanstack/react-router';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { StateFilter } from '#web/StateFilter.tsx';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedRepeat, repeatRepairRoutes as routes } from '../contract.ts';
import { repeatStates } from '../lifecycle.ts';
import { RepeatState } from './RepeatState.tsx';
import { useRepeatWords } from './useRepeatWords.ts';

/** Who came back within the guarantee: what is to be decided, and what was; a figure opens its records here. */
export default function RepeatsPage() {
  const { say, sayOf } = useRepeatWords();
  const [address, setAddress] = useAddress();
  const state = repeatStates.find((one) => one === address.state);
  const { technicianId, job, from, until } = address;
  const counted = address.counted === 'delivered' ? ('delivered' as const) : ('decided' as const);
  const query = {
    ...(state && { state }),
    ...(technicianId && { technicianId }),
    ...(job && { job }),
    ...(from && until && { from, until, counted }),
  };
  const list = useRows(routes.list, { query });
  const columns: Column<ListedRepeat>[] = [
    plateColumn(say('plate')),
    {
      key: 'state',
      title: say('state'),
      width: 110,
      card: 'side',
      show: (row) => <RepeatState state={row.state} />,
    },
    { key: 'customer', title: say('customer'), width: 110, show: (row) => row.customerName },
    {
      key: 'recognisedAt',
      title: say('recognisedAt'),
      width: 150,
      show: (row) => fullTime(row.recognisedAt),
    },
    {
      key: 'attempt',
      title: say('attempt'),
      width: 90,
      show: (row) => say('attemptTimes', { count: row.attempt }),
    },
    { key: 'job', title: say('job'), isLong: true, show: (row) => row.job || '—' },
    {
      key: 'technician',
      title: say('technician'),
      width: 100,
      show: (row) => row.partnerName || row.technicianName || '—',
    },
    {
      key: 'causeKind',
      title: say('causeKind'),
      width: 160,
      show: (row) => <Cause row={row} />,
    },
  ];
  return (
    <Page
      title={say('repeats')}
      actions={<Link to="/repeat-repairs/figures">{say('figures')}</Link>}
      filters={
        <StateFilter
          states={repeatStates}
          value={state}
          say={(one) => (one === 'all' ? say('all') : sayOf('state', one))}
          onPick={(next) => setAddress({ state: next })}
        />
      }
    >
      {from && until && (
        <p className="soft">
          {say(counted === 'delivered' ? 'cameBack' : 'repeatCount')} · {from} – {until}
          {job && ` · ${job}`}
        </p>
      )}
      <ResourceTable
        label={say('repeats')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ orderId }) => `/service-orders/${orderId}`}
        tone={(row) => (row.state === 'proposed' ? 'warn' : undefined)}
        empty={<EmptyState icon="shield" title={say('empty')} next={say('emptyHint')} />}
      />
    </Page>
  );
}

/** The cause, or until when another one may still be proved. */
function Cause({ row }: { row: ListedRepeat }) {
  const { sayOf } = useRepeatWords();
  if (row.causeKind) return sayOf('cause', row.causeKind);
  return row.state === 'confirmed' ? <Deadline dueAt={row.proofDueAt} /> : '—';
}
