import type { ReactNode } from 'react';
import './state-tag.css';

/** How a state is felt: `warn` waits for somebody, `late` went wrong, `good` is through. */
export type StateTone = 'plain' | 'info' | 'good' | 'warn' | 'late';

/** Where a record stands, in a word. */
export function StateTag({ tone = 'plain', children }: { tone?: StateTone; children: ReactNode }) {
  return <span className={`state-tag state-tag-${tone}`}>{children}</span>;
}
