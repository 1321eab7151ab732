import { Checkbox } from 'antd';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { archiveRoutes, type IncompleteArchive } from '../contract.ts';
import './archive.css';
import { Meter, Missing } from './Completeness.tsx';
import { Plates } from './Plates.tsx';
import { useArchiveWords } from './useArchiveWords.ts';

/** Files that owe something, the most pressing first: what, who, by when (ARC-02). */
export default function IncompletePage() {
  const { say } = useArchiveWords();
  const session = useSession();
  const [{ mine, late }, setAddress] = useAddress();
  const query = { ...(mine && { ownerId: session.employeeId }), ...(late && { late: true }) };
  const list = useRows(archiveRoutes.listIncomplete, { query });
  const filter = (name: 'mine' | 'late', value: string | undefined) => (
    <Checkbox
      checked={value !== undefined}
      onChange={({ target }) => setAddress({ [name]: target.checked ? 'yes' : undefined })}
    >
      {say(name)}
    </Checkbox>
  );
  return (
    <Page
      title={say('incomplete')}
      filters={
        <>
          {filter('mine', mine)}
          {filter('late', late)}
        </>
      }
    >
      <ResourceTable
        label={say('incomplete')}
        columns={columnsOf(say)}
        list={list}
        rowKey={({ customerId }) => customerId}
        to={({ customerId }) => `/customers/${customerId}`}
        tone={({ state }) => (state === 'broken' ? 'late' : undefined)}
        empty={<EmptyState icon="check" title={say('allComplete')} next={say('allCompleteNext')} />}
      />
    </Page>
  );
}

type Say = ReturnType<typeof useArchiveWords>['say'];
const columnsOf = (say: Say): Column<IncompleteArchive>[] => [
  {
    key: 'name',
    title: say('name'),
    show: (row) => row.name,
    width: 180,
    isLong: true,
    card: 'title',
  },
  {
    key: 'vehicles',
    title: say('vehicles'),
    show: (row) => <Plates vehicles={row.vehicles} />,
    width: 240,
  },
  {
    key: 'missing',
    title: say('stillMissing'),
    show: (row) => <Missing missing={row.completeness.missing} cars={row.vehicles.length} />,
  },
  {
    key: 'meter',
    title: say('completeness'),
    show: (row) => <Meter judged={row.completeness} />,
    width: 150,
  },
  {
    key: 'owner',
    title: say('whoOwes'),
    show: (row) => row.ownerName ?? say('owesNobody'),
    width: 120,
  },
  {
    key: 'due',
    title: say('by'),
    show: (row) => <Deadline dueAt={row.dueAt} warnAt={row.warnAt} spans={row.sum} />,
    width: 170,
    card: 'side',
  },
];
