import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { paperRoutes } from '#modules/customers/contract.ts';
import { FormEnd, SheetForm } from '#modules/customers/web/index.ts';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import type { TimelineEntry } from '../contract-timeline.ts';
import { timelineWords } from '../locales/words-timeline.ts';
import './archive.css';

/** A paper of the bag: a picture opens in the page, a recording plays in it, a document opens beside it. */
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
        <Sheet title={text} onClose={() => setDoing(null)}>
          <img className="archive-paper-whole" src={source} alt={text} />
        </Sheet>
      )}
      {doing === 'withdraw' && <WithdrawForm paperId={id} onClose={() => setDoing(null)} />}
    </div>
  );
}

function WithdrawForm({ paperId, onClose }: { paperId: string; onClose: () => void }) {
  const say = useWords(timelineWords);
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useWriting(paperRoutes.withdraw);
  return (
    <SheetForm title={say('withdraw')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        onFinish={(body) => withdraw.mutate({ params: { paperId }, body }, { onSuccess: onClose })}
      >
        <ProblemNote problem={withdraw.error} form={form} onAgain={withdraw.again} />
        <Form.Item
          name="reason"
          label={say('withdrawReason')}
          extra={say('withdrawHint')}
          rules={[{ required: true, whitespace: true, message: say('withdrawReason') }]}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        <FormEnd isBusy={withdraw.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
