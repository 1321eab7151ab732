import { Button } from 'antd';
import { customersWords, PhoneLine } from '#modules/customers/web/index.ts';
import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import type { Archive } from '../contract.ts';
import './archive.css';

/** Who else is talked to, and what the customer allowed. */
export function Contacts(props: { archive: Archive; onAdd: () => void; onConsent: () => void }) {
  const { archive, onAdd, onConsent } = props;
  const words = useWords(customersWords);
  const mayEdit = mayUse(useSession(), ['customers.edit']);
  const { id, contacts, consents } = archive.customer;
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
          {contacts.map(({ id: contactId, name, role, phone, note }) => (
            <li key={contactId}>
              <strong>{name}</strong> <span className="soft">{words(`role${role}`)}</span>
              <PhoneLine customerId={id} phone={phone} contactId={contactId} />
              {note && <span className="soft">{note}</span>}
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
    </div>
  );
}
