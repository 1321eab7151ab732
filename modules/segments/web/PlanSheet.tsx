import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { type Segment, segmentRoutes } from '../contract.ts';
import { segmentWords } from '../locales/words.ts';

type Typed = BodyOf<typeof segmentRoutes.planCalls>;
const reasons = ['restricted', 'noCalls', 'reminderOff', 'noConsent', 'planned', 'talked'] as const;

/** How many may be called now and why the others may not; then the calls, up to the budget. */
export function PlanSheet({ segment, onClose }: { segment: Segment; onClose: () => void }) {
  const say = useWords(segmentWords);
  const [form] = Form.useForm<Typed>();
  const isOffer = Form.useWatch('isOffer', form) ?? false;
  const params = { segmentId: segment.id };
  const asked = useQuery(reading(segmentRoutes.callPreview, { params, query: { isOffer } }));
  const plan = useWriting(segmentRoutes.planCalls, { touches: ['segments', 'follow-ups'] });
  const { data } = asked;
  const held = data
    ? reasons
        .filter((reason) => data.held[reason] > 0)
        .map((reason) => `${say(`held_${reason}`)} ${data.held[reason]}`)
    : [];
  const planned = plan.data?.planned;
  const start = { topic: '', isOffer: false, budget: 50 };
  return (
    <SheetForm title={`${say('plan')}：${segment.name}`} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={(body) => plan.mutate({ params, body: { ...body, topic: body.topic.trim() } })}
      >
        <ProblemNote problem={plan.error ?? asked.error} form={form} onAgain={plan.again} />
        <Form.Item
          name="topic"
          label={say('topic')}
          extra={say('topicHint')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="isOffer" valuePropName="checked" extra={say('isOfferHint')}>
          <Checkbox>{say('isOffer')}</Checkbox>
        </Form.Item>
        <Form.Item name="budget" label={say('budget')} required>
          <InputNumber min={1} max={500} precision={0} />
        </Form.Item>
        <p role="status">
          {data ? say('callable', { count: data.callable, looked: data.looked }) : say('counting')}
          {held.length > 0 && <span className="soft"> {held.join('，')}</span>}
        </p>
        {planned !== undefined && (
          <p role="status">
            {planned === 0 ? (
              say('plannedNone')
            ) : (
              <Link to="/calls">{say('planned', { count: planned })}</Link>
            )}
          </p>
        )}
        <FormEnd isBusy={plan.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
