import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import './people.css';

/** On the page of one who left: what he gave to whom (ORG-07). */
export function HandedOver({ employeeId }: { employeeId: string }) {
  const say = useWords(staffWords);
  const { data } = useQuery(reading(staffRoutes.listHandovers, { params: { employeeId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={say('handedOver')}>
      <ul>
        {data.items.map(({ kind, toName, count, at }) => (
          <li className="person-handed-line" key={`${at}${kind}${toName}`}>
            <span>{say('handedLine', { kind: say(`kind_${kind}`), count, to: toName })}</span>
            <span className="soft figures">{fullTime(at)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** On a record: whose it was before, until when; nothing where it never changed hands. */
export function FormerHolder({ aboutId }: { aboutId: string }) {
  const say = useWords(staffWords);
  const { data } = useQuery(reading(staffRoutes.listHandoversOf, { query: { aboutId } }));
  return data?.items.map(({ fromName: name, toName: to, at, kind }) => (
    <p className="soft person-former" key={`${at}${kind}`}>
      {say('formerly', { name, to, date: fullTime(at).slice(0, 10) })}
    </p>
  ));
}
