import { Input } from 'antd';
import { orderKinds } from '#modules/service-orders/contract.ts';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { arrivals, askedBy, type CheckIn } from '../contract.ts';
import type { StepProps } from './CheckInSteps.tsx';
import { Field } from './Field.tsx';
import { Tiles } from './Tiles.tsx';
import { useCheckInWords } from './useCheckInWords.ts';

/** What he says, in his words; beside it what the house knows of him and his car. */
export function RequestStep({ record, content, change }: StepProps) {
  const { say, sayOf } = useCheckInWords();
  const optionsOf = <Code extends string>(group: string, codes: readonly Code[]) =>
    codes.map((code) => [code, sayOf(group, code)] as const);
  const kinds = orderKinds.filter((kind) => kind !== 'repeatRepair' || content.earlierOrderId);
  return (
    <div className="checkin-beside">
      <div className="checkin-stack">
        <Field label={say('words')}>
          {(id) => (
            <Input.TextArea
              id={id}
              className="grows checkin-words"
              rows={4}
              maxLength={2000}
              placeholder={say('wordsExample')}
              value={content.customerWords}
              onChange={({ target }) => change({ customerWords: target.value })}
            />
          )}
        </Field>
        <Tiles
          label={say('kind')}
          options={optionsOf('kind', kinds)}
          chosen={[content.kind]}
          onToggle={(kind) =>
            change(kind === 'repeatRepair' ? { kind } : { kind, earlierOrderId: null })
          }
        />
        <Tiles
          label={say('asked')}
          options={optionsOf('asked', askedBy)}
          chosen={[content.asked]}
          onToggle={(asked) => change({ asked })}
        />
        <Tiles
          label={say('arrival')}
          options={optionsOf('arrival', arrivals)}
          chosen={[content.arrival]}
          onToggle={(arrival) => change({ arrival })}
        />
        <Field label={say('sender')}>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={80}
              placeholder={record.customer.name}
              value={content.senderName}
              onChange={({ target }) => change({ senderName: target.value })}
            />
          )}
        </Field>
      </div>
      <Known record={record} content={content} change={change} />
    </div>
  );
}

function Known({ record, content, change }: Omit<StepProps, 'atHand' | 'onGo'>) {
  const { say } = useCheckInWords();
  const { arrival, customer } = record;
  const { services } = content;
  return (
    <aside className="checkin-known">
      {customer.wishes && (
        <section>
          <h3>{say('wishes')}</h3>
          <p>{customer.wishes}</p>
        </section>
      )}
      {arrival?.guarantee && (
        <section className="checkin-notice">
          <p>
            <Icon name="shield" size={16} />{' '}
            {say('guaranteeRuns', {
              days: arrival.guarantee.days,
              number: arrival.guarantee.number,
              untilOn: arrival.guarantee.untilOn,
              untilKm: arrival.guarantee.untilKm.toLocaleString('en-US'),
            })}
          </p>
          <p className="soft">{arrival.guarantee.work.join('、')}</p>
          <button
            type="button"
            className="checkin-tile"
            aria-pressed={content.earlierOrderId === arrival.guarantee.orderId}
            onClick={() =>
              change(
                content.earlierOrderId
                  ? { kind: 'repair', earlierOrderId: null }
                  : {
                      kind: 'repeatRepair',
                      earlierOrderId: arrival.guarantee?.orderId ?? null,
                    },
              )
            }
          >
            {say('asRepeat')}
          </button>
        </section>
      )}
      {arrival && arrival.refused.length > 0 && (
        <section>
          <h3>{say('refusedBefore')}</h3>
          <ul>
            {arrival.refused.map(({ description, reason }) => (
              <li key={description} className="checkin-refused">
                <span>
                  {description}
                  {reason && <span className="soft"> · {reason}</span>}
                </span>
                <button
                  type="button"
                  className="checkin-tile"
                  aria-pressed={services.includes(description)}
                  onClick={() =>
                    change({
                      services: services.includes(description)
                        ? services.filter((one) => one !== description)
                        : [...services, description],
                    })
                  }
                >
                  {say('take')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Earlier earlier={record.earlier} />
    </aside>
  );
}

function Earlier({ earlier }: Pick<CheckIn, 'earlier'>) {
  const { say } = useCheckInWords();
  const language = useLanguage();
  const now = useNow();
  return (
    <section>
      <h3>{say('earlier')}</h3>
      {earlier.length === 0 && <p className="soft">{say('noEarlier')}</p>}
      <ul>
        {earlier.map((visit) => (
          <li key={visit.id}>
            <span className="figures soft">
              {shortTime(visit.receivedAt, now, language)} ·{' '}
              {visit.mileageKm.toLocaleString('en-US')} {say('km')}
            </span>
            <p>{visit.customerWords}</p>
            {visit.done.length > 0 && <p className="soft">{visit.done.join('、')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
