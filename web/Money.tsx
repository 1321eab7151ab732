import { formatFen } from '#shared/money.ts';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** An amount in whole fen as yuan: `123450` is `¥1,234.50`; says so where none is settled yet. */
export function Money({ fen }: { fen: number | null }) {
  const say = useWords(shellWords);
  if (fen === null) return <span className="soft">{say('amountOpen')}</span>;
  return <span className="figures">¥{formatFen(fen)}</span>;
}
