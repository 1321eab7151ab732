import type { JobLine } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** That a job is with another firm, or back from it and not yet checked; nothing while it is in the house. */
export function OutsideTag({ outside }: Pick<JobLine, 'outside'>) {
  const { say } = useOrderWords();
  if (outside === '') return null;
  return (
    <span className="order-state order-state-warn">
      {say(outside === 'out' ? 'isOutside' : 'isUnchecked')}
    </span>
  );
}
