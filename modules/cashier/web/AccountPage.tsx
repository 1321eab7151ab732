import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { addMonths, dateIn } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Money } from '#web/Money.tsx';
import { Card, Facts, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type CustomerAccount, cashierRoutes as routes } from '../contract.ts';
import { OwedOrders, Receipts } from './AccountTables.tsx';
import './cashier.css';
import { useCashierWords } from './useCashierWords.ts';

const ReceiveSheet = lazy(() => import('./ReceiveSheet.tsx'));
const GrantSheet = lazy(() => import('./GrantSheet.tsx'));

/** How a customer stands: his credit, what he owes by order, what he paid. */
export default function AccountPage() {
  const { customerId = '' } = useParams({ strict: false }) as { customerId?: string };
  const { say } = useCashierWords();
  const { data, error } = useQuery(reading(routes.account, { params: { customerId } }));
  const [open, setOpen] = useState<'receive' | 'grant' | null>(null);
  const mayGrant = mayUse(useSession(), ['cashier.manage']);
  const today = dateIn('Asia/Shanghai', useNow());
  const days = `from=${addMonths(`${today.slice(0, 8)}01`, -2)}&until=${today}`;
  const statement = `${pathOf(routes.statement, { customerId })}?${days}`;
  const owes = data !== undefined && data.owedFen > 0;
  const receive = () => owes && setOpen('receive');
  useHotkey({ keys: 'r', label: say('receive'), group: 'page', run: receive });
  return (
    <Page
      title={data?.customerName ?? say('owed')}
      actions={
        <>
          <Link to={`/customers/${customerId}`} className="cashier-link">
            {say('file')}
          </Link>
          <a href={statement} target="_blank" rel="noopener" className="cashier-link">
            {say('statement')}
          </a>
          {mayGrant && (
            <Button disabled={!data} onClick={() => setOpen('grant')}>
              {say('grant')}
            </Button>
          )}
          <Button type="primary" disabled={!owes} onClick={receive}>
            {say('receive')}
          </Button>
        </>
      }
    >
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Standing account={data} />
          <OwedOrders orders={data.orders} />
          <Receipts receipts={data.receipts} />
          <Suspense>
            {open === 'receive' && <ReceiveSheet account={data} onClose={() => setOpen(null)} />}
            {open === 'grant' && <GrantSheet account={data} onClose={() => setOpen(null)} />}
          </Suspense>
        </>
      )}
    </Page>
  );
}

function Standing({ account: { owedFen, overdueFen, terms } }: { account: CustomerAccount }) {
  const { say } = useCashierWords();
  const language = useLanguage();
  const now = useNow();
  const granted = terms !== null && terms.limitFen > 0;
  return (
    <Card title={say('terms')}>
      <Facts
        facts={[
          [say('owedSum'), <Money key="owed" fen={owedFen} />],
          [
            say('overdue'),
            <span key="overdue" className={overdueFen > 0 ? 'cashier-late' : undefined}>
              <Money fen={overdueFen} />
            </span>,
          ],
          [say('limit'), granted ? <Money key="limit" fen={terms.limitFen} /> : say('termsNone')],
          [say('days'), granted ? say('daysOf', { days: terms.days }) : '—'],
        ]}
      />
      {terms && (
        <p className="soft">
          {say('termsBy', {
            name: terms.approvedByName,
            time: shortTime(terms.at, now, language),
          })}
        </p>
      )}
    </Card>
  );
}
