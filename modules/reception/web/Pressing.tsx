import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Deadline } from '#web/Deadline.tsx';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import type { Desk } from '../contract.ts';
import { deskReading } from './deskReading.ts';
import { linkTo } from './links.ts';
import { useReceptionWords } from './useReceptionWords.ts';

type Late = Desk['promises'][number];

/** Where a promise leads: to the car, else to what it is about. */
function placeOf(promise: Late): string {
  if (promise.aboutType === 'serviceOrder') return linkTo.order(promise.aboutId);
  if (promise.aboutType === 'customer') return linkTo.customer(promise.aboutId);
  return linkTo.car(promise.vehicleId ?? promise.aboutId);
}

/** Promises that are late or soon will be, archives that are owed among them (ARC-02). */
export function Pressing() {
  const { say, sayOf } = useReceptionWords();
  const { data } = useQuery(deskReading);
  const desk = data as Desk | undefined;
  if (!desk) return null;
  return (
    <Card title={say('pressing')}>
      {desk.promises.length === 0 && (
        <p className="reception-pressing-none soft">
          <Icon name="check" /> {say('pressingNone')}
        </p>
      )}
      <ul className="reception-pressing">
        {desk.promises.map((promise) => (
          <li key={promise.id}>
            <Deadline dueAt={promise.dueAt} warnAt={promise.warnAt} spans={promise.sum} />
            <span className="reception-pressing-what">
              {promise.plate && <PlateTag plate={promise.plate} />}
              <Link to={placeOf(promise)}>
                {promise.subject || promise.plate || sayOf('about', promise.aboutType)}
              </Link>
              <span className="soft">
                {sayOf('rule', promise.rule, 'about', promise.aboutType)}
              </span>
              {promise.ownerName && (
                <span className="soft">{say('promiseOwner', { name: promise.ownerName })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
