import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { emergencyRoutes } from '../../contract.ts';
import { emergencyWords } from '../../locales/emergency.ts';
import './emergency.css';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** While one goes beyond one's scope: where, how long still, and the way back. It goes by itself. */
export function EmergencyBanner() {
  const { emergency } = useSession();
  return emergency && <Running key={emergency.id} running={emergency} />;
}

type Running = NonNullable<ReturnType<typeof useSession>['emergency']>;

function Running({ running }: { running: Running }) {
  const say = useWords(emergencyWords);
  const tell = useTell();
  const client = useQueryClient();
  const left = useSecondsLeft(running.untilAt);
  const end = useWriting(emergencyRoutes.end);
  const isOver = left <= 0;
  useEffect(() => {
    // What was seen beyond one's scope goes from the screen with it.
    if (isOver) void client.resetQueries();
  }, [isOver, client]);
  const endNow = () =>
    end.mutate(
      {},
      {
        onSuccess: () => {
          tell(say('ended'));
          void client.resetQueries();
        },
      },
    );
  if (isOver) return null;
  const minutes = String(Math.floor(left / 60)).padStart(2, '0');
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <aside className="person-emergency-banner" aria-label={say('title')}>
      <Icon name="alert" />
      <p className="figures">
        {say('banner', { unit: running.unitName, left: `${minutes}:${seconds}` })}
        <span>{say('bannerNote', { reason: running.reason })}</span>
      </p>
      <Button danger loading={end.isPending} onClick={endNow}>
        {say('endNow')}
      </Button>
    </aside>
  );
}
