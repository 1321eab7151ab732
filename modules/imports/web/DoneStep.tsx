import { Link } from '@tanstack/react-router';
import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole } from '../contract.ts';
import { importScreenWords } from '../locales/screen-words.ts';

/** What came of it, and where to go on. */
export function DoneStep({ batch: { state, made, counts } }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const left = counts.held + counts.question;
  const isIn = state === 'imported';
  return (
    <section className="card import-done">
      <Icon name={isIn ? 'check' : 'info'} size={28} />
      <div>
        <h2>{isIn ? say('doneTitle', made) : say('undoneTitle')}</h2>
        {isIn && made.changed > 0 && <p>{say('doneChanged', { count: made.changed })}</p>}
        {isIn && <p className="soft">{say('doneNote')}</p>}
        {left > 0 && isIn && <p>{say('leftOver', { count: left })}</p>}
        <p className="import-done-links">
          <Link to="/customers">{say('seeCustomers')}</Link>
          <Link to="/imports">{say('another')}</Link>
        </p>
      </div>
    </section>
  );
}
