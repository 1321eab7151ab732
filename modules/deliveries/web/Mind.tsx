import { Button, Input, InputNumber } from 'antd';
import { oldPartChoices } from '#modules/service-orders/contract.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import type { Precaution } from '../contract.ts';
import { placeOf } from './leading.ts';
import type { PartProps } from './PackPage.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';

/** What the customer is to mind, when he comes again, and what becomes of his old parts. */
export function Mind({ record, atHand, isOpen }: PartProps) {
  const { say, nextOf } = useDeliveryWords();
  const { certificate, nextService, order } = record;
  const { precautions, oldParts } = atHand;
  return (
    <Card title={say('stepMind')}>
      <ul className="delivery-precautions">
        {precautions.map((precaution, at) => (
          <PrecautionLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is told by its place while it is written
            key={at}
            precaution={precaution}
            isOpen={isOpen}
            onChange={(next) => atHand.change({ precautions: precautions.with(at, next) })}
            onRemove={() =>
              atHand.change({ precautions: precautions.filter((_, place) => place !== at) })
            }
          />
        ))}
      </ul>
      {isOpen && precautions.length < 30 && (
        <Button
          icon={<Icon name="plus" size={16} />}
          onClick={() =>
            atHand.change({
              precautions: [...precautions, { name: '', words: '', days: null, km: null }],
            })
          }
        >
          {say('addPrecaution')}
        </Button>
      )}
      <dl className="delivery-facts">
        <dt>{say('nextService')}</dt>
        <dd>{nextOf(nextService)}</dd>
        <dt>{say('certificate')}</dt>
        <dd>
          {certificate
            ? say('certificateLine', {
                number: certificate.number,
                days: certificate.guaranteeDays,
                km: certificate.guaranteeKm.toLocaleString('en-US'),
              })
            : say('noCertificate')}
        </dd>
        <dt>{say('oldParts')}</dt>
        <dd id={placeOf('oldParts')}>
          {isOpen ? (
            <fieldset className="delivery-choice" aria-label={say('oldParts')}>
              {oldPartChoices.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="delivery-tile delivery-tile-same"
                  aria-pressed={oldParts === one}
                  onClick={() => atHand.change({ oldParts: one })}
                >
                  {say(`oldParts_${one}`)}
                </button>
              ))}
            </fieldset>
          ) : (
            oldParts && say(`oldParts_${oldParts}`)
          )}
          {isOpen && isChoice(order.oldParts) && (
            <span className="soft">
              {say('oldPartsSettled', { said: say(`settled_${order.oldParts}`) })}
            </span>
          )}
        </dd>
      </dl>
    </Card>
  );
}

type Choice = (typeof oldPartChoices)[number];
const isChoice = (said: string): said is Choice => oldPartChoices.some((one) => one === said);

function PrecautionLine(props: {
  precaution: Precaution;
  isOpen: boolean;
  onChange: (next: Precaution) => void;
  onRemove: () => void;
}) {
  const { precaution, isOpen, onChange, onRemove } = props;
  const { say, withinOf } = useDeliveryWords();
  const { name, words, days, km } = precaution;
  if (!isOpen) {
    return (
      <li className="delivery-said">
        <b>{name}</b> {words} <span className="soft">{withinOf(precaution)}</span>
      </li>
    );
  }
  const set = (more: Partial<Precaution>) => onChange({ ...precaution, ...more });
  return (
    <li className="delivery-precaution">
      <Input
        maxLength={60}
        value={name}
        aria-label={say('precautionName')}
        placeholder={say('precautionName')}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Input.TextArea
        className="grows"
        rows={1}
        maxLength={300}
        value={words}
        aria-label={say('precautionWords')}
        placeholder={say('precautionWords')}
        onChange={({ target }) => set({ words: target.value })}
      />
      <InputNumber
        min={1}
        max={3650}
        precision={0}
        controls={false}
        value={days}
        suffix={say('days')}
        aria-label={`${say('within')} ${say('days')}`}
        onChange={(next) => set({ days: next })}
      />
      <InputNumber
        min={1}
        max={999_999}
        precision={0}
        controls={false}
        value={km}
        suffix="km"
        aria-label={`${say('within')} km`}
        onChange={(next) => set({ km: next })}
      />
      <Button
        type="text"
        icon={<Icon name="close" size={16} />}
        aria-label={`${say('removePrecaution')} ${name}`}
        onClick={onRemove}
      />
    </li>
  );
}
