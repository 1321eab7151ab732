import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon, type IconName } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { fullTime } from '#web/times.ts';
import type { Archive } from '../contract.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

interface Entry {
  key: string;
  /** An instant, or a day for what is still to come. */
  at: string;
  icon: IconName;
  tone?: 'late' | 'planned';
  title: ReactNode;
  body?: ReactNode;
}

/** Visits, calls, complaints and what is planned, newest first. */
export function Timeline({ archive }: { archive: Archive }) {
  const { say } = useArchiveWords();
  const entries = useEntries(archive);
  return (
    <Card title={say('timeline')}>
      {entries.length === 0 && (
        <EmptyState icon="clock" title={say('noTimeline')} next={say('noTimelineNext')} />
      )}
      <ol className="archive-timeline">
        {entries.map(({ key, at, icon, tone, title, body }) => (
          <li key={key} className={tone && `archive-timeline-${tone}`}>
            <Icon name={icon} />
            <time className="figures">{at.length > 10 ? fullTime(at).slice(0, 10) : at}</time>
            <div>
              <p className="archive-timeline-title">{title}</p>
              {body}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useEntries({ visits, calls, complaints, followUps }: Archive): Entry[] {
  const { say, sayOf } = useArchiveWords();
  const entries: Entry[] = [
    ...visits.map((visit) => ({
      key: visit.id,
      at: visit.receivedAt,
      icon: 'wrench' as const,
      title: <VisitTitle visit={visit} />,
      body: <VisitBody visit={visit} />,
    })),
    ...calls.map(({ id, at, direction, result, mainPoints, byName, satisfaction }) => ({
      key: id,
      at,
      icon: 'phone' as const,
      title: [sayOf('direction', direction), sayOf('result', result), byName]
        .filter(Boolean)
        .join(' · '),
      body: (
        <p>
          {mainPoints}{' '}
          {satisfaction !== null && (
            <span className="soft">{say('satisfaction', { value: satisfaction })}</span>
          )}
        </p>
      ),
    })),
    ...complaints.map(({ id, receivedAt, closedAt, number, content }) => ({
      key: id,
      at: receivedAt,
      icon: 'complaint' as const,
      tone: closedAt === null ? ('late' as const) : undefined,
      title: (
        <Link to={`/complaints/${id}`}>
          {say('complaint')} {number}
        </Link>
      ),
      body: <p>{content}</p>,
    })),
    ...followUps.map(({ id, earliestOn, latestOn }) => ({
      key: id,
      at: latestOn,
      icon: 'calendar' as const,
      tone: 'planned' as const,
      title: `${say('planned')} ${say('between', { from: earliestOn, to: latestOn })}`,
    })),
  ];
  return entries.sort((one, other) => (one.at < other.at ? 1 : -1));
}

type Visit = Archive['visits'][number];

export function VisitTitle({ visit }: { visit: Visit }) {
  const { sayOf } = useArchiveWords();
  return (
    <>
      <Link to={`/service-orders/${visit.id}`}>{visit.number}</Link> {sayOf('kind', visit.kind)}{' '}
      <PlateTag plate={visit.plate} />
    </>
  );
}

export function VisitBody({ visit }: { visit: Visit }) {
  const { say } = useArchiveWords();
  const { work, customerWords, refused, mileageKm, amountFen, advisorName } = visit;
  return (
    <>
      <p>{work || customerWords}</p>
      {refused.length > 0 && (
        <p className="archive-refused">
          {say('refusedThen')}：{refused.join('、')}
        </p>
      )}
      <p className="soft">
        {say('km', { km: mileageKm.toLocaleString('en-US') })} · <Money fen={amountFen} />
        {advisorName && ` · ${advisorName}`}
      </p>
    </>
  );
}
