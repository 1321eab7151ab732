import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { FuelField } from '#web/FuelField.tsx';
import { damageKinds, type Mark, warningLamps } from '../contract.ts';
import { CarDrawing } from './CarDrawing.tsx';
import type { StepProps } from './CheckInSteps.tsx';
import { Field } from './Field.tsx';
import { PhotoButton, PhotoStrip } from './Photos.tsx';
import { Tiles } from './Tiles.tsx';
import { useCheckInWords } from './useCheckInWords.ts';

/** Once round the car: damage on the drawing, photos, odometer, tank, lamps, what lies in it. */
export function WalkRoundStep(props: StepProps) {
  const { content, change } = props;
  const { say, sayOf } = useCheckInWords();
  return (
    <div className="checkin-beside">
      <Damage {...props} />
      <div className="checkin-stack">
        <Mileage {...props} />
        <FuelField
          label={say('fuel')}
          value={content.fuelEighths}
          onChange={(fuelEighths) => change({ fuelEighths })}
        />
        <Tiles
          label={say('lamps')}
          options={warningLamps.map((lamp) => [lamp, sayOf('lamp', lamp)])}
          chosen={content.lamps}
          onToggle={(lamp) =>
            change({
              lamps: content.lamps.includes(lamp)
                ? content.lamps.filter((one) => one !== lamp)
                : [...content.lamps, lamp],
            })
          }
        />
        <Field label={say('valuables')}>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={500}
              placeholder={say('valuablesExample')}
              value={content.valuables}
              onChange={({ target }) => change({ valuables: target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

function Mileage({ record, content, change }: StepProps) {
  const { say } = useCheckInWords();
  const { mileageKm: last, mileageOn } = record.vehicle;
  const isLower = content.mileageKm !== null && last !== null && content.mileageKm < last;
  return (
    <>
      <Field
        label={say('mileage')}
        hint={
          last === null
            ? undefined
            : say('lastMileage', { km: last.toLocaleString('en-US'), on: mileageOn ?? '—' })
        }
      >
        {(id) => (
          <InputNumber
            id={id}
            size="large"
            className="checkin-mileage"
            min={0}
            max={9_999_999}
            precision={0}
            inputMode="numeric"
            controls={false}
            suffix={say('km')}
            value={content.mileageKm}
            onChange={(mileageKm) => change({ mileageKm })}
          />
        )}
      </Field>
      {isLower && (
        <Field label={say('mileageReason')} isAsked>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={200}
              value={content.mileageReason}
              onChange={({ target }) => change({ mileageReason: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Damage({ record, content, change, atHand }: StepProps) {
  const { say, sayOf } = useCheckInWords();
  const [kind, setKind] = useState<Mark['kind']>('scratch');
  const [chosen, setChosen] = useState<number>();
  const { marks } = content;
  const add = (at: Pick<Mark, 'view' | 'x' | 'y'>) => {
    const number = Math.max(0, ...marks.map((mark) => mark.number)) + 1;
    if (number > 99) return;
    change({ marks: [...marks, { number, ...at, kind, note: '' }] });
    setChosen(number);
  };
  const alter = (number: number, more: Partial<Mark>) =>
    change({ marks: marks.map((mark) => (mark.number === number ? { ...mark, ...more } : mark)) });
  const photoProps = { record, atHand };
  return (
    <div className="checkin-stack">
      <Tiles
        label={say('tapToMark')}
        options={damageKinds.map((one) => [one, sayOf('damage', one)])}
        chosen={[kind]}
        onToggle={setKind}
      />
      <CarDrawing marks={marks} chosen={chosen} onTap={add} onChoose={setChosen} />
      {marks.length === 0 && (
        <button
          type="button"
          className="checkin-tile checkin-clean"
          aria-pressed={content.isWalkedRound}
          onClick={() => change({ isWalkedRound: !content.isWalkedRound })}
        >
          {say('noDamage')}
        </button>
      )}
      <ul className="checkin-marks">
        {marks.map((mark) => (
          <li key={mark.number} className={mark.number === chosen ? 'checkin-mark-chosen' : ''}>
            <b className="checkin-mark-name">
              {mark.number} {sayOf('side', mark.view)} · {sayOf('damage', mark.kind)}
            </b>
            <Input
              size="large"
              maxLength={200}
              aria-label={`${mark.number} ${say('markNote')}`}
              placeholder={say('markNote')}
              value={mark.note}
              onFocus={() => setChosen(mark.number)}
              onChange={({ target }) => alter(mark.number, { note: target.value })}
            />
            <PhotoButton {...photoProps} markNumber={mark.number} label={say('photoOfMark')} />
            <button
              type="button"
              className="checkin-tile"
              aria-label={`${say('removeMark')} ${mark.number}`}
              onClick={() => change({ marks: marks.filter((one) => one !== mark) })}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="checkin-photo-row">
        <PhotoButton {...photoProps} label={say('photoOfCar')} />
      </div>
      <PhotoStrip {...photoProps} />
    </div>
  );
}
