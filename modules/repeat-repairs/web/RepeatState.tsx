import { StateTag, type StateTone } from '#web/StateTag.tsx';
import type { ListedRepeat } from '../contract.ts';
import { useRepeatWords } from './useRepeatWords.ts';

const tones: Partial<Record<ListedRepeat['state'], StateTone>> = {
  proposed: 'warn',
  confirmed: 'info',
};

/** Whether a return within the guarantee is decided. */
export function RepeatState({ state }: Pick<ListedRepeat, 'state'>) {
  const { sayOf } = useRepeatWords();
  return <StateTag tone={tones[state] ?? 'plain'}>{sayOf('state', state)}</StateTag>;
}
