import { Input } from 'antd';
import { Card } from '#web/Page.tsx';
import type { Review } from '../contract.ts';
import { useSay } from './said.ts';
import { type Saving, useMinutes } from './useMinutes.ts';

const words = {
  saved: 'minutesSaved',
  saving: 'minutesSaving',
  kept: 'minutesKept',
  stale: 'minutesStale',
  refused: 'minutesRefused',
} as const satisfies Record<Saving, string>;

/** The minutes: written here until the meeting was held, then as they stand. */
export function Minutes({ review }: { review: Review }) {
  const mayWrite = review.steps.some(({ step, allowed }) => step === 'minute' && allowed);
  return mayWrite ? <Written key={review.id} review={review} /> : <Standing review={review} />;
}

function Standing({ review }: { review: Review }) {
  const say = useSay();
  return (
    <Card title={say('minutes')}>
      <p className="review-words">
        {review.minutes || <span className="soft">{say('none')}</span>}
      </p>
    </Card>
  );
}

function Written({ review }: { review: Review }) {
  const say = useSay();
  const { text, write, saving } = useMinutes(review);
  const isTrouble = saving !== 'saved' && saving !== 'saving';
  return (
    <Card
      title={say('minutes')}
      actions={
        <span className={isTrouble ? 'review-trouble' : 'soft'} role="status">
          {say(words[saving])}
        </span>
      }
    >
      <Input.TextArea
        className="review-minutes"
        aria-label={say('minutes')}
        placeholder={say('minutesHint')}
        maxLength={20_000}
        rows={8}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
    </Card>
  );
}
