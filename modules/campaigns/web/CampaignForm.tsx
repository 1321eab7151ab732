import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { segmentRoutes } from '#modules/segments/contract.ts';
import { dateIn, instantAt, timeIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type Campaign, campaignKinds, campaignRoutes, campaignWays } from '../contract.ts';
import { windowRule } from '../judge/window.ts';
import './campaigns.css';
import { touches, useSay } from './useSay.ts';

const zone = 'Asia/Shanghai';
const usual = { resultDays: windowRule.days, heldBackPercent: 0 };
type Body = BodyOf<typeof campaignRoutes.write>;
interface Typed {
  kind: Body['kind'];
  name: string;
  content: string;
  segmentId?: string;
  templateId?: string | null;
  way: NonNullable<Body['way']>;
  onDate: string;
  time: string;
  place: string;
  capacity: number | null;
  bring: string;
  answerOn: string;
  seatTemplateId?: string | null;
  resultDays: number | null;
  heldBackPercent: number | null;
}

function typedFrom(campaign: Campaign | undefined): Typed {
  const today = dateIn(zone, now());
  if (!campaign) {
    const event = { place: '', time: '09:00', capacity: 30, bring: '', answerOn: '' };
    const empty = { name: '', content: '', ...event, ...usual };
    return { ...empty, kind: 'greeting', way: 'message', onDate: today };
  }
  const { kind, name, content, segmentId, templateId, event, rounds } = campaign;
  const { resultDays, heldBackPercent } = campaign;
  const at = event && new Date(event.happensAt);
  return {
    ...{ kind, name, content, segmentId, templateId, resultDays, heldBackPercent },
    way: rounds[0]?.way ?? 'message',
    onDate: at ? dateIn(zone, at) : (rounds[0]?.fromOn ?? today),
    time: at ? timeIn(zone, at) : '09:00',
    place: event?.place ?? '',
    capacity: event?.capacity ?? 30,
    bring: event?.bring ?? '',
    seatTemplateId: event?.seatTemplateId,
    answerOn: event?.answerBy ? dateIn(zone, new Date(event.answerBy)) : '',
  };
}

function bodyOf({ kind, name, content, segmentId = '', templateId, ...typed }: Typed): Body {
  const { way, onDate, time, place, capacity } = typed;
  const measured = {
    resultDays: typed.resultDays ?? usual.resultDays,
    heldBackPercent: typed.heldBackPercent ?? usual.heldBackPercent,
  };
  const said = { kind, name: name.trim(), content: content.trim(), segmentId, ...measured };
  if (kind !== 'event') {
    return {
      ...said,
      templateId: (way !== 'call' && templateId) || null,
      way,
      onDate,
      event: null,
    };
  }
  const happensAt = instantAt(zone, onDate, time).toISOString();
  const event = {
    ...{ happensAt, place: place.trim(), capacity: capacity ?? 1 },
    bring: typed.bring.trim(),
    answerBy: answerByOf(typed.answerOn, happensAt),
    seatTemplateId: typed.seatTemplateId ?? null,
  };
  return { ...said, templateId: templateId ?? null, event };
}

/** To the end of the day, on the day itself until it begins. */
function answerByOf(answerOn: string, happensAt: string): string | null {
  if (answerOn === '') return null;
  const end = instantAt(zone, answerOn, '23:59').toISOString();
  return answerOn === dateIn(zone, new Date(happensAt)) ? happensAt : end;
}

/** A campaign drawn up, or drawn up anew: to whom, with which words, when. */
export default function CampaignForm(props: { campaign?: Campaign; onClose: () => void }) {
  const { campaign, onClose } = props;
  const say = useSay();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const key = campaign ? `campaign.${campaign.id}.${campaign.version}` : 'campaign.new';
  const draft = useDraft<Typed>(key, typedFrom(campaign));
  const add = useWriting(campaignRoutes.write, touches);
  const change = useWriting(campaignRoutes.change, touches);
  const writing = campaign ? change : add;
  const done = {
    onSuccess: ({ id }: { id: string }) => {
      draft.clear();
      if (campaign) onClose();
      else void navigate({ to: `/campaigns/${id}` as string });
    },
  };
  const save = (typed: Typed) => {
    const body = bodyOf(typed);
    if (!campaign) return add.mutate({ body }, done);
    const { id: campaignId, version } = campaign;
    change.mutate({ params: { campaignId }, body, version }, done);
  };
  return (
    <SheetForm title={say(campaign ? 'change' : 'newCampaign')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(_, typed) => draft.keep(typed)}
        onFinish={(typed) => save({ ...draft.initial, ...typed })}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <Fields start={draft.initial} />
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}

function Fields({ start }: { start: Typed }) {
  const say = useSay();
  const form = Form.useFormInstance<Typed>();
  const kind = Form.useWatch('kind', form) ?? start.kind;
  const way = Form.useWatch('way', form) ?? start.way;
  const isEvent = kind === 'event';
  const needed = [{ required: true, message: say('needed') }];
  const words = [{ required: true, whitespace: true, message: say('needed') }];
  return (
    <>
      <Form.Item name="kind" label={say('kind')}>
        <Radio.Group
          optionType="button"
          options={campaignKinds.map((value) => ({ value, label: say(value) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={say('name')} rules={words}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Segment />
      {!isEvent && (
        <Form.Item name="way" label={say('way')}>
          <Radio.Group
            optionType="button"
            options={campaignWays.map((value) => ({ value, label: say(value) }))}
          />
        </Form.Item>
      )}
      {(isEvent || way !== 'call') && <Template isEvent={isEvent} />}
      <div className="form-pair">
        <Form.Item name="onDate" label={say(isEvent ? 'eventOn' : 'onDate')} rules={needed}>
          <DayField />
        </Form.Item>
        {isEvent && (
          <Form.Item name="time" label={say('eventTime')} rules={needed}>
            <Input type="time" />
          </Form.Item>
        )}
      </div>
      {isEvent && (
        <>
          <p className="soft campaign-rule">{say('ruleHint')}</p>
          <div className="form-pair">
            <Form.Item name="place" label={say('place')} rules={words}>
              <Input maxLength={120} autoComplete="off" />
            </Form.Item>
            <Form.Item name="capacity" label={say('capacity')} rules={needed}>
              <InputNumber min={1} max={5000} precision={0} />
            </Form.Item>
          </div>
          <div className="form-pair">
            <Form.Item name="bring" label={say('bring')} extra={say('bringHint')}>
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
            <Form.Item name="answerOn" label={say('answerOn')} extra={say('answerOnHint')}>
              <DayField />
            </Form.Item>
          </div>
          <SeatTemplate />
        </>
      )}
      <Form.Item name="content" label={say('content')} extra={say('contentHint')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="resultDays" label={say('resultDays')} extra={say('resultDaysHint')}>
          <InputNumber min={1} max={180} precision={0} />
        </Form.Item>
        <Form.Item
          name="heldBackPercent"
          label={say('heldBackPercent')}
          extra={say('heldBackHint')}
        >
          <InputNumber min={0} max={50} precision={0} />
        </Form.Item>
      </div>
    </>
  );
}

function Segment() {
  const say = useSay();
  const list = useQuery(reading(segmentRoutes.list, { query: { limit: 200 } }));
  return (
    <Form.Item
      name="segmentId"
      label={say('segment')}
      rules={[{ required: true, message: say('needed') }]}
    >
      <Select
        aria-label={say('segment')}
        loading={list.isPending}
        notFoundContent={say('noSegments')}
        options={(list.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

function Template({ isEvent }: { isEvent: boolean }) {
  const say = useSay();
  const form = Form.useFormInstance<Typed>();
  const templateId = Form.useWatch('templateId', form);
  const list = useQuery(reading(campaignRoutes.templates, {}));
  const chosen = list.data?.items.find(({ id }) => id === templateId);
  const lacksLink = isEvent && chosen?.namesLink === false;
  return (
    <Form.Item
      name="templateId"
      label={say('template')}
      extra={say(lacksLink ? 'noLinkPlace' : 'templateHint')}
      rules={[{ required: true, message: say('needed') }]}
    >
      <Select
        aria-label={say('template')}
        loading={list.isPending}
        options={(list.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** What who moves up from the waiting list reads; providers of text messages ask for words that they know. */
function SeatTemplate() {
  const say = useSay();
  const list = useQuery(reading(campaignRoutes.templates, {}));
  return (
    <Form.Item name="seatTemplateId" label={say('seatTemplate')} extra={say('seatTemplateHint')}>
      <Select
        aria-label={say('seatTemplate')}
        allowClear
        loading={list.isPending}
        options={(list.data?.items ?? [])
          .filter(({ purpose }) => purpose === 'service')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
