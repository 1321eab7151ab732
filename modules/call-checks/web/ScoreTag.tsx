import { StateTag } from '#web/StateTag.tsx';
import type { ListedCheck } from '../contract.ts';
import { useSay } from './useCheckWords.ts';

type Scored = Pick<ListedCheck, 'state' | 'score' | 'isFailed' | 'isPassed'>;

/** What a check came to, in a word that is coloured. */
export function ScoreTag({ of }: { of: Scored }) {
  const say = useSay();
  if (of.state === 'drawn') return <>—</>;
  if (of.isFailed) return <StateTag tone="late">{say('failed')}</StateTag>;
  if (of.score === null) return <StateTag>{say('noScore')}</StateTag>;
  return (
    <StateTag tone={of.isPassed ? 'good' : 'warn'}>{say('scoreOf', { score: of.score })}</StateTag>
  );
}

const tones = {
  drawn: 'info',
  checked: 'plain',
  agreed: 'good',
  disputed: 'warn',
  final: 'plain',
} as const;
export function CheckStateTag({ state }: Pick<ListedCheck, 'state'>) {
  const say = useSay();
  return <StateTag tone={tones[state]}>{say(`state_${state}`)}</StateTag>;
}
