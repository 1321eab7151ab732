import { Button } from 'antd';
import type { Rows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import type { ImportRow } from '../contract.ts';

/** Page after page: however long the list is, the browser holds what was looked at. */
export function MoreRows({ list }: { list: Rows<ImportRow> }) {
  const say = useWords(shellWords);
  if (!list.more) return null;
  return (
    <Button loading={list.more.isLoading} onClick={list.more.load}>
      {say('loadMore')}
    </Button>
  );
}
