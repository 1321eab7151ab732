import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type CashierDesk, cashierRoutes as routes, type Till } from '../contract.ts';
import './cashier.css';
import { OrdersToSettle } from './OrdersToSettle.tsx';
import { useCashierWords } from './useCashierWords.ts';

const CloseSheet = lazy(() => import('./CloseSheet.tsx'));

const { queryFn } = reading(routes.desk, {});
/** Kept among the readings of orders, so that the desk follows what the workshop does. */
const deskReading = { queryKey: ['service-orders', 'cashier'], queryFn, staleTime: 0 } as const;

/** What is ready to be paid, what one took today, what is owed. */
export default function CashierPage() {
  const { say } = useCashierWords();
  const { data, error } = useQuery(deskReading);
  const desk = data as CashierDesk | undefined;
  const [isClosing, setClosing] = useState(false);
  const close = () => desk && desk.till.movements > 0 && setClosing(true);
  useHotkey({ keys: 'd', label: say('closeDay'), group: 'page', run: close });
  return (
    <Page
      title={say('cashier')}
      actions={
        <>
          <Link to="/till-closes" className="cashier-link">
            {say('closes')}
          </Link>
          <Button type="primary" disabled={!desk || desk.till.movements === 0} onClick={close}>
            {say('closeDay')}
          </Button>
        </>
      }
    >
      <ProblemNote problem={error as never} />
      {!desk && !error && <Waiting />}
      {desk && (
        <div className="cashier-desk">
          <OrdersToSettle orders={desk.orders} />
          <div className="cashier-side">
            <TillCard till={desk.till} />
            <OwedCard owed={desk.owed} />
          </div>
        </div>
      )}
      {desk && isClosing && (
        <Suspense>
          <CloseSheet till={desk.till} onClose={() => setClosing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function TillCard({ till }: { till: Till }) {
  const { say } = useCashierWords();
  const language = useLanguage();
  const now = useNow();
  return (
    <Card title={say('till')}>
      {till.sinceAt === null ? (
        <p className="soft">{say('tillEmpty')}</p>
      ) : (
        <>
          <p className="cashier-sum">
            <Money fen={till.totalFen} />
          </p>
          <SumTable sums={till.sums} />
          <p className="soft">
            {say('tillSince', { time: shortTime(till.sinceAt, now, language) })}
          </p>
        </>
      )}
    </Card>
  );
}

function SumTable({ sums }: Pick<Till, 'sums'>) {
  const { say, sayMethod } = useCashierWords();
  return (
    <table className="cashier-table">
      <thead>
        <tr>
          <th scope="col">{say('method')}</th>
          <th scope="col">{say('entries')}</th>
          <th scope="col">{say('net')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ method, inFen, outFen, count }) => (
          <tr key={method}>
            <th scope="row">{sayMethod(method)}</th>
            <td className="figures">{count}</td>
            <td>
              <Money fen={inFen - outFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OwedCard({ owed }: Pick<CashierDesk, 'owed'>) {
  const { say } = useCashierWords();
  return (
    <Card title={say('owed')}>
      <Link to="/receivables" className="cashier-owed">
        <span className="cashier-sum">
          <Money fen={owed.owedFen} />
        </span>
        <span className="soft">{say('debtors', { count: owed.customers })}</span>
        {owed.overdueFen > 0 && (
          <span className="cashier-late">
            <Icon name="alert" size={16} />
            {say('overdueSum', { amount: formatFen(owed.overdueFen) })}
          </span>
        )}
      </Link>
    </Card>
  );
}
