import { useSyncExternalStore } from 'react';
import { Icon } from '../Icon.tsx';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Says that the line is down and that nothing typed is lost; goes by itself. */
export function OfflineBanner() {
  const say = useWords(shellWords);
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <p className="offline" role="status">
      <Icon name="offline" />
      {say('offline')}
    </p>
  );
}
