import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import {
  type Answer,
  answerLights,
  inspectionRoutes as routes,
  type SheetItem,
} from '../contract.ts';
import { isOff, judged } from '../contract-judging.ts';
import { placeOf } from './FinishBar.tsx';
import { ItemPhotos, PhotoButton } from './ItemPhotos.tsx';
import type { SectionProps } from './SheetSections.tsx';
import { useInspectionWords } from './useInspectionWords.ts';
import { fieldOf } from './useSheet.ts';

type RowProps = SectionProps & { item: SheetItem };
const lights = answerLights.filter((light) => light !== 'open');

/** One item: a light by one tap of the thumb, a reading held against its limits, words only where there is something to say. */
export function SheetItemRow(props: RowProps) {
  const { item, atHand, isOpen, missing, record } = props;
  const { say, sayOf } = useInspectionWords();
  const answer = atHand.answerOf(item.key);
  const lacks = missing.filter(({ key }) => key === item.key && answer.light !== 'open');
  const set = (more: Partial<Answer>) =>
    atHand.change({ [fieldOf(item.key)]: judged(item, { ...answer, ...more }) });
  const isWorded = answer.light === 'yellow' || answer.light === 'red' || answer.note !== '';
  return (
    <div id={placeOf(item.key)} className={`inspect-item inspect-item-${answer.light}`}>
      <p className="inspect-item-name">
        {item.name} <span className="inspect-method">{sayOf('method', item.method)}</span>
      </p>
      {isOpen ? (
        <fieldset className="inspect-lights" aria-label={item.name}>
          {lights.map((light) => (
            <button
              key={light}
              type="button"
              className={`inspect-light inspect-light-${light}`}
              aria-pressed={answer.light === light}
              onClick={() => set({ light: answer.light === light ? 'open' : light })}
            >
              {sayOf('light', light)}
            </button>
          ))}
        </fieldset>
      ) : (
        <p className={`inspect-read inspect-read-${answer.light}`}>
          {sayOf('light', answer.light)}
        </p>
      )}
      {item.unit !== '' && <Reading {...props} answer={answer} onSet={set} />}
      {isOpen && isWorded && (
        <Input
          size="large"
          maxLength={500}
          value={answer.note}
          aria-label={`${item.name} ${say('notePlace')}`}
          placeholder={say('notePlace')}
          onChange={({ target }) => set({ note: target.value })}
        />
      )}
      {!isOpen && answer.note && <p className="inspect-said">{answer.note}</p>}
      <Questions {...props} />
      <ItemPhotos record={record} atHand={atHand} itemKey={item.key} isOpen={isOpen} />
      {lacks.length > 0 && isOpen && (
        <p className="inspect-lack">{lacks.map(({ lack }) => sayOf('lack', lack)).join('、')}</p>
      )}
      <Tools {...props} />
    </div>
  );
}

function Reading(props: RowProps & { answer: Answer; onSet: (more: Partial<Answer>) => void }) {
  const { item, answer, isOpen, onSet } = props;
  const { say } = useInspectionWords();
  const { low, high, unit } = item;
  const limits = [low !== null && `≥ ${low}`, high !== null && `≤ ${high}`]
    .filter(Boolean)
    .join(' ');
  const off = isOff(item, answer.reading);
  return (
    <div className="inspect-reading">
      {isOpen ? (
        <InputNumber
          className="inspect-reading-field"
          size="large"
          inputMode="decimal"
          controls={false}
          min={-1_000_000}
          max={1_000_000}
          value={answer.reading}
          suffix={unit}
          aria-label={`${item.name} ${say('reading')}`}
          placeholder={say('reading')}
          status={off ? 'error' : ''}
          onChange={(reading) => onSet({ reading })}
        />
      ) : (
        answer.reading !== null && (
          <b className="figures">
            {answer.reading} {unit}
          </b>
        )
      )}
      {limits && <span className="soft">{say('limits', { limits })}</span>}
      {off && <span className="inspect-bad">{say('isOff')}</span>}
    </div>
  );
}

function Questions({ record, item }: RowProps) {
  const { say } = useInspectionWords();
  const questions = record.questions.filter(({ itemKey }) => itemKey === item.key);
  return questions.map((one) => (
    <p key={one.id} className="inspect-question">
      <b>{one.question}</b>{' '}
      {one.answeredAt ? (
        <>
          {one.answer} <span className="soft">{one.answeredByName}</span>
        </>
      ) : (
        <span className="inspect-watch">{say('asked')}</span>
      )}
    </p>
  ));
}

function Tools(props: RowProps) {
  const { record, item, atHand, isOpen, mayOffer } = props;
  const { say } = useInspectionWords();
  const tell = useTell();
  const [isAsking, setAsking] = useState(false);
  const offer = useWriting(routes.offer, { touches: ['service-orders'] });
  const { light } = atHand.answerOf(item.key);
  const isOffered = record.offered.includes(item.key);
  const isFound = light === 'red' || light === 'yellow';
  // What the server has not seen yet is not before the desk.
  const isKnown = record.answers.some((one) => one.key === item.key && one.light === light);
  const params = { inspectionSheetId: record.id };
  const put = () =>
    offer.mutate(
      { params, body: { itemKey: item.key } },
      {
        onSuccess: (reply) => {
          atHand.show(reply);
          tell(say('offered'));
        },
      },
    );
  const offers = mayOffer && isFound && !(record.kind === 'final' && isOpen);
  return (
    <>
      <ProblemNote problem={offer.error} onAgain={offer.again} />
      {(isOpen || offers) && (
        <div className="inspect-tools">
          {isOpen && (
            <>
              <PhotoButton record={record} atHand={atHand} item={item} />
              <Button type="text" onClick={() => setAsking(true)}>
                {say('ask')}
              </Button>
            </>
          )}
          {offers &&
            (isOffered ? (
              <span className="inspect-offered">
                <Icon name="check" size={16} /> {say('offered')}
              </span>
            ) : (
              <Button disabled={!isKnown} loading={offer.isPending} onClick={put}>
                {say('offer')}
              </Button>
            ))}
        </div>
      )}
      {isAsking && <AskSheet {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

function AskSheet({ record, item, atHand, onClose }: RowProps & { onClose: () => void }) {
  const { say } = useInspectionWords();
  const [question, setQuestion] = useState('');
  const ask = useWriting(routes.ask, { touches: ['service-orders'] });
  const send = () =>
    ask.mutate(
      { params: { inspectionSheetId: record.id }, body: { itemKey: item.key, question } },
      {
        onSuccess: (reply) => {
          atHand.show(reply);
          onClose();
        },
      },
    );
  return (
    <Sheet title={say('askTitle', { item: item.name })} onClose={onClose}>
      <form
        className="inspect-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (question.trim()) send();
        }}
      >
        <ProblemNote problem={ask.error} onAgain={ask.again} />
        <Input
          size="large"
          maxLength={500}
          value={question}
          aria-label={say('askPlace')}
          placeholder={say('askPlace')}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={ask.isPending}
          disabled={!question.trim()}
        >
          {say('send')}
        </Button>
      </form>
    </Sheet>
  );
}
