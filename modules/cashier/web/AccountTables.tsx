import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNow } from '#web/clock.ts';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { OwedOrder, Receipt } from '../contract.ts';
import { receiptAddress } from './TakenReceipt.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** What is owed order by order, the oldest first. */
export function OwedOrders({ orders }: { orders: readonly OwedOrder[] }) {
  const { say } = useCashierWords();
  const heads = ['order', 'plate', 'since', 'due', 'onAccount', 'paid', 'owedSum'] as const;
  return (
    <Listing
      title={say('owedOrders')}
      heads={heads.map((word) => say(word))}
      empty={say('owedNone')}
    >
      {orders.map((order) => (
        <tr key={order.orderId}>
          <th scope="row">
            <Link to={`/service-orders/${order.orderId}`} className="figures">
              {order.number}
            </Link>
          </th>
          <td>
            <PlateTag plate={order.plate} colour={order.plateColour} />
          </td>
          <td className="figures">{order.sinceOn}</td>
          <td className="figures">{order.dueOn}</td>
          <td>
            <Money fen={order.onAccountFen} />
          </td>
          <td>
            <Money fen={order.paidFen} />
          </td>
          <td>
            <Money fen={order.owedFen} />
          </td>
        </tr>
      ))}
    </Listing>
  );
}

/** What he paid beside settlements, the latest first. */
export function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  const { say, sayMethod } = useCashierWords();
  const language = useLanguage();
  const now = useNow();
  if (receipts.length === 0) return null;
  const heads = ['receiptNumber', 'kind', 'takenAt', 'method', 'amount', 'note'] as const;
  return (
    <Listing title={say('receipts')} heads={heads.map((word) => say(word))} empty="">
      {receipts.map((receipt) => (
        <tr key={receipt.id}>
          <th scope="row" className="figures">
            <a href={receiptAddress(receipt.id, 'roll')} target="_blank" rel="noopener">
              {receipt.number}
            </a>
          </th>
          <td>{[say(`kind_${receipt.kind}`), receipt.orderNumber].filter(Boolean).join(' ')}</td>
          <td>{shortTime(receipt.at, now, language)}</td>
          <td>{sayMethod(receipt.method)}</td>
          <td>
            <Money fen={receipt.amountFen} />
          </td>
          <td className="cashier-note">
            {[receipt.takenByName, receipt.note].filter(Boolean).join(' · ')}
          </td>
        </tr>
      ))}
    </Listing>
  );
}

function Listing(props: {
  title: string;
  heads: readonly string[];
  empty: string;
  children: readonly ReactNode[];
}) {
  const { title, heads, empty, children } = props;
  return (
    <Card title={title}>
      {children.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <section className="cashier-scroll" aria-label={title}>
          <table className="cashier-table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </section>
      )}
    </Card>
  );
}
