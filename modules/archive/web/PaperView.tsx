import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { StoredFileView } from '#modules/files/web/index.ts';
import { useWords } from '#web/useWords.ts';
import type { TimelineEntry } from '../contract-timeline.ts';
import { timelineWords } from '../locales/words-timeline.ts';
import './archive.css';

const WithdrawForm = lazy(() => import('./WithdrawForm.tsx'));

/** A paper of the bag: a picture and a PDF open in the page, a recording plays in it. */
export function PaperView(props: { entry: TimelineEntry; mayWithdraw: boolean }) {
  const { entry, mayWithdraw } = props;
  const say = useWords(timelineWords);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, text, contentType, fileId } = entry;
  return (
    <div className="archive-paper">
      {fileId && <StoredFileView fileId={fileId} contentType={contentType} name={text} />}
      <span>{text}</span>
      {mayWithdraw && (
        <Button size="small" type="text" onClick={() => setWithdrawing(true)}>
          {say('withdraw')}
        </Button>
      )}
      {isWithdrawing && (
        <Suspense fallback={null}>
          <WithdrawForm paperId={id} onClose={() => setWithdrawing(false)} />
        </Suspense>
      )}
    </div>
  );
}
