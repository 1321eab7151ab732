import type { ListedOrder } from '../contract.ts';
import type { OrderState } from '../lifecycle.ts';
import { useOrderWords } from './useOrderWords.ts';

const tones: Partial<Record<OrderState, string>> = {
  inWork: 'busy',
  selfChecked: 'busy',
  teamChecked: 'busy',
  ready: 'good',
  settled: 'good',
  estimated: 'warn',
  delivered: 'done',
  leftUnrepaired: 'done',
  cancelled: 'done',
};

/** Where an order stands, and what it waits for. */
export function StateTag({ order }: { order: Pick<ListedOrder, 'state' | 'waitingFor'> }) {
  const { sayOf } = useOrderWords();
  const { state, waitingFor } = order;
  return (
    <span className="order-states">
      <span className={`order-state order-state-${tones[state] ?? 'calm'}`}>
        {sayOf('', state)}
      </span>
      {waitingFor && (
        <span className="order-state order-state-warn">{sayOf('wait', waitingFor)}</span>
      )}
    </span>
  );
}
