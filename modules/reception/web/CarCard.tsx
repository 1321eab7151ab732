import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { reading } from '#web/api.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type PlateCard, receptionRoutes } from '../contract.ts';
import './car-card.css';
import { CarActions } from './CarActions.tsx';
import { CarNotes } from './CarNotes.tsx';
import { CarOwner } from './CarOwner.tsx';
import { CarVisits } from './CarVisits.tsx';
import { useReceptionWords } from './useReceptionWords.ts';

/** Kept among the readings of orders: a colleague who moves one makes every open card read itself anew. */
const cardReading = (vehicleId: string) => {
  const { queryFn } = reading(receptionRoutes.cardOfVehicle, { params: { vehicleId } });
  return { queryKey: ['service-orders', 'card', vehicleId], queryFn, staleTime: 0 } as const;
};

/** All about one car; `isChosen`: it stands at the desk, and single keys act on it. */
export function CarCard({ vehicleId, isChosen }: { vehicleId: string; isChosen: boolean }) {
  const shell = useWords(shellWords);
  const { data: card, error, refetch } = useQuery(cardReading(vehicleId));
  if (error && !card) {
    return (
      <section className="card car-card">
        <ProblemNote problem={error as never} />
        <Button onClick={() => void refetch()}>{shell('readAgain')}</Button>
      </section>
    );
  }
  if (!card) return <section className="card car-card car-card-waiting" aria-busy="true" />;
  return <ShownCard key={vehicleId} card={card as PlateCard} isChosen={isChosen} />;
}

function ShownCard({ card, isChosen }: { card: PlateCard; isChosen: boolean }) {
  const { vehicle } = card;
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) head.current?.focus({ preventScroll: true });
  }, [isChosen]);
  return (
    <article ref={head} tabIndex={-1} className="card car-card" aria-label={vehicle.plate}>
      <header className="car-head">
        <PlateTag plate={vehicle.plate} colour={vehicle.plateColour} size="large" />
        <CarFacts vehicle={vehicle} />
      </header>
      <CarActions card={card} isChosen={isChosen} />
      <CarOwner card={card} />
      <CarNotes card={card} />
      <CarVisits card={card} />
    </article>
  );
}

function CarFacts({ vehicle }: { vehicle: PlateCard['vehicle'] }) {
  const { say } = useReceptionWords();
  const { mileageKm, mileageOn, vin } = vehicle;
  const km = mileageKm?.toLocaleString('en-US') ?? '';
  const mileage = mileageOn ? say('mileageOn', { km, date: mileageOn }) : say('mileage', { km });
  return (
    <div className="car-facts">
      <strong>{[vehicle.model, vehicle.vehicleType].filter(Boolean).join(' · ')}</strong>
      <span className="soft figures">
        {mileageKm === null ? say('noMileage') : mileage}
        {' · '}
        {vin ? say('vinTail', { tail: vin.slice(-6) }) : say('noVin')}
      </span>
    </div>
  );
}
