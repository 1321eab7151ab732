import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Icon } from '#web/Icon.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { duplicatesWords } from '../locales/words.ts';
import './duplicates.css';

/** A file that went into another leads there, by whatever address it was opened. */
export function useLedOn(
  folder: 'customers' | 'vehicles',
  mergedIntoId: string | null | undefined,
) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!mergedIntoId) return;
    void navigate({
      to: `/${folder}/${mergedIntoId}`,
      search: { merged: 'yes' } as never,
      replace: true,
    });
  }, [navigate, folder, mergedIntoId]);
}

/** Says so where one was led from a file that is no more. */
export function LedHere() {
  const say = useWords(duplicatesWords);
  const [{ merged }] = useAddress();
  if (!merged) return null;
  return (
    <p className="duplicates-led" role="status">
      <Icon name="info" size={16} /> {say('ledTo')}
    </p>
  );
}
