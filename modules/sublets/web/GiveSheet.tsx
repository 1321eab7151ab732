import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import type { ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { instantOf, soon } from '#web/shopClock.ts';
import { YuanField } from '#web/YuanField.tsx';
import { subletPartnerRoutes, subletRoutes } from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

interface Typed {
  lineId: string;
  partnerId: string;
  asked: string;
  agreedFen: number;
  day: string;
  time: string;
}

/** Which job goes where, for how much, until when; all by keyboard. */
export function GiveSheet(props: {
  orderId: string;
  givable: ReplyOf<typeof subletRoutes.ofOrder>['givable'];
  onClose: () => void;
}) {
  const { orderId, givable, onClose } = props;
  const { say } = useSubletWords();
  const [form] = Form.useForm<Typed>();
  const query = { isActive: true, limit: 200 } as const;
  const partners = useQuery(reading(subletPartnerRoutes.list, { query }));
  const writing = useWriting(subletRoutes.give, { touches: ['sublets', 'service-orders'] });
  const required = [{ required: true, message: say('required') }];
  const submit = ({ day, time, ...typed }: Typed) =>
    writing.mutate(
      { params: { orderId }, body: { ...typed, dueAt: instantOf(day, time) } },
      { onSuccess: onClose },
    );
  const firms = partners.data?.items ?? [];
  return (
    <SheetForm title={say('give')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          lineId: givable[0]?.lineId,
          asked: givable[0]?.description,
          ...soon(now(), 24 * 60),
        }}
        onFinish={submit}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <Form.Item name="lineId" label={say('jobWhich')} rules={required}>
          <Radio.Group
            className="sublet-list"
            onChange={({ target }) =>
              form.setFieldsValue({
                asked: givable.find(({ lineId }) => lineId === target.value)?.description,
              })
            }
            options={givable.map(({ lineId, description, priceFen }) => ({
              value: lineId,
              label: (
                <>
                  {description} <Money fen={priceFen} />
                </>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="partnerId"
          label={say('partner')}
          rules={required}
          extra={partners.data && firms.length === 0 ? say('partnerNone') : undefined}
        >
          <Select
            showSearch
            optionFilterProp="label"
            options={firms.map(({ id, name, trades, isExpired }) => ({
              value: id,
              disabled: isExpired,
              label: [name, trades, isExpired && say('expired')].filter(Boolean).join(' · '),
            }))}
          />
        </Form.Item>
        <Form.Item name="asked" label={say('asked')} rules={required}>
          <Input.TextArea className="grows" rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="agreedFen" label={say('agreed')} rules={required}>
          <YuanField />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="day" label={say('dueAt')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="time" label={say('time')} rules={required}>
            <Input type="time" step={900} />
          </Form.Item>
        </div>
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
