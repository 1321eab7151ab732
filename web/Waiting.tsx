import { useEffect, useState } from 'react';
import { useWords } from './useWords.ts';
import './waiting.css';
import { shellWords } from './words.ts';

/** After so many seconds grey lines alone look like a page that has hung. */
const patience = 4;

/** Something is being read: grey lines where it will stand, and words when it takes longer than usual. */
export function Waiting({ label }: { label?: string }) {
  const say = useWords(shellWords);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="rows-waiting" role="status" aria-label={label ?? say('loading')}>
      {isLong && <p>{say('waitingLong')}</p>}
      {[92, 78, 86, 70, 82].map((percent) => (
        <i key={percent} style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
