import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { segmentRoutes } from '#modules/segments/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import {
  campaignRoutes,
  campaignWays,
  type StandingCampaign,
  standingOccasions,
  standingRoutes,
} from '../contract.ts';
import { standingWords } from '../locales/words-standing.ts';

type Body = BodyOf<typeof standingRoutes.write>;
type Typed = Omit<Body, 'segmentId' | 'templateId'> & {
  segmentId?: string;
  templateId?: string | null;
};
const touches = { touches: ['standing-campaigns'] };
const empty: Typed = {
  ...{ occasion: 'springFestival', seasonFrom: '', name: '', content: '', way: 'message' },
};

const typedFrom = (standing: StandingCampaign): Typed => {
  const { occasion, seasonFrom, name, content, segmentId, templateId, way } = standing;
  return { occasion, seasonFrom, name, content, segmentId, templateId, way };
};

/** A greeting for a day of each year, or a tip for a season: drawn up, or drawn up anew. */
export default function StandingForm(props: { standing?: StandingCampaign; onClose: () => void }) {
  const { standing, onClose } = props;
  const say = useWords(standingWords);
  const [form] = Form.useForm<Typed>();
  const key = standing ? `standing.${standing.id}.${standing.version}` : 'standing.new';
  const draft = useDraft<Typed>(key, standing ? typedFrom(standing) : empty);
  const add = useWriting(standingRoutes.write, touches);
  const change = useWriting(standingRoutes.change, touches);
  const writing = standing ? change : add;
  const occasion = Form.useWatch('occasion', form) ?? draft.initial.occasion;
  const way = Form.useWatch('way', form) ?? draft.initial.way;
  const segments = useQuery(reading(segmentRoutes.list, { query: { limit: 200 } }));
  const templates = useQuery(reading(campaignRoutes.templates, {}));
  const fitting = templates.data?.items.filter(
    ({ purpose }) => occasion !== 'birthday' || purpose === 'marketing',
  );
  const needed = [{ required: true, message: say('needed') }];
  const optionsOf = (items: readonly { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const save = ({ segmentId = '', templateId = null, seasonFrom = '', ...typed }: Typed) => {
    const body: Body = {
      ...typed,
      ...{ segmentId, content: typed.content ?? '' },
      seasonFrom: typed.occasion === 'season' ? seasonFrom : '',
      templateId: typed.way === 'call' ? null : templateId,
    };
    const done = {
      onSuccess: () => {
        draft.clear();
        onClose();
      },
    };
    if (!standing) return add.mutate({ body }, done);
    const { id: standingCampaignId, version } = standing;
    change.mutate({ params: { standingCampaignId }, body, version }, done);
  };
  return (
    <SheetForm title={say(standing ? 'change' : 'newStanding')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(_, typed) => draft.keep(typed)}
        onFinish={(typed) => save({ ...draft.initial, ...typed })}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <Form.Item name="occasion" label={say('occasion')}>
          <Select
            aria-label={say('occasion')}
            options={standingOccasions.map((value) => ({ value, label: say(`on_${value}`) }))}
          />
        </Form.Item>
        {occasion === 'season' && (
          <Form.Item
            name="seasonFrom"
            label={say('seasonFrom')}
            extra={say('seasonFromHint')}
            rules={[{ required: true, pattern: /^\d\d-\d\d$/, message: say('seasonFromHint') }]}
          >
            <Input maxLength={5} placeholder="11-15" autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="segmentId"
          label={say('segment')}
          extra={say('segmentHint')}
          rules={needed}
        >
          <Select aria-label={say('segment')} options={optionsOf(segments.data?.items)} />
        </Form.Item>
        <Form.Item name="way" label={say('way')}>
          <Radio.Group
            optionType="button"
            options={campaignWays.map((value) => ({ value, label: say(value) }))}
          />
        </Form.Item>
        {way !== 'call' && (
          <Form.Item
            name="templateId"
            label={say('template')}
            rules={needed}
            extra={occasion === 'birthday' ? say('birthdayTemplate') : undefined}
          >
            <Select aria-label={say('template')} options={optionsOf(fitting)} />
          </Form.Item>
        )}
        <Form.Item name="content" label={say('content')}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
