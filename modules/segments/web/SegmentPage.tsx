import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Segment, segmentRoutes } from '../contract.ts';
import { segmentWords } from '../locales/words.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { conditionsOf, type TypedConditions, typedFrom } from './conditions.ts';
import './segments.css';

const MembersPreview = lazy(async () => ({
  default: (await import('./MembersPreview.tsx')).MembersPreview,
}));
const PlanSheet = lazy(async () => ({ default: (await import('./PlanSheet.tsx')).PlanSheet }));

/** Conditions at the left, how many fit and who at the right; saved under a name, then calls are planned for it. */
export default function SegmentPage() {
  const { segmentId } = useParams({ strict: false }) as { segmentId?: string };
  return segmentId ? <Saved segmentId={segmentId} /> : <Editor />;
}

function Saved({ segmentId }: { segmentId: string }) {
  const { data, error } = useQuery(reading(segmentRoutes.read, { params: { segmentId } }));
  if (error) return <ProblemNote problem={error} />;
  return data ? <Editor key={segmentId} segment={data} /> : <Waiting />;
}

interface Typed extends TypedConditions {
  name: string;
  isShared?: boolean;
}

function Editor({ segment }: { segment?: Segment }) {
  const say = useWords(segmentWords);
  const navigate = useNavigate();
  const mayPlan = mayUse(useSession(), ['followUps.supervise']);
  const [form] = Form.useForm<Typed>();
  const saved = segment?.conditions ?? { standings: ['sleeping'] };
  const start = { name: segment?.name ?? '', isShared: segment?.isShared, ...typedFrom(saved) };
  const [conditions, setConditions] = useState(() => conditionsOf(start));
  const [isPlanning, setPlanning] = useState(false);
  const add = useWriting(segmentRoutes.add);
  const change = useWriting(segmentRoutes.change);
  const writing = segment ? change : add;
  const save = ({ name, isShared = false, ...typed }: Typed) => {
    const body = { name: name.trim(), isShared, conditions: conditionsOf(typed) };
    if (segment) {
      const params = { segmentId: segment.id };
      change.mutate({ params, body, version: segment.version });
    } else {
      const open = ({ id }: Segment) => void navigate({ to: `/segments/${id}` });
      add.mutate({ body }, { onSuccess: open });
    }
  };
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
  return (
    <Page
      title={segment?.name ?? say('newSegment')}
      note={segment?.ownerName}
      actions={
        segment && (
          <>
            <Remove segment={segment} />
            {mayPlan && (
              <Button type="primary" onClick={() => setPlanning(true)}>
                {say('plan')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="segment-editor">
        <Card title={say('conditions')}>
          <Form
            form={form}
            layout="vertical"
            initialValues={start}
            onValuesChange={(_, all) => setConditions(conditionsOf(all))}
            onFinish={save}
          >
            <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
            <ConditionFields />
            <div className="form-pair">
              <Form.Item name="name" label={say('name')} rules={needed}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item name="isShared" valuePropName="checked" extra={say('sharedHint')}>
                <Checkbox>{say('shared')}</Checkbox>
              </Form.Item>
            </div>
            <Button type="primary" htmlType="submit" loading={writing.isPending}>
              {say('keep')}
            </Button>
          </Form>
        </Card>
        <Suspense fallback={<Waiting />}>
          <MembersPreview conditions={conditions} />
        </Suspense>
      </div>
      {isPlanning && segment && (
        <Suspense fallback={null}>
          <PlanSheet segment={segment} onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Remove({ segment }: { segment: Segment }) {
  const say = useWords(segmentWords);
  const navigate = useNavigate();
  const remove = useWriting(segmentRoutes.remove);
  const go = () =>
    remove.mutate(
      { params: { segmentId: segment.id }, version: segment.version },
      { onSuccess: () => void navigate({ to: '/segments' }) },
    );
  return (
    <>
      <ProblemNote problem={remove.error} onAgain={remove.again} />
      <Popconfirm title={say('removeSure', { name: segment.name })} onConfirm={go}>
        <Button loading={remove.isPending}>{say('remove')}</Button>
      </Popconfirm>
    </>
  );
}
