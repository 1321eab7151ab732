import { Icon } from '#web/Icon.tsx';
import type { PlateCard } from '../contract.ts';
import { useReceptionWords } from './useReceptionWords.ts';

type Customer = NonNullable<PlateCard['customer']>;

/** Who stands at the desk, and what must not be said. */
export function CarOwner({ card }: { card: PlateCard }) {
  const { say, sayOf } = useReceptionWords();
  const { customer } = card;
  if (!customer) {
    return card.missing.includes('owner') ? <p className="soft">{say('noOwner')}</p> : null;
  }
  return (
    <section className="car-owner">
      <p className="car-owner-name">
        <Icon name={customer.kind === 'company' ? 'building' : 'customer'} />
        <strong>{customer.name}</strong>
        <span className="soft">{addressed(customer, say)}</span>
        <span className="figures">{customer.phone}</span>
      </p>
      {customer.doNotMention && (
        <p className="car-taboo">
          <Icon name="alert" size={16} />
          <span>
            <strong>{say('doNotMention')}</strong> {customer.doNotMention}
          </span>
        </p>
      )}
      {customer.wishes && (
        <p>
          <span className="soft">{say('wishes')}</span> {customer.wishes}
        </p>
      )}
      {customer.contacts.map((contact) => (
        <p key={contact.id}>
          <span className="soft">{sayOf('role', contact.role)}</span> {contact.name}{' '}
          <span className="figures">{contact.phone}</span>
          {contact.note && <span className="soft"> {contact.note}</span>}
        </p>
      ))}
    </section>
  );
}

function addressed(
  { kind, salutation }: Customer,
  say: ReturnType<typeof useReceptionWords>['say'],
): string {
  if (kind === 'company') return say('company');
  return salutation === '' ? '' : say(salutation);
}
