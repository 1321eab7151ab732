import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import type { ClockJob, MyClock } from '../contract.ts';
import { FoundSheet } from './FoundSheet.tsx';
import { JobLine } from './JobLine.tsx';
import { PhotoButton } from './PhotoButton.tsx';
import { useClockWords } from './useClockWords.ts';
import { useJobFiles } from './useJobFiles.ts';
import type { useStamps } from './useStamps.ts';
import { WaitingFiles } from './WaitingFiles.tsx';

/** One car: how long there is still, its jobs, what was found under it. */
export function JobCard(props: {
  job: ClockJob;
  clock: MyClock;
  press: ReturnType<typeof useStamps>['press'];
}) {
  const { job, clock, press } = props;
  const { say } = useClockWords();
  const [isTelling, setIsTelling] = useState(false);
  const files = useJobFiles(job.id);
  return (
    <article className="clock-card" aria-label={job.plate}>
      <header>
        <Link to={`/service-orders/${job.id}` as never}>
          <PlateTag plate={job.plate} colour={job.plateColour} size="large" />
        </Link>
        <PromisedTime promisedAt={job.promisedAt} />
      </header>
      <p className="soft">{[job.model, job.bay, job.number].filter(Boolean).join(' · ')}</p>
      <blockquote className="clock-words">{job.customerWords}</blockquote>
      <ul>
        {job.lines.map((line) => (
          <JobLine key={line.id} job={job} line={line} clock={clock} press={press} />
        ))}
      </ul>
      {job.state === 'inWork' && (
        <div className="clock-buttons">
          <Button size="large" icon={<Icon name="alert" />} onClick={() => setIsTelling(true)}>
            {say('report')}
          </Button>
          <PhotoButton files={files} />
        </div>
      )}
      <WaitingFiles files={files} />
      {isTelling && <FoundSheet job={job} files={files} onClose={() => setIsTelling(false)} />}
    </article>
  );
}

/** The promised time with what is left of it. */
export function PromisedTime({ promisedAt }: { promisedAt: string | null }) {
  const { say, spoken, language } = useClockWords();
  const now = useNow();
  if (promisedAt === null) return <span className="soft">{say('notPromised')}</span>;
  const left = Math.floor((Date.parse(promisedAt) - now.getTime()) / 60_000);
  const time = spoken(Math.abs(left));
  const tone = left < 0 ? 'clock-late' : left < 60 ? 'clock-soon' : '';
  return (
    <span className={`clock-promised ${tone}`}>
      <span>{say('promised', { time: shortTime(promisedAt, now, language) })}</span>
      <strong>{left < 0 ? say('lateBy', { time }) : say('leftTime', { time })}</strong>
    </span>
  );
}
