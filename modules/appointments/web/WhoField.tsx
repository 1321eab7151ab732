import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { reading } from '#web/api.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { useAppointmentWords } from './useAppointmentWords.ts';

export interface KnownCar {
  id: string;
  plate: string;
  label: string;
}

/** Who comes: a car on file found by its plate, or name, telephone and plate as he gave them. */
export function WhoField(props: { car: KnownCar | null; onCar: (car: KnownCar | null) => void }) {
  const { car, onCar } = props;
  const { say } = useAppointmentWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    ...reading(vehicleRoutes.list, { query: { q, limit: 5 } }),
    enabled: q.length >= 2 && car === null,
  });
  if (car) {
    return (
      <p className="appointment-known">
        <PlateTag plate={car.plate} /> {car.label}
        <Button type="link" size="small" onClick={() => onCar(null)}>
          {say('otherCar')}
        </Button>
      </p>
    );
  }
  const cars = q.length >= 2 ? (found.data?.items ?? []) : [];
  const toCar = ({ id, plate, model, ownerName }: (typeof cars)[number]) =>
    onCar({ id, plate, label: [ownerName, model].filter(Boolean).join(' · ') });
  return (
    <>
      <Form.Item label={say('search')} extra={say('searchHint')}>
        <Input
          type="search"
          aria-label={say('search')}
          autoFocus
          maxLength={40}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            if (cars[0]) toCar(cars[0]);
          }}
        />
      </Form.Item>
      <ul className="appointment-found">
        {cars.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain-button" onClick={() => toCar(one)}>
              <PlateTag plate={one.plate} colour={one.plateColour} />{' '}
              {[one.ownerName, one.model].filter(Boolean).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
      <div className="form-three">
        <Form.Item name="name" label={say('name')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="phone" label={say('phone')}>
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
        <Form.Item name="plate" label={say('plate')}>
          <Input maxLength={20} autoCapitalize="characters" />
        </Form.Item>
      </div>
    </>
  );
}
