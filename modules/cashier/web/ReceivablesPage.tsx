import { dateIn } from '#shared/dates.ts';
import { useNow } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type Debtor, cashierRoutes as routes } from '../contract.ts';
import './cashier.css';
import { useCashierWords } from './useCashierWords.ts';

const spans = [
  ['upTo30', 'upTo30Fen'],
  ['upTo60', 'upTo60Fen'],
  ['upTo90', 'upTo90Fen'],
  ['over90', 'over90Fen'],
] as const;

function useColumns(): Column<Debtor>[] {
  const { say } = useCashierWords();
  return [
    {
      key: 'customer',
      title: say('customer'),
      isLong: true,
      card: 'title',
      show: ({ customerName }) => customerName,
    },
    {
      key: 'limit',
      title: say('limit'),
      width: 108,
      align: 'end',
      card: 'none',
      show: ({ limitFen }) => (limitFen === null ? '—' : <Money fen={limitFen} />),
    },
    {
      key: 'days',
      title: say('days'),
      width: 72,
      align: 'end',
      show: ({ days }) => (days === null ? '—' : say('daysOf', { days })),
    },
    {
      key: 'owed',
      title: say('owedSum'),
      width: 115,
      align: 'end',
      card: 'side',
      show: ({ owedFen }) => <Money fen={owedFen} />,
    },
    ...spans.map(
      ([key, field]): Column<Debtor> => ({
        key,
        title: say(key),
        width: 108,
        align: 'end',
        show: (row) => (row[field] === 0 ? '—' : <Money fen={row[field]} />),
      }),
    ),
    {
      key: 'overdue',
      title: say('overdue'),
      width: 108,
      align: 'end',
      show: ({ overdueFen }) =>
        overdueFen === 0 ? (
          '—'
        ) : (
          <span className="cashier-late">
            <Money fen={overdueFen} />
          </span>
        ),
    },
  ];
}

/** Who owes how much for how long, as of a day; each leads to how the customer stands. */
export default function ReceivablesPage() {
  const { say } = useCashierWords();
  const [address, set] = useAddress();
  const today = dateIn('Asia/Shanghai', useNow());
  const asOf = address.asOf;
  const list = useRows(routes.listOwed, { query: asOf ? { asOf } : {} });
  return (
    <Page
      title={say('owed')}
      filters={
        <div className="cashier-field">
          <span>{say('asOf')}</span>
          <DayField
            value={asOf ?? today}
            max={today}
            aria-label={say('asOf')}
            onChange={({ target }) => set({ asOf: target.value || undefined })}
          />
        </div>
      }
    >
      <ResourceTable
        label={say('owed')}
        columns={useColumns()}
        list={list}
        rowKey={({ customerId }) => customerId}
        to={({ customerId }) => `/receivables/${customerId}`}
        tone={({ overdueFen }) => (overdueFen > 0 ? 'late' : undefined)}
        empty={<EmptyState icon="money" title={say('owedNone')} next={say('owedNext')} />}
      />
    </Page>
  );
}
