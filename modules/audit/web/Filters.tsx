import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import { addDays, instantAt } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { Icon } from '#web/Icon.tsx';
import { type Address, useAddress } from '#web/useAddress.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { eventSentences } from '../locales/events.ts';
import { auditWords } from '../locales/words.ts';

const zone = 'Asia/Shanghai';

/** What the address asks for; both days are meant whole. */
export function queryOf({ event, actorId, aboutId, from, until }: Address) {
  return {
    ...(event && { event }),
    ...(actorId && { actorId }),
    ...(aboutId && { aboutId }),
    ...(from && { 'at.gte': instantAt(zone, from, '00:00').toISOString() }),
    ...(until && { 'at.lt': instantAt(zone, addDays(until, 1), '00:00').toISOString() }),
  };
}

/** Who, what and when: the address holds it, so that what was found can be sent to a colleague. */
export function AuditFilters() {
  const say = useWords(auditWords);
  const at = useLanguage() === 'zh-CN' ? 0 : 1;
  const [address, set] = useAddress();
  const people = useQuery(reading(peopleRoutes.listEmployees, { query: { limit: 200 } }));
  const day = (name: 'from' | 'until') => (
    <DayField
      className="day-field"
      aria-label={say(name)}
      value={address[name] ?? ''}
      onChange={({ target }) => set({ [name]: target.value || undefined })}
    />
  );
  return (
    <>
      <select
        className="plain-field"
        aria-label={say('who')}
        value={address.actorId ?? ''}
        onChange={({ target }) => set({ actorId: target.value || undefined })}
      >
        <option value="">{say('anyone')}</option>
        {people.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="plain-field"
        aria-label={say('what')}
        value={address.event ?? ''}
        onChange={({ target }) => set({ event: target.value || undefined })}
      >
        <option value="">{say('anything')}</option>
        {Object.entries(eventSentences).map(([event, words]) => (
          <option key={event} value={event}>
            {words[at]}
          </option>
        ))}
      </select>
      {day('from')}
      {day('until')}
      {address.aboutId && (
        <Button icon={<Icon name="close" />} onClick={() => set({ aboutId: undefined })}>
          {say('onlyOne')}
        </Button>
      )}
    </>
  );
}
