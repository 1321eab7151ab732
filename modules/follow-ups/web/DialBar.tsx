import { Button, Checkbox } from 'antd';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { FollowUp } from '../contract.ts';
import type { BenchState } from './useBench.ts';
import { useCodeWords, useSay } from './useFollowUpWords.ts';

/** One press dials and keeps colleagues off; outside the calling hours it says why not, and until when. */
export function DialBar({ followUp, bench }: { followUp: FollowUp; bench: BenchState }) {
  const say = useSay();
  const word = useCodeWords();
  const now = useNow();
  const language = useLanguage();
  const { employeeId } = useSession();
  const { quiet, lock, customer } = followUp;
  const { talk, change } = bench;
  const isMine = lock?.byId === employeeId;
  const isOthers = lock !== null && !isMine;
  const isQuiet = quiet !== null && !talk.askedByCustomer && !isMine;
  return (
    <div className="bench-dial-bar">
      <Button
        type="primary"
        size="large"
        icon={<Icon name="phone" />}
        data-bench="dial"
        disabled={isOthers || isQuiet}
        href={`tel:${customer.phone}`}
        onClick={(event) => {
          // Whether the device dials is known only when the house has been asked.
          event.preventDefault();
          bench.dial();
        }}
      >
        {say('dial')} <span className="figures">{customer.phone}</span>{' '}
        <kbd className="bench-kbd">D</kbd>
      </Button>
      <div className="bench-dial-note" role="status">
        {isMine && <span className="soft">{say('dialing')}</span>}
        {isOthers && <span className="bench-late">{say('lockedBy', { name: lock.byName })}</span>}
        {quiet && !isMine && (
          <span className={isQuiet ? 'bench-late' : 'soft'}>
            {say('quietUntil', {
              reason: word(`quiet_${quiet.code}`),
              at: shortTime(quiet.opensAt, now, language),
            })}
          </span>
        )}
        {quiet && (
          <Checkbox
            checked={talk.askedByCustomer}
            onChange={({ target }) => change({ ...talk, askedByCustomer: target.checked })}
          >
            {say('askedByCustomer')}
          </Checkbox>
        )}
      </div>
    </div>
  );
}
