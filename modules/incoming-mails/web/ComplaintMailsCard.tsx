import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { incomingMailRoutes } from '../contract.ts';
import './mail.css';
import { useSay, useTitle } from './said.ts';

/** Beside a complaint: the letters that it came by, or that came to it; nothing where there are none. */
export default function ComplaintMailsCard({ complaintId }: { complaintId: string }) {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const titleOf = useTitle();
  const { data } = useQuery(
    reading(incomingMailRoutes.list, { query: { complaintId } }, { follows: ['complaints'] }),
  );
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={say('ofComplaint')}>
      <ul className="mail-threads">
        {data.items.map((mail) => (
          <li key={mail.id}>
            <Link to={`/incoming-mails/${mail.id}`}>{titleOf(mail)}</Link>
            <span className="soft">
              {' '}
              {shortTime(mail.arrivedAt, now, language)}
              {mail.files > 0 && ` · ${say('files')} ${mail.files}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
