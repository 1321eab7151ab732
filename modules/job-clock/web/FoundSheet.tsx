import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import type { ClockJob } from '../contract.ts';
import { PhotoButton } from './PhotoButton.tsx';
import { useClockWords } from './useClockWords.ts';
import type { JobFiles } from './useJobFiles.ts';
import { VoiceButton } from './VoiceButton.tsx';

interface Typed {
  finding: string;
  description: string;
}

/** A fault that is not on the order, with photo or voice note: to the front desk, which asks the customer (WSH-05). */
export function FoundSheet(props: { job: ClockJob; files: JobFiles; onClose: () => void }) {
  const { job, files, onClose } = props;
  const { say } = useClockWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const [kept, setKept] = useState(0);
  const propose = useWriting(serviceOrderRoutes.propose, { touches: ['job-clocks'] });
  const draft = useDraft<Partial<Typed>>(`job-clock.found.${job.id}`, {});
  const rules = [{ required: true, whitespace: true, message: say('reasonNeeded') }];
  const submit = (body: Typed) =>
    propose.mutate(
      { params: { orderId: job.id }, body },
      {
        onSuccess: () => {
          draft.clear();
          tell(say('told'));
          onClose();
        },
      },
    );
  return (
    <Sheet title={`${job.plate} · ${say('report')}`} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        size="large"
        className="clock-sheet"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={() => draft.keep(form.getFieldsValue())}
        onFinish={submit}
      >
        <ProblemNote problem={propose.error} form={form} onAgain={propose.again} />
        <Form.Item name="finding" label={say('found')} rules={rules}>
          <Input.TextArea maxLength={500} rows={2} className="grows" />
        </Form.Item>
        <Form.Item name="description" label={say('foundJob')} rules={rules}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="clock-buttons">
          <PhotoButton files={files} onKept={() => setKept(kept + 1)} />
          <VoiceButton files={files} onKept={() => setKept(kept + 1)} />
        </div>
        {kept > 0 && <p className="soft">{say('filesKept', { count: kept })}</p>}
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {say('tellDesk')}
        </Button>
      </Form>
    </Sheet>
  );
}
