import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type StandIn, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import './people.css';

/** On a day list: for whom one acts now, and who acts for oneself; nothing where nobody does (ORG-06). */
export function StandInHint() {
  const say = useWords(staffWords);
  const { employeeId } = useSession();
  const now = useNow();
  const language = useLanguage();
  const query = { employeeId, running: true, limit: 20 };
  const { data } = useQuery(reading(staffRoutes.listStandIns, { query }));
  if (!data || data.items.length === 0) return null;
  const told = (row: StandIn) => {
    const until = shortTime(row.untilAt, now, language);
    return row.standInId === employeeId
      ? say('youActFor', { name: row.absentName, until })
      : say('actsForYou', { name: row.standInName, until });
  };
  return (
    <p className="person-stand-in-hint">
      <Icon name="people" size={16} />
      {data.items.map((row) => (
        <span key={row.id}>{told(row)}</span>
      ))}
    </p>
  );
}
