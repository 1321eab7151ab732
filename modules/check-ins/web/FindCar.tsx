import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { NewArrival } from '#modules/vehicles/web/index.ts';
import { reading } from '#web/api.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { findWords } from '../locales/words-find.ts';

/** Which car stands there: its plate or the end of it, one tap; one that nobody knows is put on file here. */
export default function FindCar({ onFound }: { onFound: (vehicleId: string) => void }) {
  const say = useWords(findWords);
  const mayAdd = mayUse(useSession(), ['vehicles.edit']);
  const [typed, setTyped] = useState('');
  const [isNew, setNew] = useState(false);
  const q = useDeferredValue(typed.trim());
  const isAsked = q.length >= 2;
  const found = useQuery({
    ...reading(vehicleRoutes.list, { query: { q, limit: 8 } }),
    enabled: isAsked,
  });
  const cars = isAsked ? (found.data?.items ?? []) : [];
  if (isNew) {
    return (
      <NewArrival
        plate={typed.trim()}
        onArrived={({ vehicleId }) => onFound(vehicleId)}
        onOpen={onFound}
        onCancel={() => setNew(false)}
      />
    );
  }
  return (
    <>
      <Input
        autoFocus
        size="large"
        type="search"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        className="checkin-plate-field"
        aria-label={say('plateOrEnd')}
        placeholder={say('plateOrEnd')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={() => cars[0] && onFound(cars[0].id)}
      />
      <ProblemNote problem={found.error} />
      <ul className="checkin-found">
        {cars.map(({ id, plate, plateColour, model, ownerName }) => (
          <li key={id}>
            <button type="button" className="checkin-row" onClick={() => onFound(id)}>
              <PlateTag plate={plate} colour={plateColour} />
              <span>{[model, ownerName].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {isAsked && found.data && cars.length === 0 && (
        <p className="checkin-none">
          <span className="soft">{say('carUnknown')}</span>
          {mayAdd && (
            <Button size="large" onClick={() => setNew(true)}>
              {say('putOnFile')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
