import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { EmptyState } from '#web/EmptyState.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { commitmentWords } from '../locales/words.ts';

const ways = [
  { to: '/imports', word: 'toImports', permissions: ['customers.import'] },
  { to: '/reception', word: 'toReception', permissions: ['serviceOrders.receive'] },
] as const;

/** Nothing was ever promised here: where a house begins, as far as this person may. */
export function NewHouse() {
  const say = useWords(commitmentWords);
  const session = useSession();
  const navigate = useNavigate();
  const open = ways.filter(({ permissions }) => mayUse(session, permissions));
  return (
    <EmptyState
      icon="car"
      title={say('newHouse')}
      next={say('newHouseNext')}
      action={
        <div className="supervision-begin">
          {open.map(({ to, word }, at) => (
            <Button
              key={to}
              type={at === 0 ? 'primary' : 'default'}
              onClick={() => void navigate({ to })}
            >
              {say(word)}
            </Button>
          ))}
        </div>
      }
    />
  );
}
