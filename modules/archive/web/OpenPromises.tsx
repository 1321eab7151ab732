import { Link } from '@tanstack/react-router';
import { Deadline } from '#web/Deadline.tsx';
import { Card } from '#web/Page.tsx';
import { fullTime } from '#web/times.ts';
import type { Archive } from '../contract.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

const pageOf: Record<string, (id: string) => string> = {
  serviceOrder: (id) => `/service-orders/${id}`,
  complaint: (id) => `/complaints/${id}`,
};

/** What the house still owes this customer, or about this car, the most pressing first. */
export function OpenPromises({ of }: { of: Archive['promises'] }) {
  const { say, sayOf } = useArchiveWords();
  const open = of.filter(({ rule }) => rule !== 'customers.archive');
  if (open.length === 0) return null;
  return (
    <Card title={say('promises')}>
      <ul className="archive-open-things">
        {open.map(({ id, rule, subject, aboutType, aboutId, ownerName, dueAt, warnAt, sum }) => {
          const page = pageOf[aboutType]?.(aboutId);
          const what = sayOf('rule', rule) || sayOf('about', aboutType);
          const words = [what, subject].filter(Boolean).join(' · ');
          return (
            <li key={id}>
              <Deadline dueAt={dueAt} warnAt={warnAt} spans={sum} />
              {page ? <Link to={page}>{words}</Link> : words}
              <span className="soft">{ownerName}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Demands, hopes and questions that are not answered yet. */
export function OpenMatters({ archive }: { archive: Archive }) {
  const { say } = useArchiveWords();
  if (archive.matters.length === 0) return null;
  return (
    <Card title={say('matters')}>
      <ul className="archive-open-things">
        {archive.matters.map(({ id, content, ownerName, createdAt }) => (
          <li key={id}>
            {content}
            <span className="soft">
              {fullTime(createdAt).slice(0, 10)} {ownerName}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
