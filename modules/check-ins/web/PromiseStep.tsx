import { Button, Input, InputNumber } from 'antd';
import { usePromiseTimes } from '#modules/commitments/web/index.ts';
import { dateIn, instantAt, timeIn } from '#shared/dates.ts';
import { useNow } from '#web/clock.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type Accessory, accessoryStates } from '../contract.ts';
import type { StepProps } from './CheckInSteps.tsx';
import { Tiles } from './Tiles.tsx';
import { useCheckInWords } from './useCheckInWords.ts';

const zone = 'Asia/Shanghai';
/** In hours of work; eight are a day. */
const usualHours = [1, 2, 4, 8] as const;

/** What is to be done, until when, and what is left with the shop. */
export function PromiseStep(props: StepProps) {
  const { content, change } = props;
  const { say } = useCheckInWords();
  const { services } = content;
  return (
    <div className="checkin-beside">
      <div className="checkin-stack">
        <fieldset className="checkin-lines">
          <legend>{say('services')}</legend>
          {services.map((service, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text is being typed
            <div key={at} className="checkin-line">
              <Input
                size="large"
                maxLength={200}
                aria-label={say('service', { at: at + 1 })}
                placeholder={say('serviceExample')}
                value={service}
                onChange={({ target }) => change({ services: services.with(at, target.value) })}
              />
              <button
                type="button"
                className="checkin-tile"
                onClick={() => change({ services: services.toSpliced(at, 1) })}
              >
                {say('remove')}
              </button>
            </div>
          ))}
          {services.length < 30 && (
            <Button size="large" onClick={() => change({ services: [...services, ''] })}>
              {say('addService')}
            </Button>
          )}
        </fieldset>
        <Promised {...props} />
      </div>
      <Accessories {...props} />
    </div>
  );
}

function Promised({ content, change }: StepProps) {
  const { say } = useCheckInWords();
  const language = useLanguage();
  const now = useNow();
  const { promisedAt } = content;
  const at = promisedAt === null ? undefined : new Date(promisedAt);
  const usual = usePromiseTimes(usualHours);
  return (
    <>
      <Tiles
        label={say('promisedAt')}
        options={usual.map((instant) => [instant, shortTime(instant, now, language)])}
        chosen={promisedAt === null ? [] : [promisedAt]}
        onToggle={(instant) => change({ promisedAt: instant === promisedAt ? null : instant })}
      />
      <input
        type="datetime-local"
        className="plain-field checkin-time"
        aria-label={say('promisedAt')}
        step={600}
        value={at ? `${dateIn(zone, at)}T${timeIn(zone, at).slice(0, 5)}` : ''}
        onChange={({ target }) => {
          const [date = '', time = ''] = target.value.split('T');
          const isWhole = date !== '' && time !== '';
          change({
            promisedAt: isWhole ? instantAt(zone, date, time.slice(0, 5)).toISOString() : null,
          });
        }}
      />
    </>
  );
}

function Accessories({ content, change }: StepProps) {
  const { say, sayOf } = useCheckInWords();
  const { accessories } = content;
  const alter = (at: number, more: Partial<Accessory>) =>
    change({
      accessories: accessories.map((one, place) => (place === at ? { ...one, ...more } : one)),
    });
  return (
    <fieldset className="checkin-lines">
      <legend>{say('accessories')}</legend>
      <p className="soft">{say('accessoriesNote')}</p>
      {accessories.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text is being typed
        <div key={at} className="checkin-accessory">
          <Input
            size="large"
            maxLength={80}
            aria-label={`${say('item')} ${at + 1}`}
            placeholder={say('item')}
            value={one.item}
            onChange={({ target }) => alter(at, { item: target.value })}
          />
          <InputNumber
            size="large"
            min={1}
            max={999}
            precision={0}
            inputMode="numeric"
            aria-label={`${say('count')} ${at + 1}`}
            value={one.count}
            onChange={(count) => alter(at, { count: count ?? 1 })}
          />
          <Tiles
            label=""
            options={accessoryStates.map((state) => [state, sayOf('state', state)])}
            chosen={[one.state]}
            onToggle={(state) => alter(at, { state })}
          />
          <button
            type="button"
            className="checkin-tile"
            onClick={() => change({ accessories: accessories.toSpliced(at, 1) })}
          >
            {say('remove')}
          </button>
        </div>
      ))}
      {accessories.length < 60 && (
        <Button
          size="large"
          onClick={() =>
            change({ accessories: [...accessories, { item: '', count: 1, state: 'good' }] })
          }
        >
          {say('addAccessory')}
        </Button>
      )}
    </fieldset>
  );
}
