import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { type OrderPart, partIssueRoutes as routes } from '../contract.ts';
import { ChargeSheet } from './ChargeSheet.tsx';
import { IssueList } from './IssueList.tsx';
import { PartTable } from './PartTable.tsx';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

/** What of an order was agreed to, issued and settled; exceptions and charges by who may (WSH-06). */
export default function OrderPartsCard({ orderId }: { orderId: string }) {
  const { say } = usePartWords();
  const [waived, setWaived] = useState<OrderPart | null>(null);
  const [isCharging, setCharging] = useState(false);
  const { data, error } = useQuery(reading(routes.ofOrder, { params: { orderId } }));
  const waive = useWriting(routes.waive);
  if (error) return <ProblemNote problem={error} />;
  if (!data || data.parts.length === 0) return null;
  const isLeft = (part: OrderPart) =>
    part.origin !== 'customer' &&
    part.waivedReason === '' &&
    part.issuedThousandths < part.approvedThousandths;
  return (
    <Card
      title={say('parts')}
      actions={
        <span className="part-head">
          {data.mayIssue && (
            <Link to={'/part-counter' as never} search={{ order: data.number } as never}>
              {say('toCounter')}
            </Link>
          )}
          <a href={pathOf(routes.sheet, { orderId })} target="_blank" rel="noopener">
            {say('sheet')}
          </a>
          {data.mayDecide && (
            <Button size="small" onClick={() => setCharging(true)}>
              {say('charge')}
            </Button>
          )}
        </span>
      }
    >
      {data.missing > 0 && data.state !== 'approved' && (
        <p className="part-missing">{say('missing', { count: data.missing })}</p>
      )}
      <PartTable
        order={data}
        action={(part) =>
          data.mayDecide &&
          isLeft(part) && (
            <Button size="small" type="text" onClick={() => setWaived(part)}>
              {say('waive')}
            </Button>
          )
        }
      />
      {data.issues.length > 0 && <IssueList issues={data.issues} />}
      {waived && (
        <ReasonSheet
          title={`${say('waive')} · ${waived.name}`}
          label={say('waiveWhy')}
          word={say('save')}
          writing={waive}
          onReason={(reason) =>
            waive.mutate(
              { params: { orderId }, body: { lineId: waived.lineId, place: waived.place, reason } },
              { onSuccess: () => setWaived(null) },
            )
          }
          onClose={() => setWaived(null)}
        />
      )}
      {isCharging && (
        <ChargeSheet
          orderId={orderId}
          names={data.parts.map(({ number, name }) => `${number} ${name}`.trim())}
          onClose={() => setCharging(false)}
        />
      )}
    </Card>
  );
}
