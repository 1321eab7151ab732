import { Link } from '@tanstack/react-router';
import { customersWords, PhoneLine } from '#modules/customers/web/index.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { useWords } from '#web/useWords.ts';
import type { VehicleFile } from '../contract-vehicle.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

/** Whom to speak to about this car: its owner, what never to say to him, and who drives it. */
export function CarPeople({ people }: { people: NonNullable<VehicleFile['people']> }) {
  const { say } = useArchiveWords();
  const words = useWords(customersWords);
  const { owner, contacts } = people;
  return (
    <Card title={say('carPeople')}>
      {!owner && <p className="soft">{say('noOwner')}</p>}
      <ul className="archive-people">
        {owner && (
          <li>
            <Link to={`/customers/${owner.id}`}>
              <strong>{owner.name}</strong>
            </Link>
            <span className="soft">{say('owner')}</span>
            <PhoneLine customerId={owner.id} phone={owner.phone} />
          </li>
        )}
        {contacts.map(({ id, role, name, phone, note }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="soft">{words(`role${role}`)}</span>
            {owner && <PhoneLine customerId={owner.id} phone={phone} contactId={id} />}
            {note && <span className="soft">{note}</span>}
          </li>
        ))}
      </ul>
      {owner?.doNotMention && (
        <p className="archive-do-not-mention">
          <Icon name="alert" />
          <strong>{say('doNotMention')}</strong>
          {owner.doNotMention}
        </p>
      )}
    </Card>
  );
}
