import { StateTag, type StateTone } from '#web/StateTag.tsx';
import type { ListedSublet } from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

const tones: Partial<Record<ListedSublet['state'], StateTone>> = {
  out: 'warn',
  back: 'warn',
  passed: 'good',
  failed: 'late',
};

/** How far a job with another firm is. */
export function SubletState({ state }: Pick<ListedSublet, 'state'>) {
  const { sayOf } = useSubletWords();
  return <StateTag tone={tones[state] ?? 'plain'}>{sayOf('state', state)}</StateTag>;
}
