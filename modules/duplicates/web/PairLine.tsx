import { Tag } from 'antd';
import type { Pair, Side } from '../contract.ts';
import type { DuplicatesWord } from '../locales/words.ts';
import './duplicates.css';

type Say = (word: DuplicatesWord, facts?: Record<string, string | number>) => string;

/** A record as one knows it by, in two lines. */
export const SideText = ({ side, say }: { side: Side; say: Say }) => (
  <span className="duplicates-side">
    <strong>{side.title || say('noPlateNoVin')}</strong>
    <span className="soft">
      {[side.detail, side.lastVisitOn && say('lastSeen', { on: side.lastVisitOn })]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </span>
);

export const Reasons = ({ pair, say }: { pair: Pair; say: Say }) => (
  <span className="duplicates-reasons">
    {pair.reasons.map((reason) => (
      <Tag key={reason}>{say(`reason${reason}`)}</Tag>
    ))}
  </span>
);

/** Where two records are compared: the first stays unless one swaps them. */
export const comparePath = (kind: Pair['kind'], keptId: string, goneId: string) =>
  `/${kind === 'customer' ? 'customers' : 'vehicles'}/${keptId}/merge?with=${goneId}`;
