import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { DueWhy } from '#modules/vehicles/web/index.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { mayUse, useSession } from '#web/session.ts';
import type { Archive } from '../contract.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

type Car = Archive['vehicles'][number];
const grouped = (value: number) => value.toLocaleString('en-US');

/** The customer's cars as their plates: the desk knows a car by it. */
export function Cars({ archive, onAdd }: { archive: Archive; onAdd: () => void }) {
  const { say } = useArchiveWords();
  const { vehicles } = archive;
  const add = mayUse(useSession(), ['vehicles.edit']) && (
    <Button size="small" onClick={onAdd}>
      {say('addCar')}
    </Button>
  );
  return (
    <Card title={say('vehicles')} actions={add}>
      {vehicles.length === 0 && <p className="soft">{say('noVehicles')}</p>}
      <ul className="archive-cars">
        {vehicles.map((car) => (
          <CarLine key={car.id} car={car} />
        ))}
      </ul>
    </Card>
  );
}

function CarLine({ car }: { car: Car }) {
  const { say } = useArchiveWords();
  return (
    <li>
      <Link to={`/vehicles/${car.id}`} className="archive-car-head">
        <PlateTag plate={car.plate} colour={car.plateColour} size="large" />
        <span>{[car.model, car.vehicleType].filter(Boolean).join(' · ')}</span>
      </Link>
      <dl className="archive-car-facts">
        <div>
          <dt>{say('mileage')}</dt>
          <dd className="figures">
            {car.mileageKm === null ? '—' : say('km', { km: grouped(car.mileageKm) })}{' '}
            <span className="soft">{car.mileageOn}</span>
          </dd>
        </div>
        <div>
          <dt>{say('nextDue')}</dt>
          <dd>
            <NextDue car={car} />
          </dd>
        </div>
        <div>
          <dt>{say('vin')}</dt>
          <dd>
            {car.vin || '—'}
            {car.vinWarning && (
              <span className="archive-vin-warning" title={car.vinWarning}>
                <Icon name="alert" size={15} />
              </span>
            )}
          </dd>
        </div>
      </dl>
    </li>
  );
}

/** By day and by mileage, with the reason underneath. */
export function NextDue({ car }: { car: Pick<Car, 'nextDueOn' | 'nextDueKm' | 'nextDueWhy'> }) {
  const { say } = useArchiveWords();
  const { nextDueOn, nextDueKm, nextDueWhy } = car;
  const parts = [nextDueOn, nextDueKm !== null && say('km', { km: grouped(nextDueKm) })];
  const told = parts.filter(Boolean).join(say('or'));
  if (told === '') return <span className="soft">{say('noNextDue')}</span>;
  return (
    <>
      <span className="figures">{told}</span>
      <DueWhy why={nextDueWhy} />
    </>
  );
}
