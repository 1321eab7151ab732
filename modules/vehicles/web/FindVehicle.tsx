import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { reading } from '#web/api.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { vehicleRoutes } from '../contract.ts';
import { vehiclesWords } from '../locales/words.ts';
import { NewArrival } from './NewArrival.tsx';
import './vehicles.css';

/** Which car it is: its plate or the end of it, Enter takes the first; one that nobody knows is put on file here. */
export function FindVehicle({ onFound }: { onFound: (vehicleId: string) => void }) {
  const say = useWords(vehiclesWords);
  const mayAdd = mayUse(useSession(), ['vehicles.edit']);
  const [typed, setTyped] = useState('');
  // Enter may come before the answer: a scanner types faster than any server looks up.
  const [entered, setEntered] = useState('');
  const [isNew, setIsNew] = useState(false);
  const q = useDeferredValue(typed.trim());
  const isAsked = q.length >= 2;
  const found = useQuery({
    ...reading(vehicleRoutes.list, { query: { q, limit: 8 } }),
    enabled: isAsked,
  });
  const cars = isAsked ? (found.data?.items ?? []) : [];
  const first = cars[0]?.id;
  useEffect(() => {
    if (!first || entered !== q) return;
    setEntered('');
    onFound(first);
  }, [first, entered, q, onFound]);
  if (isNew) {
    return (
      <NewArrival
        plate={typed.trim()}
        onArrived={({ vehicleId }) => onFound(vehicleId)}
        onOpen={onFound}
        onCancel={() => setIsNew(false)}
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
        aria-label={say('find')}
        placeholder={say('findHint')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setEntered('');
        }}
        onPressEnter={() => setEntered(typed.trim())}
      />
      <ProblemNote problem={found.error} />
      <ul className="vehicle-found">
        {cars.map(({ id, plate, plateColour, model, ownerName }) => (
          <li key={id}>
            <button type="button" className="vehicle-found-row" onClick={() => onFound(id)}>
              <PlateTag plate={plate} colour={plateColour} />
              <span>{[model, ownerName].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {isAsked && found.data && cars.length === 0 && (
        <p className="vehicle-found-none">
          <span className="soft">{say('notOnFile', { plate: q })}</span>
          {mayAdd && (
            <Button size="large" type="primary" onClick={() => setIsNew(true)}>
              {say('putOnFile')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
