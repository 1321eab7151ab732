import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import type { TimelineEntry } from '../contract-timeline.ts';
import { timelineWords } from '../locales/words-timeline.ts';
import './archive.css';

const WithdrawForm = lazy(() => import('./WithdrawForm.tsx'));

/**
 * A paper of the bag: a picture opens in the page, a recording plays in it. A document opens beside it: uploads are served
 * with `sandbox` (D-51), and a browser's PDF viewer does not run in a sandboxed frame.
 */
export function PaperView(props: { entry: TimelineEntry; mayWithdraw: boolean }) {
  const { entry, mayWithdraw } = props;
  const say = useWords(timelineWords);
  const [doing, setDoing] = useState<'look' | 'withdraw' | null>(null);
  const { id, text, contentType, fileId } = entry;
  const source = pathOf(fileRoutes.read, { fileId: fileId ?? '' });
  const isPicture = contentType.startsWith('image/');
  const isSound = contentType.startsWith('audio/');
  return (
    <div className="archive-paper">
      {isPicture && (
        <button type="button" className="archive-paper-thumb" onClick={() => setDoing('look')}>
          <img src={source} alt={text} loading="lazy" />
        </button>
      )}
      <span>{text}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: a telephone call has none */}
      {isSound && <audio controls preload="none" src={source} />}
      {!isPicture && !isSound && (
        <a href={source} target="_blank" rel="noreferrer">
          {say('open')}
        </a>
      )}
      {mayWithdraw && (
        <Button size="small" type="text" onClick={() => setDoing('withdraw')}>
          {say('withdraw')}
        </Button>
      )}
      {doing === 'look' && (
        <Sheet title={say('paper')} onClose={() => setDoing(null)}>
          <p className="archive-paper-words">{text}</p>
          <img className="archive-paper-whole" src={source} alt={text} />
        </Sheet>
      )}
      {doing === 'withdraw' && (
        <Suspense fallback={null}>
          <WithdrawForm paperId={id} onClose={() => setDoing(null)} />
        </Suspense>
      )}
    </div>
  );
}
