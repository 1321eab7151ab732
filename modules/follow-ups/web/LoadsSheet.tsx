import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type CallerLoad, loadRoutes } from '../contract-loads.ts';
import './calls.css';
import { useSay } from './useFollowUpWords.ts';

/** Who has how many calls before him; those of one person are shared among others in one step (FUP-11). */
export default function LoadsSheet({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(
    reading(loadRoutes.list, {}, { follows: ['follow-ups'] }),
  );
  return (
    <Sheet title={say('loads')} onClose={onClose}>
      <div className="call-sheet">
        <ProblemNote problem={error} onAgain={() => void refetch()} />
        {!data && !error && <Waiting label={say('loads')} />}
        {data && <Loads items={data.items} />}
      </div>
    </Sheet>
  );
}

function Loads({ items }: { items: readonly CallerLoad[] }) {
  const say = useSay();
  const tell = useTell();
  const [from, setFrom] = useState<CallerLoad | null>(null);
  const [toIds, setToIds] = useState<readonly string[]>([]);
  const sharing = useWriting(loadRoutes.share, { touches: ['follow-ups'] });
  const share = () =>
    sharing.mutate(
      { body: { ...(from?.agentId && { fromId: from.agentId }), toIds: [...toIds] } },
      {
        onSuccess: ({ moved }) => {
          tell(say('loadsShared', { count: moved }));
          setFrom(null);
          setToIds([]);
        },
      },
    );
  const toggle = (id: string) =>
    setToIds(toIds.includes(id) ? toIds.filter((one) => one !== id) : [...toIds, id]);
  return (
    <>
      <ProblemNote problem={sharing.error} onAgain={sharing.again} />
      <ul className="call-loads">
        {items.map((load) => (
          <li key={load.agentId ?? 'nobody'}>
            <span className="call-load-name">{load.name || say('unassigned')}</span>
            <span className="figures soft">
              {say('loadLine', { open: load.open, due: load.due })}
            </span>
            <span className={load.overdue > 0 ? 'figures call-overdue' : 'figures soft'}>
              {say('loadOverdue', { count: load.overdue })}
            </span>
            {from === null ? (
              <Button size="small" disabled={load.open === 0} onClick={() => setFrom(load)}>
                {say('loadShare')}
              </Button>
            ) : (
              load.agentId !== null &&
              load.agentId !== from.agentId &&
              load.mayCall && (
                <Checkbox
                  checked={toIds.includes(load.agentId)}
                  onChange={() => toggle(load.agentId!)}
                >
                  {say('loadTo')}
                </Checkbox>
              )
            )}
          </li>
        ))}
      </ul>
      {from && (
        <div className="form-end">
          <span className="soft">
            {say('loadFrom', { name: from.name || say('unassigned'), count: from.open })}
          </span>
          <Button onClick={() => setFrom(null)}>{say('loadBack')}</Button>
          <Button
            type="primary"
            disabled={toIds.length === 0}
            loading={sharing.isPending}
            onClick={share}
          >
            {say('loadShare')}
          </Button>
        </div>
      )}
    </>
  );
}
