import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Bay, bayRoutes, type ShopCapacity, teamHoursRoutes } from '../contract.ts';
import { type BayKind, bayKinds } from '../lifecycle.ts';
import './appointments.css';
import { TeamHoursCard } from './TeamHoursCard.tsx';
import { useAppointmentWords } from './useAppointmentWords.ts';
import { WordsSheet } from './WordsSheet.tsx';

const touches = { touches: ['bays', 'appointments'] };

/** Bays of one's own shop, how long its teams work, and when a customer counts as not come. */
export default function BaysPage() {
  const { say } = useAppointmentWords();
  const { data, error, refetch } = useQuery(reading(bayRoutes.read, {}));
  const mayChange = mayUse(useSession(), ['calendar.manage']);
  return (
    <Page title={say('bays')} note={data && say('technicians', { count: data.technicians })}>
      <ProblemNote problem={error} />
      {error && !data && <Button onClick={() => void refetch()}>{say('readAgain')}</Button>}
      {!data && !error && <Waiting />}
      {data && (
        <div className="appointment-settings">
          <BaysCard bays={data.bays} mayChange={mayChange} />
          <TeamHoursCard capacity={data} mayChange={mayChange} />
          <GraceCard capacity={data} mayChange={mayChange} />
        </div>
      )}
    </Page>
  );
}

function BaysCard({ bays, mayChange }: { bays: readonly Bay[]; mayChange: boolean }) {
  const { say, sayOf } = useAppointmentWords();
  const [form] = Form.useForm<{ name: string; kind: BayKind }>();
  const add = useWriting(bayRoutes.add, touches);
  return (
    <Card title={say('bay')}>
      {bays.length === 0 && <p className="soft">{say('noBayYet')}</p>}
      <ul className="appointment-bays">
        {bays.map((bay) => (
          <BayLine key={bay.id} bay={bay} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ kind: 'repair' }}
          onFinish={(body) =>
            add.mutate(
              { body: { ...body, position: bays.length } },
              { onSuccess: () => form.resetFields() },
            )
          }
        >
          <ProblemNote problem={add.error} form={form} onAgain={add.again} />
          <div className="form-three appointment-add">
            <Form.Item
              name="name"
              label={say('bayName')}
              rules={[{ required: true, whitespace: true, message: say('required') }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="kind" label={say('bayKind')}>
              <Select
                options={bayKinds.map((one) => ({ value: one, label: sayOf('kind', one) }))}
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {say('addBay')}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

function BayLine({ bay, mayChange }: { bay: Bay; mayChange: boolean }) {
  const { say, sayOf } = useAppointmentWords();
  const language = useLanguage();
  const now = useNow();
  const [isClosing, setIsClosing] = useState(false);
  const close = useWriting(bayRoutes.close, touches);
  const reopen = useWriting(bayRoutes.reopen, touches);
  const change = useWriting(bayRoutes.change, touches);
  const params = { bayId: bay.id };
  const outage = bay.outages.find(({ fromAt }) => new Date(fromAt) <= now);
  const whyClosed =
    outage &&
    (outage.untilAt
      ? say('closedUntil', {
          time: shortTime(outage.untilAt, now, language),
          reason: outage.reason,
        })
      : say('closedOpen', { reason: outage.reason }));
  return (
    <li>
      <strong>{bay.name}</strong> <span className="soft">{sayOf('kind', bay.kind)}</span>
      {whyClosed && <span className="appointment-bay-closed">{whyClosed}</span>}
      <ProblemNote problem={reopen.error ?? change.error} />
      {mayChange && (
        <span className="appointment-bay-actions">
          <span className="soft">{say('usedUntil')}</span>
          <DayField
            aria-label={`${bay.name} ${say('usedUntil')}`}
            min={bay.usedFrom}
            value={bay.usedUntil ?? ''}
            onChange={({ target }) =>
              change.mutate({
                params,
                body: { usedUntil: target.value || null },
                version: bay.version,
              })
            }
          />
          {outage ? (
            <Button
              size="small"
              loading={reopen.isPending}
              onClick={() => reopen.mutate({ params })}
            >
              {say('reopenBay')}
            </Button>
          ) : (
            <Button size="small" onClick={() => setIsClosing(true)}>
              {say('closeBay')}
            </Button>
          )}
        </span>
      )}
      {isClosing && (
        <WordsSheet
          title={say('closeBay')}
          label={say('closeReason')}
          problem={close.error}
          isBusy={close.isPending}
          onWords={(reason) =>
            close.mutate(
              { params, body: { reason: reason.slice(0, 200) } },
              { onSuccess: () => setIsClosing(false) },
            )
          }
          onClose={() => setIsClosing(false)}
        />
      )}
    </li>
  );
}

function GraceCard({ capacity, mayChange }: { capacity: ShopCapacity; mayChange: boolean }) {
  const { say } = useAppointmentWords();
  const save = useWriting(teamHoursRoutes.saveGrace, touches);
  const { graceMinutes } = capacity;
  return (
    <Card title={say('missedList')}>
      <Form
        key={graceMinutes}
        layout="vertical"
        initialValues={{ graceMinutes }}
        onFinish={(body: { graceMinutes: number }) => save.mutate({ body })}
      >
        <ProblemNote problem={save.error} onAgain={save.again} />
        <Form.Item name="graceMinutes" label={say('grace')} extra={say('graceNote')}>
          <InputNumber min={5} max={600} precision={0} disabled={!mayChange} />
        </Form.Item>
        {mayChange && (
          <Button htmlType="submit" loading={save.isPending}>
            {say('saveWeek')}
          </Button>
        )}
      </Form>
    </Card>
  );
}
