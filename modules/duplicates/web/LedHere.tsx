import { Icon } from '#web/Icon.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { duplicatesWords } from '../locales/words.ts';
import './duplicates.css';

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
