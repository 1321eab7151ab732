import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { reading } from '#web/api.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { useMobilityWords } from './useMobilityWords.ts';

export interface KnownCar {
  id: string;
  plate: string;
  label: string;
  ownerId: string | null;
}

/** A car on file, found by its plate or its owner. */
export function CarField(props: { car: KnownCar | null; onCar: (car: KnownCar | null) => void }) {
  const { car, onCar } = props;
  const { say } = useMobilityWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    ...reading(vehicleRoutes.list, { query: { q, limit: 5 } }),
    enabled: q.length >= 2 && car === null,
  });
  if (car) {
    return (
      <p className="trip-known">
        <PlateTag plate={car.plate} /> {car.label}
        <Button type="link" size="small" onClick={() => onCar(null)}>
          {say('otherCar')}
        </Button>
      </p>
    );
  }
  const cars = q.length >= 2 ? (found.data?.items ?? []) : [];
  const choose = ({ id, plate, model, ownerName, ownerId }: (typeof cars)[number]) =>
    onCar({ id, plate, ownerId, label: [ownerName, model].filter(Boolean).join(' · ') });
  return (
    <>
      <Form.Item label={say('search')} extra={say('searchHint')}>
        <Input
          type="search"
          aria-label={say('search')}
          maxLength={40}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            if (cars[0]) choose(cars[0]);
          }}
        />
      </Form.Item>
      <ul className="trip-found">
        {cars.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain-button" onClick={() => choose(one)}>
              <PlateTag plate={one.plate} colour={one.plateColour} />{' '}
              {[one.ownerName, one.model].filter(Boolean).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
