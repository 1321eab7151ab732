import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedLoan, loanRoutes } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** All loans, the latest first. */
export function LoanTable() {
  const { say, sayOf } = useMobilityWords();
  const list = useRows(loanRoutes.list, { query: {} });
  const columns: Column<ListedLoan>[] = [
    {
      key: 'carPlate',
      title: say('loanCar'),
      width: 130,
      card: 'title',
      show: (row) => <PlateTag plate={row.carPlate} />,
    },
    { key: 'customer', title: say('customer'), width: 120, show: (row) => row.customerName },
    { key: 'borrower', title: say('borrower'), width: 110, show: (row) => row.borrowerName },
    { key: 'order', title: say('order'), width: 160, show: (row) => row.orderNumber || '—' },
    { key: 'lentAt', title: say('lentAt'), width: 150, show: (row) => fullTime(row.lentAt) },
    {
      key: 'dueAt',
      title: say('dueAt'),
      width: 150,
      show: (row) => <Deadline dueAt={row.dueAt} doneAt={row.returnedAt} />,
    },
    {
      key: 'state',
      title: say('state'),
      width: 100,
      card: 'side',
      show: (row) => sayOf('state', row.state),
    },
  ];
  return (
    <ResourceTable
      label={say('loans')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      to={({ id }) => `/loans/${id}`}
      empty={<EmptyState icon="car" title={say('emptyLoans')} />}
    />
  );
}
