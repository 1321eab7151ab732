import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type OrderParts, partBarcodeRoutes as routes } from '../contract.ts';
import { usePartWords } from './usePartWords.ts';

/** A packet’s barcode that nobody knows yet: chosen once, and known from then on. */
export function BindCard(props: {
  order: OrderParts;
  scanned: string;
  onBound: (number: string) => void;
}) {
  const { order, scanned, onBound } = props;
  const { say } = usePartWords();
  const bind = useWriting(routes.bind);
  const open = order.parts.filter(
    (part) =>
      part.number !== '' &&
      part.origin !== 'customer' &&
      part.issuedThousandths < part.approvedThousandths,
  );
  // Only a packet’s own code is bound: digits of an EAN or longer, never a word.
  if (open.length === 0 || !/^[0-9A-Z-]{8,}$/i.test(scanned)) return null;
  return (
    <Card title={say('bindHere')}>
      <ProblemNote problem={bind.error} onAgain={bind.again} />
      <p className="soft">{say('bindNote')}</p>
      <div className="part-choices">
        {open.map(({ lineId, place, number, name }) => (
          <Button
            key={`${lineId} ${place}`}
            loading={bind.isPending}
            onClick={() =>
              bind.mutate(
                { body: { barcode: scanned, number } },
                { onSuccess: () => onBound(scanned) },
              )
            }
          >
            {number} {name}
          </Button>
        ))}
      </div>
    </Card>
  );
}
