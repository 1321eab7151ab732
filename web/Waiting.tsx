import { useWords } from './useWords.ts';
import './waiting.css';
import { shellWords } from './words.ts';

/** Something is being read: grey lines where it will stand, and words for those who hear the page. */
export function Waiting() {
  const say = useWords(shellWords);
  return (
    <div className="rows-waiting" role="status" aria-label={say('loading')}>
      {[92, 78, 86, 70, 82].map((percent) => (
        <i key={percent} style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
