import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useLanguage } from '#web/useWords.ts';
import { serviceOrderRoutes as routes, type WorkshopJob } from '../contract.ts';
import { Choice } from './fields.tsx';
import './orders.css';
import './record.css';
import './steps.css';
import { OutsideTag } from './OutsideTag.tsx';
import { StateTag } from './StateTag.tsx';
import { CheckForm } from './steps/CheckForm.tsx';
import { ProposeForm } from './steps/ProposeForm.tsx';
import { useStep } from './steps/useStep.ts';
import { useOrderWords } from './useOrderWords.ts';
import './workshop.css';

const views = ['mine', 'waiting', 'inspection'] as const;
type View = (typeof views)[number];
const viewWords = { mine: 'mine', waiting: 'upForGrabs', inspection: 'queue' } as const;

/** In the hand, with gloves on: my jobs, each a press; no prices, no typing but for what was found. */
export default function WorkshopPage() {
  const { say } = useOrderWords();
  const [address, setAddress] = useAddress();
  const isInspector = mayUse(useSession(), ['serviceOrders.inspect']);
  const view: View =
    views.find((each) => each === address.of) ?? (isInspector ? 'inspection' : 'mine');
  const { data, error, isPending, refetch } = useQuery(
    reading(routes.workshop, { query: { of: view } }),
  );
  const empty = {
    mine: <EmptyState icon="wrench" title={say('noMine')} next={say('noMineNext')} />,
    waiting: <EmptyState icon="check" title={say('noWaiting')} />,
    inspection: <EmptyState icon="check" title={say('noQueue')} />,
  };
  return (
    <Page title={say('workshop')}>
      <Choice
        size="large"
        label={say('workshop')}
        value={view}
        options={views.map((each) => [each, say(viewWords[each])])}
        onChange={(of) => setAddress({ of })}
      />
      {error && !data && (
        <div>
          <ProblemNote problem={error} />
          <Button onClick={() => void refetch()}>{say('readAgain')}</Button>
        </div>
      )}
      {!isPending && data?.items.length === 0 && empty[view]}
      <div className="order-hand-list">
        {data?.items.map((job) => (
          <JobCard key={job.id} job={job} />
        ))}
      </div>
    </Page>
  );
}

const doneInHand = ['start', 'propose', 'selfCheck', 'teamCheck'] as const;
type HandStep = (typeof doneInHand)[number];

function JobCard({ job }: { job: WorkshopJob }) {
  const { say, sayOf } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  const [open, setOpen] = useState<HandStep | null>(null);
  const start = useStep(routes.start, { order: job, onDone: () => undefined });
  const isLate = job.promisedAt !== null && new Date(job.promisedAt) < now;
  const can = (step: string) => job.steps.some((each) => each.step === step && each.allowed);
  const whyNot = job.steps.find(({ step }) => step === 'selfCheck')?.reason;
  const offered = doneInHand.filter((step) => can(step));
  return (
    <article className="order-hand-card" aria-label={job.plate}>
      <header>
        <Link to={`/service-orders/${job.id}` as never}>
          <PlateTag plate={job.plate} colour={job.plateColour} size="large" />
        </Link>
        <span className={isLate ? 'order-tile-time-late' : 'soft'}>
          {job.promisedAt && shortTime(job.promisedAt, now, language)}
        </span>
      </header>
      <p className="order-hand-line">
        {job.model} <StateTag order={job} /> {job.bay && <span className="soft">{job.bay}</span>}
      </p>
      <blockquote className="order-words">{job.customerWords}</blockquote>
      <JobTicks job={job} />
      <ProblemNote problem={start.problem} onAgain={start.again} />
      {job.state === 'inWork' && whyNot && <p className="soft">{sayOf('', whyNot)}</p>}
      <div className="order-hand-buttons">
        {offered.map((step) => (
          <Button
            key={step}
            size="large"
            type={step === 'propose' ? 'default' : 'primary'}
            loading={step === 'start' && start.isPending}
            onClick={() => (step === 'start' ? start.take({}) : setOpen(step))}
          >
            {sayOf('', step)}
          </Button>
        ))}
        {can('finalInspect') && (
          <Link to={`/service-orders/${job.id}` as never} className="order-hand-link">
            {say('finalInspect')} <Icon name="right" size={16} />
          </Link>
        )}
      </div>
      {open !== null && (
        <Sheet title={`${job.plate} · ${sayOf('', open)}`} onClose={() => setOpen(null)}>
          <div className="order-hand-sheet">
            {open === 'propose' ? (
              <ProposeForm order={job} onDone={() => setOpen(null)} />
            ) : (
              <CheckForm
                gate={open === 'teamCheck' ? 'teamCheck' : 'selfCheck'}
                order={job}
                onDone={() => setOpen(null)}
              />
            )}
          </div>
        </Sheet>
      )}
    </article>
  );
}

/** Every agreed job is a row as high as a thumb; pressing it says done. */
function JobTicks({ job }: { job: WorkshopJob }) {
  const { say } = useOrderWords();
  const markDone = useWriting(routes.markDone);
  const tick = (lineId: string, done: boolean) =>
    markDone.mutate({ params: { orderId: job.id, lineId }, body: { done } });
  return (
    <>
      <ProblemNote problem={markDone.error} onAgain={markDone.again} />
      <ul className="order-hand-jobs">
        {job.lines
          .filter(({ answer }) => answer !== 'refused')
          .map(({ id, description, doneAt, answer, finding, outside }) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={doneAt !== null}
                disabled={job.state !== 'inWork' || answer !== 'approved' || outside !== ''}
                onClick={() => tick(id, doneAt === null)}
              >
                <span className={`order-job-mark ${doneAt ? 'order-job-mark-done' : ''}`}>
                  {doneAt && <Icon name="check" size={16} />}
                </span>
                <span>
                  {description}
                  {finding && <small className="soft">{finding}</small>}
                </span>
                {answer === 'open' && (
                  <span className="order-state order-state-warn">{say('answer_open')}</span>
                )}
                <OutsideTag outside={outside} />
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}
