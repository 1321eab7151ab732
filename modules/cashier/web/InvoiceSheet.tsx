import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { Facts } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Invoice, type InvoiceOfOrder, cashierRoutes as routes } from '../contract.ts';
import './cashier.css';
import { dayOf } from '#web/shopClock.ts';
import { InvoiceForm, IssueForm } from './InvoiceForms.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** The invoice of an order: what it is to say, by whom, and whether it was issued. */
export default function InvoiceSheet(props: { orderId: string; onClose: () => void }) {
  const { orderId, onClose } = props;
  const { say } = useCashierWords();
  const { data, error } = useQuery(reading(routes.invoiceOfOrder, { params: { orderId } }));
  return (
    <SheetForm title={`${say('invoice')} · ${data?.number ?? ''}`} onClose={onClose}>
      <div className="cashier-form">
        <ProblemNote problem={error} />
        {!data && !error && <Waiting />}
        {data && <Stands key={data.invoice?.version ?? 0} of={data} />}
      </div>
    </SheetForm>
  );
}

function Stands({ of }: { of: InvoiceOfOrder }) {
  const { say } = useCashierWords();
  const { orderId, invoice, voided } = of;
  const [doing, setDoing] = useState<'write' | 'issue' | 'void'>();
  const mayVoid = mayUse(useSession(), ['cashier.manage']);
  const done = () => setDoing(undefined);
  if (!invoice || doing === 'write') return <InvoiceForm of={of} onDone={done} />;
  return (
    <>
      <Written invoice={invoice} settledFen={of.settledFen} />
      {doing === 'issue' && <IssueForm of={of} invoice={invoice} onDone={done} />}
      {doing === undefined && invoice.state === 'asked' && (
        <div className="form-end">
          <Button onClick={() => setDoing('write')}>{say('invoiceCorrect')}</Button>
          <Button
            type="primary"
            disabled={of.settledFen === null}
            title={of.settledFen === null ? say('notSettledYet') : undefined}
            onClick={() => setDoing('issue')}
          >
            {say('invoiceIssue')}
          </Button>
        </div>
      )}
      {invoice.state === 'issued' && mayVoid && (
        <div className="form-end">
          <Button onClick={() => setDoing('void')}>{say('invoiceVoid')}</Button>
        </div>
      )}
      {doing === 'void' && <Voiding orderId={orderId} invoiceId={invoice.id} onDone={done} />}
      {voided.map((one) => (
        <p key={one.id} className="soft">
          {[say('invoice_voided'), one.number, one.issuedOn, one.voidReason].join(' · ')}
        </p>
      ))}
    </>
  );
}

function Written({ invoice, settledFen }: { invoice: Invoice; settledFen: number | null }) {
  const { say } = useCashierWords();
  const { state, title, taxNumber, email, address, phone, bank, account } = invoice;
  const { number, issuedOn, amountFen, issuedByName, byLink, askedAt } = invoice;
  const fen = amountFen ?? settledFen;
  const by = byLink ? say('invoiceByHimself') : '';
  const facts: [string, ReactNode][] = [
    [
      say('invoiceState'),
      [say(`invoice_${state}`), by, dayOf(askedAt)].filter(Boolean).join(' · '),
    ],
    [say('invoiceTitle'), title],
    [say('taxNumber'), taxNumber],
    [say('invoiceMail'), email],
    [say('invoiceAddress'), [address, phone].filter(Boolean).join(' ')],
    [say('invoiceBank'), [bank, account].filter(Boolean).join(' ')],
    [say('invoiceAmount'), fen === null ? say('notSettledYet') : <Money key="fen" fen={fen} />],
    [say('invoiceNumber'), number],
    [say('invoiceOn'), [issuedOn, issuedByName].filter(Boolean).join(' · ')],
  ];
  return <Facts facts={facts.filter(([, value]) => value !== '')} />;
}

function Voiding(props: { orderId: string; invoiceId: string; onDone: () => void }) {
  const { invoiceId, onDone } = props;
  const { say } = useCashierWords();
  const writing = useWriting(routes.voidInvoice, { touches: ['invoices', 'service-orders'] });
  return (
    <ReasonSheet
      title={say('invoiceVoid')}
      label={say('invoiceVoidWhy')}
      word={say('invoiceVoid')}
      lead={say('invoiceVoidLead')}
      writing={writing}
      onReason={(reason) =>
        writing.mutate({ params: { invoiceId }, body: { reason } }, { onSuccess: onDone })
      }
      onClose={onDone}
    />
  );
}
