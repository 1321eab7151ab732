import type { ListedSublet } from '../contract.ts';
import './sublets.css';
import { useSubletWords } from './useSubletWords.ts';

/** How far a job with another firm is. */
export function SubletState({ state }: Pick<ListedSublet, 'state'>) {
  const { sayOf } = useSubletWords();
  return <span className={`sublet-state sublet-state-${state}`}>{sayOf('state', state)}</span>;
}
