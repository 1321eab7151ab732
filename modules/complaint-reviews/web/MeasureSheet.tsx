import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { causeKinds, complaintKinds } from '#modules/complaints/lifecycle.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { DraftNote } from '#web/DraftNote.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type Measure, measureRoutes } from '../contract.ts';
import { purposes } from '../lifecycle.ts';
import { useSay } from './said.ts';

type Typed = BodyOf<typeof measureRoutes.agree>;
const touches = ['complaint-reviews'];

function Owners(props: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const say = useSay();
  const query = { permission: 'complaints.handle', state: 'active', limit: 200 } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  return (
    <Select
      {...props}
      showSearch
      optionFilterProp="label"
      placeholder={say('chooseOwner')}
      options={data?.items.map(({ id, name, post }) => ({
        value: id,
        label: [name, post].filter(Boolean).join(' · '),
      }))}
    />
  );
}

/** Agrees on a measure, plans against a hot spot, or changes what is open. */
export default function MeasureSheet(props: {
  /** What is changed; absent: a new one. */
  measure?: Measure;
  begin?: Partial<Typed>;
  onClose: () => void;
}) {
  const { measure, begin = {}, onClose } = props;
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const agree = useWriting(measureRoutes.agree, { touches });
  const change = useWriting(measureRoutes.change, { touches });
  const empty = (measure ?? { purpose: 'improvement', ...begin }) as Typed;
  const draft = useDraft<Typed>(
    `complaint-measure.${measure?.id ?? begin.complaintReviewId ?? 'new'}`,
    empty,
  );
  const purpose = Form.useWatch('purpose', form) ?? empty.purpose;
  const { error, again, isPending } = measure ? change : agree;
  const done = {
    onSuccess: () => {
      draft.clear();
      tell(say(measure ? 'saved' : 'agreed'));
      onClose();
    },
  };
  const save = (typed: Typed) => {
    const { words, riskArea, qualityControl, education, effectExpected, ownerId, dueOn } = typed;
    const written = { words, riskArea, qualityControl, education, effectExpected, ownerId, dueOn };
    if (measure) {
      const params = { complaintMeasureId: measure.id };
      // A day that has passed is left as it is.
      const { dueOn: _, ...rest } = written;
      const body = dueOn === measure.dueOn ? rest : written;
      return change.mutate({ params, body, version: measure.version }, done);
    }
    const { kind = null, causeKind = null } = typed;
    const { complaintReviewId, orgUnitId } = begin;
    const place = {
      ...(complaintReviewId && { complaintReviewId }),
      ...(orgUnitId && { orgUnitId }),
    };
    agree.mutate({ body: { ...written, ...place, purpose: typed.purpose, kind, causeKind } }, done);
  };
  const needed = [{ required: true, message: say('need') }];
  const choices = (prefix: 'kind' | 'cause' | 'purpose', values: readonly string[]) =>
    values.map((value) => ({ value, label: say(`${prefix}_${value}`) }));
  return (
    <SheetForm title={say(measure ? 'change' : 'agree')} onClose={onClose}>
      <DraftNote draft={draft} form={form} empty={empty} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(_, typed) => draft.keep(typed)}
        onFinish={save}
      >
        <ProblemNote problem={error} form={form} onAgain={again} />
        {!measure && (
          <Form.Item name="purpose" label={say('purpose')}>
            <Select options={choices('purpose', purposes)} />
          </Form.Item>
        )}
        {purpose === 'prevention' && (
          <Form.Item name="riskArea" label={say('riskArea')} rules={needed}>
            <Input maxLength={200} placeholder={say('riskHint')} />
          </Form.Item>
        )}
        <Form.Item name="words" label={say('words')} rules={needed}>
          <Input.TextArea rows={2} maxLength={1000} placeholder={say('wordsHint')} />
        </Form.Item>
        {!measure && (
          <div className="form-pair">
            <Form.Item name="kind" label={say('againstKind')}>
              <Select
                allowClear
                placeholder={say('anyKind')}
                options={choices('kind', complaintKinds)}
              />
            </Form.Item>
            <Form.Item name="causeKind" label={say('againstCause')}>
              <Select
                allowClear
                placeholder={say('anyCause')}
                options={choices('cause', causeKinds)}
              />
            </Form.Item>
          </div>
        )}
        <div className="form-pair">
          <Form.Item name="ownerId" label={say('owner')} rules={needed}>
            <Owners />
          </Form.Item>
          <Form.Item name="dueOn" label={say('dueOn')} rules={needed}>
            <DayField min={dateIn('Asia/Shanghai', now())} />
          </Form.Item>
        </div>
        <Form.Item name="effectExpected" label={say('effectExpected')}>
          <Input maxLength={500} placeholder={say('effectHint')} />
        </Form.Item>
        {purpose === 'prevention' && (
          <>
            <Form.Item name="qualityControl" label={say('qualityControl')}>
              <Input.TextArea rows={2} maxLength={1000} placeholder={say('qualityHint')} />
            </Form.Item>
            <Form.Item name="education" label={say('education')}>
              <Input.TextArea rows={2} maxLength={2000} placeholder={say('educationHint')} />
            </Form.Item>
          </>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </SheetForm>
  );
}
