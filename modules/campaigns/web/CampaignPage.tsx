import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Campaign, campaignRoutes } from '../contract.ts';
import { campaignWords } from '../locales/words.ts';
import './campaigns.css';
import { Contacts } from './Contacts.tsx';
import { Rounds } from './Rounds.tsx';
import { Seats } from './Seats.tsx';
import { touches, useSay } from './useSay.ts';

const Result = lazy(() => import('./Result.tsx'));
const CampaignForm = lazy(() => import('./CampaignForm.tsx'));

/** One campaign: what it is, whom each round reaches and why not the others, and what may be done next. */
export default function CampaignPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string };
  const read = useQuery({
    ...reading(campaignRoutes.one, { params: { campaignId } }),
    // Judged in the background: the page looks again until everyone is.
    refetchInterval: ({ state: { data } }) =>
      data?.examinedAt && !data.isExamined && data.state === 'draft' ? 1500 : false,
  });
  if (read.error) return <ProblemNote problem={read.error} />;
  return read.data ? <Opened campaign={read.data} /> : <Waiting />;
}

function Opened({ campaign }: { campaign: Campaign }) {
  const say = useSay();
  const waiting = campaign.rounds.reduce((sum, { tally }) => sum + tally.drawn, 0);
  return (
    <Page title={campaign.name} note={`${say(campaign.kind)} · ${say(campaign.state)}`}>
      <Steps campaign={campaign} />
      <Card>
        <Story campaign={campaign} />
      </Card>
      {!campaign.examinedAt && <p className="campaign-hint">{say('notExamined')}</p>}
      {waiting > 0 && <p role="status">{say('judging', { count: waiting })}</p>}
      {campaign.startedAt && (
        <Suspense fallback={<Waiting />}>
          <Result campaignId={campaign.id} />
        </Suspense>
      )}
      <Rounds campaign={campaign} />
      {campaign.event && campaign.state !== 'draft' && <Seats campaign={campaign} />}
      {campaign.examinedAt && <Contacts campaign={campaign} />}
    </Page>
  );
}

function Steps({ campaign }: { campaign: Campaign }) {
  const [doing, setDoing] = useState<'change' | 'stop'>();
  const params = { campaignId: campaign.id };
  const plain = {
    examine: useWriting(campaignRoutes.examine, touches),
    approve: useWriting(campaignRoutes.approve, touches),
    reopen: useWriting(campaignRoutes.reopen, touches),
    start: useWriting(campaignRoutes.start, touches),
    finish: useWriting(campaignRoutes.finish, touches),
  };
  const names = Object.keys(plain) as (keyof typeof plain)[];
  const busy = names.find((step) => plain[step].isPending);
  const problem = names.map((step) => plain[step].error).find((error) => error !== null) ?? null;
  const step = (name: string) => {
    if (name === 'change' || name === 'stop') setDoing(name);
    else plain[name as keyof typeof plain].mutate({ params });
  };
  const allowed = (name: string) => campaign.steps.some((one) => one.step === name && one.allowed);
  const order = campaign.isExamined ? ['approve', 'start', 'finish'] : ['examine'];
  const stop = () => setDoing(undefined);
  return (
    <>
      <ProblemNote problem={problem} />
      <StepButtons
        steps={campaign.steps}
        words={campaignWords}
        busy={busy ?? null}
        main={order.find(allowed) ?? 'none'}
        onStep={step}
      />
      {doing === 'stop' && <Stopping campaignId={campaign.id} onClose={stop} />}
      {doing === 'change' && (
        <Suspense fallback={null}>
          <CampaignForm campaign={campaign} onClose={stop} />
        </Suspense>
      )}
    </>
  );
}

function Stopping({ campaignId, onClose }: { campaignId: string; onClose: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<{ reason: string }>();
  const stop = useWriting(campaignRoutes.stop, touches);
  const submit = (body: { reason: string }) =>
    stop.mutate({ params: { campaignId }, body }, { onSuccess: onClose });
  return (
    <SheetForm title={say('stop')} onClose={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <ProblemNote problem={stop.error} form={form} onAgain={stop.again} />
        <Form.Item
          name="reason"
          label={say('whyStop')}
          extra={say('whyStopHint')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={200} autoComplete="off" autoFocus />
        </Form.Item>
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button danger type="primary" htmlType="submit" loading={stop.isPending}>
            {say('stop')}
          </Button>
        </div>
      </Form>
    </SheetForm>
  );
}

function Story({ campaign }: { campaign: Campaign }) {
  const say = useSay();
  const language = useLanguage();
  const at = (instant: string | null) => (instant ? shortTime(instant, now(), language) : '');
  const { event, writtenByName, approvedByName, approvedAt, isOwnApproval } = campaign;
  const facts: [string, string][] = [
    [say('reason'), campaign.reason],
    [say('content'), campaign.content],
    [say('segment'), campaign.segmentName],
    [say('template'), campaign.templateName],
    [say('eventOn'), at(event?.happensAt ?? null)],
    [say('place'), event?.place ?? ''],
    [say('bring'), event?.bring ?? ''],
    [say('answerOn'), at(event?.answerBy ?? null)],
    [say('capacity'), event ? say('seats', { count: event.capacity }) : ''],
    [say('writtenBy'), writtenByName ?? ''],
    [say('approvedBy'), [approvedByName, at(approvedAt)].filter(Boolean).join(' · ')],
    [say('examinedAt'), at(campaign.examinedAt)],
    [say('unit'), campaign.orgUnitName],
  ];
  return (
    <>
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      {isOwnApproval && <p className="campaign-warn">{say('ownApproval')}</p>}
    </>
  );
}
