import { Button } from 'antd';
import { Sheet } from '#web/Sheet.tsx';
import { type PauseReason, pauseReasons } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

/** Why the job stands: one press, no typing. */
export function PauseSheet(props: { onClose: () => void; onPause: (reason: PauseReason) => void }) {
  const { onClose, onPause } = props;
  const { say, sayOf } = useClockWords();
  return (
    <Sheet title={say('pauseWhy')} onClose={onClose}>
      <div className="clock-sheet">
        {[...pauseReasons]
          .sort((one, other) => Number(one === '') - Number(other === ''))
          .map((reason) => (
            <Button
              key={reason}
              size="large"
              onClick={() => {
                onPause(reason);
                onClose();
              }}
            >
              {sayOf('pause', reason)}
            </Button>
          ))}
      </div>
    </Sheet>
  );
}
