import { Radio } from 'antd';
import { lazy, Suspense } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type InvoiceRow, cashierRoutes as routes } from '../contract.ts';
import { invoiceLife } from '../lifecycle.ts';
import './cashier.css';
import { useCashierWords } from './useCashierWords.ts';

const InvoiceSheet = lazy(() => import('./InvoiceSheet.tsx'));

function useColumns(): Column<InvoiceRow>[] {
  const { say } = useCashierWords();
  return [
    {
      key: 'title',
      title: say('invoiceTitle'),
      isLong: true,
      card: 'title',
      show: ({ title, taxNumber }) => (
        <span className="cashier-who">
          <span>{title}</span>
          <span className="soft figures">{taxNumber}</span>
        </span>
      ),
    },
    {
      key: 'order',
      title: say('invoiceOrder'),
      width: 150,
      show: ({ orderNumber }) => <span className="figures">{orderNumber}</span>,
    },
    { key: 'customer', title: say('customer'), width: 130, show: (row) => row.customerName },
    {
      key: 'state',
      title: say('invoiceState'),
      width: 110,
      card: 'side',
      show: ({ state, byLink }) => (
        <span className="cashier-who">
          <span>{say(`invoice_${state}`)}</span>
          {byLink && <span className="soft">{say('invoiceByHimself')}</span>}
        </span>
      ),
    },
    {
      key: 'number',
      title: say('invoiceNumber'),
      width: 200,
      show: ({ number }) => <span className="figures">{number}</span>,
    },
    {
      key: 'amount',
      title: say('invoiceAmount'),
      width: 115,
      align: 'end',
      show: ({ amountFen, settledFen }) => {
        const fen = amountFen ?? settledFen;
        return fen === null ? say('notSettledYet') : <Money fen={fen} />;
      },
    },
    { key: 'on', title: say('invoiceOn'), width: 110, show: ({ issuedOn }) => issuedOn ?? '' },
  ];
}

/** What still is to be issued, first; each row opens what stands on it. */
export default function InvoicesPage() {
  const { say } = useCashierWords();
  const [address, set] = useAddress();
  const state = invoiceLife.states.find((one) => one === address.state) ?? 'asked';
  const list = useRows(routes.listInvoices, { query: { state } });
  return (
    <Page
      title={say('invoices')}
      filters={
        <Radio.Group
          optionType="button"
          aria-label={say('invoiceState')}
          value={state}
          options={invoiceLife.states.map((value) => ({ value, label: say(`invoice_${value}`) }))}
          onChange={({ target }) => set({ state: target.value })}
        />
      }
    >
      <ResourceTable
        label={say('invoices')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        onOpen={({ orderId }) => set({ open: orderId })}
        empty={<EmptyState icon="money" title={say('invoicesNone')} next={say('invoicesNext')} />}
      />
      {address.open && (
        <Suspense fallback={null}>
          <InvoiceSheet orderId={address.open} onClose={() => set({ open: undefined })} />
        </Suspense>
      )}
    </Page>
  );
}
