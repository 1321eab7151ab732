import { Input } from 'antd';
import { sumFen } from '#shared/money.ts';
import { Money } from '#web/Money.tsx';
import type { JobLine } from '../../contract.ts';
import { Choice } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';

export interface Given {
  answer: 'approved' | 'refused';
  refusalReason?: string;
}

/** A line and the customer's word on it. */
export function AnswerRow(props: {
  line: JobLine;
  given: Given | undefined;
  onChange: (given: Given) => void;
  /** In place of the price, where it is still to be set. */
  price?: React.ReactNode;
}) {
  const { line, given, onChange, price } = props;
  const { say, sayOf } = useOrderWords();
  return (
    <div className="order-answer-row">
      <div className="order-job-text">
        <p>
          {line.description}
          {line.payer !== 'customer' && (
            <span className="order-mini-tag">{sayOf('payer', line.payer)}</span>
          )}
        </p>
        {line.isAskedAgain && <p className="order-asked-again">{say('askedAgain')}</p>}
        {line.finding && <p className="soft">{line.finding}</p>}
      </div>
      {price ?? <Money fen={sumFen([line.labourFen, line.partsFen])} />}
      <Choice
        label={line.description}
        value={given?.answer}
        options={[
          ['approved', say('answer_approved')],
          ['refused', say('answer_refused')],
        ]}
        onChange={(answer) => onChange({ ...given, answer })}
      />
      {given?.answer === 'refused' && (
        <Input
          className="order-answer-why"
          autoFocus
          maxLength={300}
          value={given.refusalReason ?? ''}
          aria-label={say('refusalReason')}
          placeholder={say('refusalReason')}
          onChange={(event) => onChange({ ...given, refusalReason: event.target.value })}
        />
      )}
    </div>
  );
}
