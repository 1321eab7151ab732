import { Input } from 'antd';
import { useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { dateIn, instantAt, timeIn } from '#shared/dates.ts';
import { SignaturePad } from '#web/SignaturePad.tsx';
import { useLanguage } from '#web/useWords.ts';
import { type ServiceOrder, type ToldAnswer, toldWays } from '../../contract.ts';
import { Choice } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';

type Said = Omit<ToldAnswer, 'answers'>;
export interface Source extends Omit<Said, 'signatureFileId'> {
  /** As it was drawn; stored when the answer is recorded. */
  signature?: Blob | null;
}

export const useSource = (order: ServiceOrder, how: Source['how'] = 'inPerson') =>
  useState<Source>({ answeredBy: order.senderName || order.customerName, how });

/** Puts the signature up before the answer that it belongs to; what cannot be stored is told, and nothing is recorded. */
export function useSaid(record: (said: Said) => void) {
  const language = useLanguage();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isStoring, setStoring] = useState(false);
  const send = async ({ signature, saidAt, ...source }: Source) => {
    setProblem(null);
    const isInPerson = source.how === 'inPerson';
    const said: Said = { ...source, ...(!isInPerson && saidAt && { saidAt }) };
    if (!isInPerson || !signature) return record(said);
    setStoring(true);
    try {
      const file = new File([signature], 'signature.png', { type: 'image/png' });
      record({ ...said, signatureFileId: (await storeFile(file, language)).id });
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setStoring(false);
    }
  };
  return { send, problem, isStoring };
}

/** Who answered, and how: the record that counts when it is disputed. In person he signs, of a call the time is noted. */
export function AnswerSource(props: { value: Source; onChange: (source: Source) => void }) {
  const { value, onChange } = props;
  const { say, sayOf } = useOrderWords();
  return (
    <>
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
            options={toldWays.map((way) => [way, sayOf('how', way)])}
            onChange={(how) => onChange({ ...value, how })}
          />
        </div>
        {value.how !== 'inPerson' && (
          <div className="order-labelled">
            <span>{say('saidAt')}</span>
            <TimeSaid value={value.saidAt} onChange={(saidAt) => onChange({ ...value, saidAt })} />
          </div>
        )}
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
      {value.how === 'inPerson' && (
        <SignaturePad
          label={say('signHere')}
          onChange={(signature) => onChange({ ...value, signature })}
        />
      )}
    </>
  );
}

const zone = 'Asia/Shanghai';

/** Left empty, it is now. */
function TimeSaid(props: { value?: string; onChange: (instant?: string) => void }) {
  const { say } = useOrderWords();
  const at = props.value ? new Date(props.value) : undefined;
  const typed = (text: string) => {
    const [date = '', time = ''] = text.split('T');
    props.onChange(
      date && time ? instantAt(zone, date, time.slice(0, 5)).toISOString() : undefined,
    );
  };
  return (
    <input
      type="datetime-local"
      className="plain-field"
      aria-label={say('saidAt')}
      value={at ? `${dateIn(zone, at)}T${timeIn(zone, at).slice(0, 5)}` : ''}
      onChange={(event) => typed(event.target.value)}
    />
  );
}
