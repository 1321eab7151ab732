import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { reading, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type HotSpot, type Review, reviewRoutes } from '../contract.ts';
import { reviewWords } from '../locales/words.ts';
import './charts.css';
import { Invited } from './Invited.tsx';
import { MeasureCard } from './MeasureCard.tsx';
import { Minutes } from './Minutes.tsx';
import { PackParts } from './PackParts.tsx';
import './reviews.css';
import { nameOf, useSay } from './said.ts';

const MeasureSheet = lazy(() => import('./MeasureSheet.tsx'));
const Presentation = lazy(() => import('./Presentation.tsx'));
type Begin = Parameters<typeof MeasureSheet>[0]['begin'];

function Actions({ review, onPresent }: { review: Review; onPresent: () => void }) {
  const say = useSay();
  const tell = useTell();
  const hold = useWriting(reviewRoutes.hold);
  const params = { complaintReviewId: review.id };
  return (
    <>
      <Button icon={<Icon name="board" />} onClick={onPresent}>
        {say('present')}
      </Button>
      <a href={pathOf(reviewRoutes.print, params)} target="_blank" rel="noreferrer">
        <Button icon={<Icon name="print" />}>{say('print')}</Button>
      </a>
      {review.state === 'prepared' && (
        <StepButtons
          steps={review.steps}
          words={reviewWords}
          except={['minute', 'invite', 'agree']}
          busy={hold.isPending ? 'hold' : null}
          onStep={() => hold.mutate({ params }, { onSuccess: () => tell(say('heldDone')) })}
        />
      )}
      <ProblemNote problem={hold.error} onAgain={hold.again} />
    </>
  );
}

/** What a plan against a hot spot begins with. */
function planAgainst(review: Review, spot: HotSpot, name: string): Begin {
  return {
    purpose: 'prevention',
    complaintReviewId: review.id,
    riskArea: name.slice(0, 200),
    ...(spot.by === 'kind' && { kind: spot.key as 'price' }),
    ...(spot.by === 'cause' && { causeKind: spot.key as 'repair' }),
  };
}

function Shown({ review }: { review: Review }) {
  const say = useSay();
  const [begin, setBegin] = useState<Begin>();
  const [isShowing, setShowing] = useState(false);
  const mayAgree = review.steps.some(({ step, allowed }) => step === 'agree' && allowed);
  const agree = () => setBegin({ purpose: 'improvement', complaintReviewId: review.id });
  const against = (spot: HotSpot) =>
    setBegin(planAgainst(review, spot, nameOf(say, spot.by, spot.key, spot.label)));
  return (
    <Page
      title={say('packTitle', {
        unit: review.unitName,
        from: review.fromOn,
        until: review.untilOn,
      })}
      note={say(`review_${review.state}`)}
      actions={<Actions review={review} onPresent={() => setShowing(true)} />}
    >
      <p className="soft">{say('frozen', { at: fullTime(review.createdAt) })}</p>
      <Invited review={review} />
      <div className="review-columns">
        <div className="review-pack">
          <PackParts pack={review.pack} onPlan={mayAgree ? against : undefined} />
        </div>
        <div className="review-work">
          <Minutes review={review} />
          <section className="review-measures" aria-label={say('measuresOf')}>
            <header className="review-measures-head">
              <h2>{say('measuresOf')}</h2>
              {mayAgree && (
                <Button icon={<Icon name="plus" />} onClick={agree}>
                  {say('agree')}
                </Button>
              )}
            </header>
            {review.measures.length === 0 && <p className="soft">{say('noMeasures')}</p>}
            {review.measures.map((measure) => (
              <MeasureCard key={measure.id} measure={measure} />
            ))}
          </section>
        </div>
      </div>
      {begin && (
        <Suspense>
          <MeasureSheet begin={begin} onClose={() => setBegin(undefined)} />
        </Suspense>
      )}
      {isShowing && (
        <Suspense>
          <Presentation review={review} onEnd={() => setShowing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

/** A summary meeting: its pack, its minutes, what was agreed on (CMP-13). */
export default function ReviewPage() {
  const { complaintReviewId } = useParams({ strict: false }) as { complaintReviewId: string };
  const say = useWords(shellWords);
  const { data, error } = useQuery(reading(reviewRoutes.one, { params: { complaintReviewId } }));
  if (data) return <Shown key={data.id} review={data} />;
  if (error) return <ProblemNote problem={error} />;
  return (
    <p className="soft" role="status">
      {say('loading')}
    </p>
  );
}
