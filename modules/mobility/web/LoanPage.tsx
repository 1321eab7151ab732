import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { pathOf } from '#shared/call.ts';
import { formatFen } from '#shared/money.ts';
import { reading } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Loan, loanRoutes as routes } from '../contract.ts';
import { Handovers } from './Handovers.tsx';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

const LoanEnding = lazy(() => import('./LoanEnding.tsx'));

/** One loan: who has the car until when, its agreement, and how it comes back. */
export default function LoanPage() {
  const { say, sayOf } = useMobilityWords();
  const { loanId } = useParams({ strict: false }) as { loanId: string };
  const { data, error, refetch } = useQuery(reading(routes.one, { params: { loanId } }));
  const print = () => window.open(pathOf(routes.sheet, { loanId }), '_blank', 'noopener');
  useHotkey({ keys: 'p', label: say('print'), group: 'page', run: print });
  if (!data) {
    return (
      <Page title={say('loan')}>
        <ProblemNote problem={error} />
        {error ? <Button onClick={() => void refetch()}>{say('readAgain')}</Button> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page
      title={
        <>
          {say('loan')} <PlateTag plate={data.carPlate} size="large" />
        </>
      }
      note={sayOf('state', data.state)}
      actions={
        <Button onClick={print}>
          {say('print')}
          <kbd className="for-keyboard">p</kbd>
        </Button>
      }
    >
      <div className="trip-record">
        <Card>
          <Agreed of={data} />
        </Card>
        {data.mayStep && (
          <Suspense fallback={<Waiting />}>
            <LoanEnding of={data} />
          </Suspense>
        )}
        <Handovers of={data.handovers} />
      </div>
    </Page>
  );
}

function Agreed({ of }: { of: Loan }) {
  const { say, sayOf } = useMobilityWords();
  const facts: [string, React.ReactNode][] = [
    [say('dueAt'), <strong key="due">{fullTime(of.dueAt)}</strong>],
    [say('state'), <Deadline key="left" dueAt={of.dueAt} doneAt={of.returnedAt} />],
    [
      say('customer'),
      <Link key="who" to={`/customers/${of.customerId}` as never}>
        {of.customerName}
      </Link>,
    ],
    [say('borrower'), of.borrowerName],
    [say('licence'), `${of.licenceClass} · ${of.licenceUntil}`],
    [say('ground'), sayOf('ground', of.ground)],
    [
      say('order'),
      of.orderId ? (
        <Link key="order" to={`/service-orders/${of.orderId}` as never}>
          {of.orderNumber}
        </Link>
      ) : (
        '—'
      ),
    ],
    [say('checkedBy'), of.checkedByName],
    ...(of.costFen > 0
      ? ([[say('cost'), `${formatFen(of.costFen)} · ${of.costReason}`]] as [string, string][])
      : []),
  ];
  return <Facts facts={facts} />;
}
