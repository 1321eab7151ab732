import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { FormEnd, SheetForm } from '#modules/customers/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { formatFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { Deadline } from '#web/Deadline.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type Loan, loanRoutes as routes } from '../contract.ts';
import { HandoverForm } from './HandoverForm.tsx';
import { Handovers } from './Handovers.tsx';
import { clockOf, dayOf, instantOf } from './times.ts';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

const touches = { touches: ['loans', 'loan-cars'] };

/** One loan: who has the car until when, its agreement, and how it comes back. */
export default function LoanPage() {
  const { say, sayOf } = useMobilityWords();
  const { loanId } = useParams({ strict: false }) as { loanId: string };
  const { data, error, refetch } = useQuery(reading(routes.one, { params: { loanId } }));
  const print = () => window.open(pathOf(routes.sheet, { loanId }), '_blank', 'noopener');
  useHotkey({ keys: 'p', label: say('print'), group: 'page', run: print });
  if (!data) {
    return (
      <Page title={say('loan')}>
        <ProblemNote problem={error} />
        {error ? <Button onClick={() => void refetch()}>{say('readAgain')}</Button> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page
      title={
        <>
          {say('loan')} <PlateTag plate={data.carPlate} size="large" />
        </>
      }
      note={sayOf('state', data.state)}
      actions={
        <Button onClick={print}>
          {say('print')}
          <kbd className="for-keyboard">p</kbd>
        </Button>
      }
    >
      <div className="trip-record">
        <Card>
          <Agreed of={data} />
        </Card>
        {data.mayStep && <Ending of={data} />}
        <Handovers of={data.handovers} />
      </div>
    </Page>
  );
}

function Agreed({ of }: { of: Loan }) {
  const { say, sayOf } = useMobilityWords();
  const facts: [string, React.ReactNode][] = [
    [say('dueAt'), <strong key="due">{fullTime(of.dueAt)}</strong>],
    [say('state'), <Deadline key="left" dueAt={of.dueAt} doneAt={of.returnedAt} />],
    [
      say('customer'),
      <Link key="who" to={`/customers/${of.customerId}` as never}>
        {of.customerName}
      </Link>,
    ],
    [say('borrower'), of.borrowerName],
    [say('licence'), `${of.licenceClass} · ${of.licenceUntil}`],
    [say('ground'), sayOf('ground', of.ground)],
    [
      say('order'),
      of.orderId ? (
        <Link key="order" to={`/service-orders/${of.orderId}` as never}>
          {of.orderNumber}
        </Link>
      ) : (
        '—'
      ),
    ],
    [say('checkedBy'), of.checkedByName],
    ...(of.costFen > 0
      ? ([[say('cost'), `${formatFen(of.costFen)} · ${of.costReason}`]] as [string, string][])
      : []),
  ];
  return <Facts facts={facts} />;
}

/** It is extended, or it comes back. */
function Ending({ of }: { of: Loan }) {
  const { say } = useMobilityWords();
  const [open, setOpen] = useState<'extend' | 'giveBack' | null>(null);
  const giveBack = useWriting(routes.giveBack, touches);
  const params = { loanId: of.id };
  useHotkey({ keys: 'b', label: say('giveBack'), group: 'page', run: () => setOpen('giveBack') });
  const send = (body: object) =>
    giveBack.mutateAsync({
      params,
      body: body as BodyOf<typeof routes.giveBack>,
      version: of.version,
    });
  return (
    <>
      <div className="trip-steps">
        <Button type="primary" size="large" onClick={() => setOpen('giveBack')}>
          {say('giveBack')}
          <kbd className="for-keyboard">b</kbd>
        </Button>
        <Button size="large" onClick={() => setOpen('extend')}>
          {say('extend')}
        </Button>
      </div>
      {open === 'giveBack' && (
        <Card title={say('giveBack')}>
          <HandoverForm
            asks={{ reading: true, signature: false }}
            hasCar
            isFuelAsked
            plate={of.carPlate}
            submitLabel={say('giveBack')}
            onSend={send}
            more={
              <>
                <div className="form-pair">
                  <Form.Item name="costFen" label={say('cost')}>
                    <YuanField />
                  </Form.Item>
                  <Form.Item name="costReason" label={say('costReason')}>
                    <Input maxLength={300} />
                  </Form.Item>
                </div>
                <Form.Item name="isOutOfOrder" valuePropName="checked">
                  <Checkbox>{say('isOutOfOrder')}</Checkbox>
                </Form.Item>
              </>
            }
          />
        </Card>
      )}
      {open === 'extend' && <ExtendSheet of={of} onClose={() => setOpen(null)} />}
    </>
  );
}

function ExtendSheet({ of, onClose }: { of: Loan; onClose: () => void }) {
  const { say } = useMobilityWords();
  const extend = useWriting(routes.extend, touches);
  const required = [{ required: true, message: say('required') }];
  return (
    <SheetForm title={say('extend')} onClose={onClose}>
      <Form<{ day: string; time: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: dayOf(of.dueAt), time: clockOf(of.dueAt) }}
        onFinish={({ day, time }) =>
          extend.mutate(
            {
              params: { loanId: of.id },
              body: { dueAt: instantOf(day, time) },
              version: of.version,
            },
            { onSuccess: onClose },
          )
        }
      >
        <ProblemNote problem={extend.error} onAgain={extend.again} />
        <div className="form-pair">
          <Form.Item name="day" label={say('dueAt')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="time" label={say('time')} rules={required}>
            <Input type="time" step={900} />
          </Form.Item>
        </div>
        <FormEnd isBusy={extend.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
