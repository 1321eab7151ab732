import { formatFen } from '#shared/money.ts';
import type { RefundStep } from '../contract-record.ts';
import { stepSentence } from '../locales/words-refund.ts';
import { useMemberWords } from './useMemberWords.ts';

/** A computation line by line, as it also stands on paper. */
export function SumList({ steps }: { steps: readonly RefundStep[] }) {
  const { say, language } = useMemberWords();
  return (
    <ol className="member-sum" aria-label={say('sum')}>
      {steps.map((step) => (
        <li key={step.step} className={step.step === 'total' ? 'member-sum-total' : undefined}>
          <span>{stepSentence(language, step)}</span>
          <span className="figures">{step.fen === null ? '' : formatFen(step.fen)}</span>
        </li>
      ))}
    </ol>
  );
}
