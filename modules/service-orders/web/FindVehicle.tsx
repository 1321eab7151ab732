import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { NewArrival } from '#modules/vehicles/web/index.ts';
import { reading } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import './receive.css';
import { useOrderWords } from './useOrderWords.ts';

/** Which car it is: its plate or the end of it, Enter takes the first; one that nobody knows is put on file here. */
export function FindVehicle({ onFound }: { onFound: (vehicleId: string) => void }) {
  const { say } = useOrderWords();
  const mayAdd = mayUse(useSession(), ['vehicles.edit']);
  const [typed, setTyped] = useState('');
  const [isNew, setIsNew] = useState(false);
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    ...reading(vehicleRoutes.list, { query: { q, limit: 8 } }),
    enabled: q.length >= 2,
  });
  const cars = q.length >= 2 ? (found.data?.items ?? []) : [];
  const isUnknown = q.length >= 2 && found.data !== undefined && cars.length === 0;
  if (isNew) {
    return (
      <Card title={say('newVehicle')}>
        <NewArrival
          plate={typed.trim()}
          onArrived={({ vehicleId }) => onFound(vehicleId)}
          onOpen={onFound}
          onCancel={() => setIsNew(false)}
        />
      </Card>
    );
  }
  return (
    <Card title={say('findVehicle')}>
      <Input
        autoFocus
        size="large"
        type="search"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        aria-label={say('findVehicle')}
        placeholder={say('findVehicleHint')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={() => cars[0] && onFound(cars[0].id)}
      />
      <ProblemNote problem={found.error} />
      <ul className="order-found-cars">
        {cars.map(({ id, plate, plateColour, model, ownerName }) => (
          <li key={id}>
            <button type="button" className="plain-button" onClick={() => onFound(id)}>
              <PlateTag plate={plate} colour={plateColour} />
              <span>{[model, ownerName].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {isUnknown && (
        <p className="order-found-none">
          <span className="soft">{say('vehicleUnknown', { plate: q })}</span>
          {mayAdd && (
            <Button type="primary" onClick={() => setIsNew(true)}>
              {say('newVehicle')}
            </Button>
          )}
        </p>
      )}
    </Card>
  );
}
