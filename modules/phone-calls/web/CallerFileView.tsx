import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { BookingSheet } from '#modules/appointments/web/index.ts';
import { dateIn } from '#shared/dates.ts';
import { now, useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { CallerFile } from '../contract.ts';
import type { PhoneCallWord } from '../locales/words.ts';
import { useSay } from './usePhoneWords.ts';

const aboutTypes = ['customer', 'vehicle', 'serviceOrder', 'complaint', 'matter'] as const;
const aboutWord = (type: string): PhoneCallWord =>
  `about_${aboutTypes.find((one) => one === type) ?? 'customer'}`;

/** Who he is, the car that is in the shop now, and everything that the house owes him. */
export function CallerFileView({ file, onOther }: { file: CallerFile; onOther?: () => void }) {
  const say = useSay();
  const { customer } = file;
  const title = customer.kind === 'person' && customer.salutation ? say(customer.salutation) : '';
  return (
    <section className="card phone-who">
      <header className="phone-who-head">
        <Link to={`/customers/${customer.id}`} className="phone-who-name">
          {customer.name} {title}
        </Link>
        {onOther && (
          <Button size="small" onClick={onOther}>
            {say('someoneElse')}
          </Button>
        )}
      </header>
      {customer.doNotMention && (
        <div className="phone-taboo" role="note">
          <strong>{say('doNotMention')}</strong>
          <p>{customer.doNotMention}</p>
        </div>
      )}
      <Cars file={file} />
      <Book file={file} />
      {customer.wishes && (
        <Part title={say('wishes')}>
          <p>{customer.wishes}</p>
        </Part>
      )}
      <Open file={file} />
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="phone-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Cars({ file }: { file: CallerFile }) {
  const say = useSay();
  const language = useLanguage();
  const moment = useNow();
  return (
    <ul className="phone-cars">
      {file.cars.length === 0 && <li className="soft">{say('noCars')}</li>}
      {file.cars.map(({ id, plate, plateColour, model, lastVisitOn, openOrder }) => (
        <li key={id} className={openOrder ? 'phone-car-here' : undefined}>
          <Link to={`/vehicles/${id}`}>
            <PlateTag plate={plate} colour={plateColour} />
          </Link>{' '}
          <span>{model}</span>
          {openOrder ? (
            <div>
              <span className="phone-in-shop">{say('inShop')}</span>{' '}
              <Link to={`/service-orders/${openOrder.id}`}>
                {say('openOrder', { number: openOrder.number })}
              </Link>
              <p className="soft">
                {[
                  openOrder.promisedAt &&
                    say('promisedAt', { at: shortTime(openOrder.promisedAt, moment, language) }),
                  openOrder.advisorName && say('advisor', { name: openOrder.advisorName }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {openOrder.customerWords && <p>“{openOrder.customerWords}”</p>}
            </div>
          ) : (
            lastVisitOn && <p className="soft">{say('lastVisit', { on: lastVisitOn })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A time for the car that he most likely speaks of (`b`). */
function Book({ file }: { file: CallerFile }) {
  const say = useSay();
  const [isBooking, setIsBooking] = useState(false);
  const mayBook = mayUse(useSession(), ['serviceOrders.receive']);
  const open = () => setIsBooking(true);
  useHotkey(mayBook ? { keys: 'b', label: say('book'), group: 'page', run: open } : null);
  const car = file.cars[0];
  return (
    <p className="phone-links">
      {mayBook && (
        <Button onClick={open}>
          {say('book')} <kbd className="for-keyboard">B</kbd>
        </Button>
      )}
      <Suspense fallback={null}>
        {isBooking && (
          <BookingSheet
            on={dateIn('Asia/Shanghai', now())}
            known={car && { id: car.id, plate: car.plate, label: car.model || car.plate }}
            onClose={() => setIsBooking(false)}
          />
        )}
      </Suspense>
    </p>
  );
}

function Open({ file }: { file: CallerFile }) {
  const say = useSay();
  const language = useLanguage();
  const moment = useNow();
  const { appointments, promises, complaints, matters, followUps, lastCalls } = file;
  const lists = [appointments, promises, complaints, matters, followUps];
  const at = (instant: string) => shortTime(instant, moment, language);
  return (
    <>
      {lists.every(({ length }) => length === 0) && <p className="soft">{say('nothingOpen')}</p>}
      {complaints.length > 0 && (
        <Part title={say('complaints')}>
          <ul>
            {complaints.map(({ id, number, content }) => (
              <li key={id}>
                <Link to={`/complaints/${id}`}>{content}</Link>{' '}
                <span className="soft figures">{number}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {promises.length > 0 && (
        <Part title={say('promises')}>
          <ul>
            {promises.map(({ id, aboutType, dueAt }) => (
              <li key={id}>
                {say(aboutWord(aboutType))} <Deadline dueAt={dueAt} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {matters.length > 0 && (
        <Part title={say('matters')}>
          <ul>
            {matters.map(({ id, content }) => (
              <li key={id}>
                <Link to={`/matters/${id}`}>{content}</Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {appointments.length > 0 && (
        <Part title={say('appointments')}>
          <ul>
            {appointments.map(({ id, startsAt, plate }) => (
              <li key={id}>
                <Link to={`/appointments/${id}`}>{at(startsAt)}</Link> {plate}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {followUps.length > 0 && (
        <Part title={say('followUps')}>
          <ul>
            {followUps.map(({ id, earliestOn, latestOn }) => (
              <li key={id}>
                <Link to={`/follow-ups/${id}`} className="figures">
                  {earliestOn} – {latestOn}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {lastCalls.length > 0 && (
        <Part title={say('lastCalls')}>
          <ul>
            {lastCalls.map(({ id, mainPoints, at: when }) => (
              <li key={id}>
                <span className="soft figures">{at(when)}</span> {mainPoints}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
