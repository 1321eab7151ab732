import { Button } from 'antd';
import { useWords } from '#web/useWords.ts';
import { customersWords } from '../locales/words.ts';
import type { Conflict } from './useMerging.ts';
import './customers.css';

/** What one typed and what a colleague saved meanwhile, field by field, to be chosen. */
export function SideBySide(props: {
  conflicts: readonly Conflict[];
  labels: Readonly<Record<string, string>>;
  onChoose: (conflict: Conflict, value: unknown) => void;
}) {
  const { conflicts, labels, onChoose } = props;
  const say = useWords(customersWords);
  if (conflicts.length === 0) return null;
  return (
    <section className="customer-side-by-side" aria-label={say('stale')}>
      <h3>{say('stale')}</h3>
      <p className="soft">{say('staleDetail')}</p>
      {conflicts.map((conflict) => (
        <div key={conflict.key}>
          <strong>{labels[conflict.key] ?? conflict.key}</strong>
          <div>
            <span className="soft">{say('yours')}</span>
            <p>{String(conflict.mine ?? '') || '—'}</p>
            <Button size="small" onClick={() => onChoose(conflict, conflict.mine)}>
              {say('keepMine')}
            </Button>
          </div>
          <div>
            <span className="soft">{say('theirs')}</span>
            <p>{String(conflict.theirs ?? '') || '—'}</p>
            <Button size="small" onClick={() => onChoose(conflict, conflict.theirs)}>
              {say('takeTheirs')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
