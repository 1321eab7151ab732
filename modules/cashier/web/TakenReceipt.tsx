import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { pathOf } from '#shared/call.ts';
import { Money } from '#web/Money.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { cashierRoutes as routes } from '../contract.ts';
import { useCashierWords } from './useCashierWords.ts';

/** Where a receipt is printed from: on the till's roll, or on A4. */
export const receiptAddress = (receiptId: string, paper: 'a4' | 'roll') =>
  `${pathOf(routes.receipt, { receiptId })}?paper=${paper}`;

/** The money is in: Enter prints the receipt on the roll, Esc goes on. */
export function TakenReceipt(props: {
  title: string;
  taken: { id: string; number: string; amountFen: number };
  onClose: () => void;
}) {
  const { title, taken, onClose } = props;
  const { say } = useCashierWords();
  const roll = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  useEffect(() => roll.current?.focus(), []);
  return (
    <SheetForm title={title} onClose={onClose}>
      <p>
        {say('taken')} <Money fen={taken.amountFen} />{' '}
        <span className="soft figures">{taken.number}</span>
      </p>
      <span className="cashier-acts cashier-taken">
        <Button
          ref={roll}
          type="primary"
          href={receiptAddress(taken.id, 'roll')}
          target="_blank"
          rel="noopener"
        >
          {say('receiptPaperRoll')}
        </Button>
        <a
          href={receiptAddress(taken.id, 'a4')}
          target="_blank"
          rel="noopener"
          className="cashier-link"
        >
          {say('receiptPaper')}
        </a>
        <Button onClick={onClose}>{say('done')}</Button>
      </span>
    </SheetForm>
  );
}
