import type { ReactNode } from 'react';
import type { OrderParts } from '../contract.ts';
import { quantityText } from '../contract-quantity.ts';
import { usePartWords } from './usePartWords.ts';

type Part = OrderParts['parts'][number];
const isOut = (part: Part) => part.issuedThousandths >= part.approvedThousandths;

/** What was agreed to beside what is out, and what is settled; `action`: what may be done with a part. */
export function PartTable(props: { order: OrderParts; action?: (part: Part) => ReactNode }) {
  const { order, action } = props;
  const { say } = usePartWords();
  return (
    <ul className="part-rows">
      {order.parts.map((part) => (
        <li
          key={`${part.lineId} ${part.place}`}
          className={isOut(part) ? 'part-row part-row-out' : 'part-row'}
        >
          <span className="part-name">
            <strong>{part.name}</strong> <span className="figures">{part.number}</span>
            <small className="soft">
              {[part.job, part.technicianName].filter(Boolean).join(' · ')}
            </small>
          </span>
          <span className="part-marks">
            {part.needsOldPart && !isOut(part) && (
              <span className="part-mark">{say('needsOld')}</span>
            )}
            {part.origin === 'customer' && <span className="soft">{say('customers')}</span>}
            {part.waivedReason && (
              <span className="soft">{say('waived', { reason: part.waivedReason })}</span>
            )}
            {action?.(part)}
          </span>
          <span className="part-count">
            <span>
              <small className="soft">{say('issued')}</small>{' '}
              <strong className="figures">{quantityText(part.issuedThousandths, '')}</strong>
            </span>
            <span>
              <small className="soft">{say('approved')}</small>{' '}
              <span className="figures">{quantityText(part.approvedThousandths, part.unit)}</span>
            </span>
            {part.settledThousandths !== null && (
              <span>
                <small className="soft">{say('settled')}</small>{' '}
                <span className="figures">{quantityText(part.settledThousandths, '')}</span>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
