import { Button, Popconfirm } from 'antd';
import { type Contact, customerRoutes } from '#modules/customers/contract.ts';
import { customersWords, PhoneLine } from '#modules/customers/web/index.ts';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import type { Archive } from '../contract.ts';
import './archive.css';

/** Who else is talked to, and what the customer allowed. */
export function Contacts(props: {
  archive: Archive;
  onAdd: () => void;
  onChange: (contact: Contact) => void;
  onConsent: () => void;
  onReminder: () => void;
}) {
  const { archive, onAdd, onChange, onConsent, onReminder } = props;
  const words = useWords(customersWords);
  const mayEdit = mayUse(useSession(), ['customers.edit']);
  const { id, contacts, consents, reminders } = archive.customer;
  const plateOf = (vehicleId: string | null) =>
    archive.vehicles.find((car) => car.id === vehicleId)?.plate;
  const add = (label: string, run: () => void) =>
    mayEdit ? (
      <Button size="small" onClick={run}>
        {label}
      </Button>
    ) : undefined;
  return (
    <div className="archive-file-last">
      <Card title={words('contacts')} actions={add(words('addContact'), onAdd)}>
        {contacts.length === 0 && <p className="soft">{words('noContacts')}</p>}
        <ul className="archive-people">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <strong>{contact.name}</strong>{' '}
              <span className="soft">
                {[words(`role${contact.role}`), plateOf(contact.vehicleId)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <PhoneLine customerId={id} phone={contact.phone} contactId={contact.id} />
              {contact.note && <span className="soft">{contact.note}</span>}
              {mayEdit && <ContactActions contact={contact} onChange={() => onChange(contact)} />}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words('consents')} actions={add(words('recordConsent'), onConsent)}>
        {consents.length === 0 && <p className="soft">{words('noConsents')}</p>}
        <ul className="archive-people">
          {consents.map(({ purpose, channel, given, evidence, at }) => (
            <li key={purpose + channel}>
              {words(`purpose${purpose}`)} · {words(`channel${channel}`)}
              <strong className={given ? 'archive-consent-given' : 'archive-consent-refused'}>
                {words(given ? 'given' : 'withdrawn')}
              </strong>
              <span className="soft">
                {[fullTime(at).slice(0, 10), evidence].filter(Boolean).join(' ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words('reminders')} actions={add(words('recordReminder'), onReminder)}>
        {reminders.every(({ isOn }) => isOn) && <p className="soft">{words('remindersAll')}</p>}
        <ul className="archive-people">
          {reminders.map(({ kind, isOn, evidence, byLink, at }) => (
            <li key={kind}>
              {words(`reminder_${kind}`)}
              <strong className={isOn ? 'archive-consent-given' : 'archive-consent-refused'}>
                {words(isOn ? 'reminderOn' : 'reminderOff')}
              </strong>
              <span className="soft">
                {[fullTime(at).slice(0, 10), byLink ? words('byHimself') : evidence]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** A driver changes his number or leaves the firm; a removal is asked once more. */
function ContactActions({ contact, onChange }: { contact: Contact; onChange: () => void }) {
  const words = useWords(customersWords);
  const tell = useTell();
  const remove = useWriting(customerRoutes.removeContact, { touches: ['archives', 'customers'] });
  const { id: contactId, name, version } = contact;
  const take = () =>
    remove.mutate(
      { params: { contactId }, version },
      { onSuccess: () => tell(words('contactRemoved', { name })) },
    );
  return (
    <>
      <span className="archive-contact-actions">
        <Button size="small" aria-label={`${words('edit')} ${name}`} onClick={onChange}>
          {words('edit')}
        </Button>
        <Popconfirm
          title={words('removeContactSure', { name })}
          okText={words('removeContact')}
          cancelText={words('cancel')}
          onConfirm={take}
        >
          <Button
            size="small"
            aria-label={`${words('removeContact')} ${name}`}
            loading={remove.isPending}
          >
            {words('removeContact')}
          </Button>
        </Popconfirm>
      </span>
      <ProblemNote problem={remove.error} />
    </>
  );
}
