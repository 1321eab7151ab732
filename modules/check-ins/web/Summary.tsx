import { Facts } from '#web/Page.tsx';
import { fullTime } from '#web/times.ts';
import type { CheckIn, CheckInContent } from '../contract.ts';
import { CarDrawing } from './CarDrawing.tsx';
import { useCheckInWords } from './useCheckInWords.ts';

/** What is signed, as the customer reads it. */
export function Summary({ record, content }: { record: CheckIn; content: CheckInContent }) {
  const { say, sayOf } = useCheckInWords();
  const { mileageKm, fuelEighths, lamps, valuables, services, accessories, promisedAt } = content;
  return (
    <div className="checkin-summary">
      <div className="checkin-stack">
        <p className="checkin-said">{content.customerWords || '—'}</p>
        <Facts
          facts={[
            [say('customer'), record.customer.name],
            [say('kind'), sayOf('kind', content.kind)],
            [
              say('mileage'),
              mileageKm === null ? '—' : `${mileageKm.toLocaleString('en-US')} ${say('km')}`,
            ],
            [say('fuel'), fuelEighths === null ? '—' : say('eighth', { at: fuelEighths })],
            [say('promisedAt'), promisedAt === null ? '—' : fullTime(promisedAt)],
            [say('services'), services.join('；') || '—'],
            [say('lamps'), lamps.map((lamp) => sayOf('lamp', lamp)).join('、') || '—'],
            [say('valuables'), valuables || '—'],
          ]}
        />
        {accessories.length > 0 && (
          <section>
            <h3>{say('accessories')}</h3>
            <ul>
              {accessories.map(({ item, count, state }) => (
                <li key={`${item}${count}${state}`}>
                  {item} × {count} · {sayOf('state', state)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="checkin-stack">
        <CarDrawing marks={content.marks} />
        {content.marks.length === 0 && content.isWalkedRound && <p>{say('noDamage')}</p>}
        <ul className="checkin-marks-read">
          {content.marks.map(({ number, view, kind, note }) => (
            <li key={number}>
              <b>{number}</b> {sayOf('side', view)} · {sayOf('damage', kind)} {note}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
