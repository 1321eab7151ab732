import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { guideRoutes, type JobGuide } from '../contract.ts';
import './guides.css';
import { useClockWords } from './useClockWords.ts';

type Typed = Pick<JobGuide, 'jobWords' | 'operation' | 'safety' | 'certificate'>;
const nothing: Typed = { jobWords: '', operation: '', safety: '', certificate: '' };

/** What kinds of jobs ask for: standard operation, safety rule, certificate. */
export default function GuidesPage() {
  const { say } = useClockWords();
  const { data, error, isPending } = useQuery(reading(guideRoutes.guides, {}));
  const [open, setOpen] = useState<JobGuide | 'new' | null>(null);
  return (
    <Page
      title={say('guides')}
      actions={
        <Button type="primary" onClick={() => setOpen('new')}>
          {say('addGuide')}
        </Button>
      }
    >
      <p className="soft">{say('guidesNext')}</p>
      <ProblemNote problem={error} />
      {isPending && <Waiting />}
      {data?.items.length === 0 && (
        <EmptyState icon="shield" title={say('noGuides')} next={say('noGuidesNext')} />
      )}
      <div className="clock-guides">
        {data?.items.map((guide) => (
          <Card
            key={guide.id}
            title={guide.jobWords}
            actions={<Button onClick={() => setOpen(guide)}>{say('change')}</Button>}
          >
            {guide.certificate && <p>{say('needsCertificate', { name: guide.certificate })}</p>}
            {guide.operation && <p className="clock-guide-words">{guide.operation}</p>}
            {guide.safety && <p className="clock-guide-words soft">{guide.safety}</p>}
          </Card>
        ))}
      </div>
      {open !== null && (
        <GuideSheet guide={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

function GuideSheet({ guide, onClose }: { guide: JobGuide | null; onClose: () => void }) {
  const { say } = useClockWords();
  const [form] = Form.useForm<Typed>();
  const add = useWriting(guideRoutes.addGuide, { touches: ['job-clocks'] });
  const change = useWriting(guideRoutes.changeGuide, { touches: ['job-clocks'] });
  const submit = (typed: Typed) => {
    const { jobWords, ...body } = { ...nothing, ...typed };
    if (guide === null) add.mutate({ body: { jobWords, ...body } }, { onSuccess: onClose });
    else {
      const params = { jobGuideId: guide.id };
      change.mutate({ params, body, version: guide.version }, { onSuccess: onClose });
    }
  };
  return (
    <Sheet title={guide?.jobWords ?? say('addGuide')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        className="clock-guide-form"
        requiredMark={false}
        initialValues={guide ?? nothing}
        onFinish={submit}
      >
        <ProblemNote problem={add.error ?? change.error} form={form} />
        {guide === null && (
          <Form.Item
            name="jobWords"
            label={say('jobWords')}
            rules={[{ required: true, whitespace: true, message: say('jobWords') }]}
          >
            <Input maxLength={80} />
          </Form.Item>
        )}
        <Form.Item name="certificate" label={say('certificate')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="operation" label={say('operation')}>
          <Input.TextArea rows={5} maxLength={4000} className="grows" />
        </Form.Item>
        <Form.Item name="safety" label={say('safety')}>
          <Input.TextArea rows={4} maxLength={4000} className="grows" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending || change.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Sheet>
  );
}
