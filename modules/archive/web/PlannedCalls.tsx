import { Icon } from '#web/Icon.tsx';
import type { Archive } from '../contract.ts';
import { useArchiveWords } from './useArchiveWords.ts';

/** Calls that are still to come, the nearest first. */
export function PlannedCalls({ archive: { followUps } }: { archive: Archive }) {
  const { say } = useArchiveWords();
  if (followUps.length === 0) return null;
  return (
    <ol className="archive-timeline">
      {followUps.map(({ id, earliestOn, latestOn }) => (
        <li key={id} className="archive-timeline-planned">
          <Icon name="calendar" />
          <time className="figures">{latestOn}</time>
          <p className="archive-timeline-title">
            {say('planned')} {say('between', { from: earliestOn, to: latestOn })}
          </p>
        </li>
      ))}
    </ol>
  );
}
