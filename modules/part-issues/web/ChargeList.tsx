import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { type PartCharge, partChargeRoutes as routes } from '../contract.ts';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

/** What was charged: all of it to who decides, to everybody else his own. `isOwn`: shown only where there is one. */
export function ChargeList({ isOwn = false }: { isOwn?: boolean }) {
  const { say, sayOf } = usePartWords();
  const [reversed, setReversed] = useState<PartCharge | null>(null);
  const list = useRows(routes.list, { query: {} });
  const reverse = useWriting(routes.reverse);
  if (list.rows.length === 0) {
    if (isOwn || list.isLoading) return null;
    return list.problem ? (
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
    ) : (
      <EmptyState icon="money" title={say('noCharges')} />
    );
  }
  return (
    <Card title={say('charges')}>
      <ul className="part-rows">
        {list.rows.map((charge) => (
          <li key={charge.id} className="part-charge">
            <span className="part-head">
              <strong>{charge.employeeName}</strong>
              <span className="part-mark">{sayOf('cause', charge.cause)}</span>
              <span>{charge.name}</span>
              <Money fen={charge.amountFen} />
            </span>
            <span>{charge.reason}</span>
            <small className="soft">
              {charge.orderNumber} ·{' '}
              {say('byOnDate', { by: charge.byName, at: fullTime(charge.at) })}
            </small>
            {charge.isReversed && (
              <span className="part-mark part-mark-good">
                {say('reversed', { reason: charge.reversedReason })}
              </span>
            )}
            {charge.mayReverse && !isOwn && (
              <div>
                <Button size="small" onClick={() => setReversed(charge)}>
                  {say('reverse')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {list.more && (
        <Button loading={list.more.isLoading} onClick={list.more.load}>
          {say('all')}
        </Button>
      )}
      {reversed && (
        <ReasonSheet
          title={`${say('reverse')} · ${reversed.name}`}
          label={say('reverseWhy')}
          word={say('reverse')}
          writing={reverse}
          onReason={(reason) =>
            reverse.mutate(
              { params: { partChargeId: reversed.id }, body: { reason } },
              { onSuccess: () => setReversed(null) },
            )
          }
          onClose={() => setReversed(null)}
        />
      )}
    </Card>
  );
}
