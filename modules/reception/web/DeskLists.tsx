import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense } from 'react';
import { WaitingQueue } from '#modules/appointments/web/index.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import type { Desk } from '../contract.ts';
import { deskReading } from './deskReading.ts';
import { linkTo } from './links.ts';
import { useReceptionWords } from './useReceptionWords.ts';

type Car = Desk['cars'][number];

/** Who waits and who is expected; the cars that stand in the shop, the latest first. */
export function DeskLists({ chosen }: { chosen: string | undefined }) {
  const shell = useWords(shellWords);
  const { data, error, refetch } = useQuery(deskReading);
  const desk = data as Desk | undefined;
  if (error && !desk) {
    return (
      <div>
        <ProblemNote problem={error as never} />
        <Button onClick={() => void refetch()}>{shell('readAgain')}</Button>
      </div>
    );
  }
  if (!desk) return <p className="soft">{shell('loading')}</p>;
  return (
    <>
      <Suspense fallback={null}>
        <WaitingQueue waiting={desk.waiting} expected={desk.expected} />
      </Suspense>
      <CarsInShop desk={desk} chosen={chosen} />
    </>
  );
}

function CarsInShop({ desk, chosen }: { desk: Desk; chosen: string | undefined }) {
  const { say } = useReceptionWords();
  if (desk.cars.length === 0) {
    return <EmptyState icon="car" title={say('inShopNone')} next={say('inShopNoneNext')} />;
  }
  return (
    <section className="reception-in-shop" aria-label={say('inShop')}>
      <h2>
        {say('inShop')} <span className="soft">{desk.carCount}</span>
      </h2>
      <ul>
        {desk.cars.map((car) => (
          <CarLine key={car.id} car={car} isChosen={car.vehicleId === chosen} />
        ))}
      </ul>
      {desk.carCount > desk.cars.length && (
        <p className="soft">
          {say('inShopMore', { count: desk.carCount, shown: desk.cars.length })}
        </p>
      )}
    </section>
  );
}

function CarLine({ car, isChosen }: { car: Car; isChosen: boolean }) {
  const { say, sayOf } = useReceptionWords();
  const language = useLanguage();
  const now = useNow();
  const isWorked = car.state !== 'ready' && car.state !== 'settled';
  const isLate = isWorked && car.promisedAt !== null && new Date(car.promisedAt) < now;
  const time = car.promisedAt ?? car.receivedAt;
  const word = car.promisedAt ? 'promisedAt' : 'since';
  return (
    <li className={isChosen ? 'reception-in-shop-chosen' : ''}>
      <Link to={linkTo.car(car.vehicleId)}>
        <PlateTag plate={car.plate} colour={car.plateColour} />
        <span className="reception-in-shop-who">
          {[car.customerName, car.model].filter(Boolean).join(' · ')}
        </span>
        <span className="reception-in-shop-state">
          {sayOf('state', car.state)}
          {car.waitingFor && ` · ${sayOf('waiting', car.waitingFor)}`}
        </span>
        <span className={`reception-in-shop-time ${isLate ? 'reception-late' : 'soft'}`}>
          {say(word, { time: shortTime(time, now, language) })}
        </span>
      </Link>
    </li>
  );
}
