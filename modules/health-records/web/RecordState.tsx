import { StateTag, type StateTone } from '#web/StateTag.tsx';
import type { ListedRecord } from '../contract.ts';
import { useHealthWords } from './useHealthWords.ts';

const tones: Record<ListedRecord['state'], StateTone> = {
  incomplete: 'warn',
  waiting: 'plain',
  accepted: 'good',
  refused: 'late',
};

/** Where a visit's record stands with the authority. */
export function RecordState({ state }: Pick<ListedRecord, 'state'>) {
  const { sayOf } = useHealthWords();
  return <StateTag tone={tones[state]}>{sayOf('state', state)}</StateTag>;
}
