import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { clockOf, dayOf, instantOf } from '#web/shopClock.ts';
import { YuanField } from '#web/YuanField.tsx';
import { type Loan, loanRoutes as routes } from '../contract.ts';
import { HandoverForm } from './HandoverForm.tsx';
import { useMobilityWords } from './useMobilityWords.ts';

const touches = { touches: ['loans', 'loan-cars'] };

/** It is extended, or it comes back. */
export default function LoanEnding({ of }: { of: Loan }) {
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
            keptAs={`back.${of.id}`}
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
