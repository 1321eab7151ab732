import { Input } from 'antd';
import { useState } from 'react';
import { answerWays, type CustomerAnswer, type ServiceOrder } from '../../contract.ts';
import { Choice } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';

export type Source = Pick<CustomerAnswer, 'answeredBy' | 'how' | 'note'>;

export const useSource = (order: ServiceOrder, how: Source['how'] = 'inPerson') =>
  useState<Source>({ answeredBy: order.senderName || order.customerName, how });

/** Who answered, and how: the record that counts when it is disputed. */
export function AnswerSource(props: { value: Source; onChange: (source: Source) => void }) {
  const { value, onChange } = props;
  const { say, sayOf } = useOrderWords();
  return (
    <div className="order-field-row">
      <div className="order-labelled">
        <span>{say('answeredBy')}</span>
        <Input
          aria-label={say('answeredBy')}
          value={value.answeredBy}
          maxLength={80}
          onChange={(event) => onChange({ ...value, answeredBy: event.target.value })}
        />
      </div>
      <div className="order-labelled">
        <span>{say('how')}</span>
        <Choice
          label={say('how')}
          value={value.how}
          options={answerWays.map((way) => [way, sayOf('how', way)])}
          onChange={(how) => onChange({ ...value, how })}
        />
      </div>
      <div className="order-labelled order-labelled-wide">
        <span>{say('note')}</span>
        <Input
          aria-label={say('note')}
          value={value.note ?? ''}
          maxLength={500}
          onChange={(event) => onChange({ ...value, note: event.target.value })}
        />
      </div>
    </div>
  );
}
