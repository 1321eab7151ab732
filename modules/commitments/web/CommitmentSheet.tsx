import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { DeadlineSum } from '#web/Deadline.tsx';
import { Facts } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type CommitmentDetail, commitmentRoutes } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';
import { placeOf } from './places.ts';
import { useRuleName } from './useRuleName.ts';

/** One promise: why this time, what stopped its clock, and the way to its record. */
export function CommitmentSheet(props: { commitmentId: string; onClose: () => void }) {
  const { commitmentId, onClose } = props;
  const say = useWords(commitmentWords);
  const shell = useWords(shellWords);
  const nameOf = useRuleName();
  const { data, error } = useQuery(reading(commitmentRoutes.one, { params: { commitmentId } }));
  const place = data && placeOf(data.aboutType, data.aboutId);
  return (
    <Sheet title={data ? data.subject || nameOf(data) : say('what')} place="side" onClose={onClose}>
      <div className="commitment-sheet">
        <ProblemNote problem={error} />
        {!data && !error && <p className="soft">{shell('loading')}</p>}
        {data && (
          <>
            <Facts
              facts={[
                [say('what'), nameOf(data)],
                [say('owner'), data.ownerName ?? say('nobody')],
              ]}
            />
            <p className="soft">
              {say('source')} {data.source}
            </p>
            <DeadlineSum dueAt={data.dueAt} spans={data.sum} />
            <Pauses commitment={data} />
            <Steps commitment={data} />
            {place && (
              <Link to={place} className="open-record">
                {say('openRecord')}
              </Link>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}

function Pauses({ commitment: { pauses } }: { commitment: CommitmentDetail }) {
  const say = useWords(commitmentWords);
  if (pauses.length === 0) return null;
  return (
    <section>
      <h3>{say('pauses')}</h3>
      <ul>
        {pauses.map(({ from, to, reason }) => (
          <li key={from}>
            <span className="figures soft">
              {fullTime(from)} – {to ? fullTime(to) : ''}
            </span>{' '}
            {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A pause asks for its reason before it happens. */
function Steps({ commitment: { id, version, steps } }: { commitment: CommitmentDetail }) {
  const say = useWords(commitmentWords);
  const [reason, setReason] = useState<string | null>(null);
  const pause = useWriting(commitmentRoutes.pause);
  const resume = useWriting(commitmentRoutes.resume);
  const params = { commitmentId: id };
  const press = (step: string) =>
    step === 'pause' ? setReason('') : resume.mutate({ params, version });
  const stop = () =>
    pause.mutate(
      { params, version, body: { reason: (reason ?? '').trim() } },
      { onSuccess: () => setReason(null) },
    );
  return (
    <section className="commitment-steps">
      <ProblemNote problem={pause.error ?? resume.error} />
      {reason === null ? (
        <StepButtons
          steps={steps}
          words={commitmentWords}
          onStep={press}
          main=""
          busy={resume.isPending ? 'resume' : null}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) stop();
          }}
        >
          <label htmlFor="pause-reason">{say('pauseReason')}</label>
          <Input
            id="pause-reason"
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="soft">{say('pauseReasonHint')}</p>
          <Button
            type="primary"
            htmlType="submit"
            disabled={!reason.trim()}
            loading={pause.isPending}
          >
            {say('pause')}
          </Button>{' '}
          <Button onClick={() => setReason(null)}>{say('cancel')}</Button>
        </form>
      )}
    </section>
  );
}
