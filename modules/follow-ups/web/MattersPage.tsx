import { Segmented } from 'antd';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type Matter, matterRoutes } from '../contract.ts';
import { MatterState } from './MatterState.tsx';
import { Person } from './Person.tsx';
import { useSay } from './useFollowUpWords.ts';
import { useWhose } from './useWhose.ts';

/** Demands, hopes and questions until the customer knows; what climbed to the supervisor stands out. */
export default function MattersPage() {
  const say = useSay();
  const [address, setAddress] = useAddress();
  const { isMine: mine, choose } = useWhose();
  const open = address.state !== 'all';
  const list = useRows(matterRoutes.list, {
    query: { ...(mine && { mine }), ...(open && { open }) },
  });
  const columns: readonly Column<Matter>[] = [
    {
      key: 'content',
      title: say('content'),
      isLong: true,
      card: 'title',
      show: (row) => row.content,
    },
    { key: 'kind', title: say('kind'), width: 90, show: (row) => say(row.kind) },
    {
      key: 'customer',
      title: say('customer'),
      width: 150,
      show: (row) => <Person customer={row.customer} />,
    },
    {
      key: 'car',
      title: say('car'),
      width: 130,
      show: (row) =>
        row.vehicle && <PlateTag plate={row.vehicle.plate} colour={row.vehicle.plateColour} />,
    },
    { key: 'owner', title: say('owner'), width: 110, show: (row) => row.ownerName ?? '—' },
    {
      key: 'state',
      title: say('state'),
      width: 130,
      card: 'side',
      show: (row) => <MatterState state={row.state} />,
    },
    {
      key: 'deadline',
      title: say('deadline'),
      width: 180,
      show: (row) =>
        row.deadline && (
          <Deadline
            dueAt={row.deadline.dueAt}
            warnAt={row.deadline.warnAt}
            doneAt={row.deadline.settledAt}
            spans={row.deadline.spans}
          />
        ),
    },
  ];
  return (
    <Page
      title={say('matters')}
      note={say('mattersNote')}
      filters={
        <>
          <Segmented
            value={mine ? 'mine' : 'all'}
            options={[
              { value: 'mine', label: say('mine') },
              { value: 'all', label: say('everyone') },
            ]}
            onChange={choose}
          />
          <Segmented
            value={open ? 'open' : 'all'}
            options={[
              { value: 'open', label: say('openOnly') },
              { value: 'all', label: say('all') },
            ]}
            onChange={(state) => setAddress({ state: state === 'all' ? 'all' : undefined })}
          />
        </>
      }
    >
      <ResourceTable
        label={say('matters')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/matters/${id}`}
        tone={({ state }) => (state === 'escalated' ? 'late' : undefined)}
        empty={<EmptyState icon="check" title={say('noMatters')} next={say('noMattersNext')} />}
      />
    </Page>
  );
}
