import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { emergencyRoutes, longestMinutes } from '../../contract.ts';
import { emergencyWords } from '../../locales/emergency.ts';
import '../people.css';

interface Typed {
  where: 'shop' | 'house';
  unitCode?: string;
  reason: string;
  minutes: number;
}

/** Where, why, for how long; the server asks for the fresh proof. */
export function OpenEmergencySheet({ onClose }: { onClose: () => void }) {
  const say = useWords(emergencyWords);
  const tell = useTell();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const where = Form.useWatch('where', form) ?? 'shop';
  const open = useWriting(emergencyRoutes.open);
  const save = ({ where: place, unitCode, reason, minutes }: Typed) =>
    open.mutate(
      { body: { unitCode: place === 'shop' ? (unitCode ?? '').trim() : null, reason, minutes } },
      {
        onSuccess: ({ unitName }) => {
          tell(say('opened', { unit: unitName }));
          onClose();
          void client.invalidateQueries();
        },
      },
    );
  return (
    <Sheet title={say('openTitle')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="person-key-sheet"
        initialValues={{ where: 'shop', minutes: 30 }}
        onFinish={save}
      >
        <ProblemNote problem={open.error} form={form} onAgain={open.again} />
        <p className="soft">{say('openLead')}</p>
        <Form.Item name="where" label={say('where')}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'shop', label: say('oneShop') },
              { value: 'house', label: say('wholeHouse') },
            ]}
          />
        </Form.Item>
        {where === 'shop' && (
          <Form.Item
            name="unitCode"
            label={say('unitCode')}
            rules={[{ required: true, whitespace: true, message: say('needCode') }]}
          >
            <Input maxLength={30} autoFocus placeholder={say('unitCodeHint')} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={say('reason')}
          rules={[{ required: true, whitespace: true, min: 8, message: say('needReason') }]}
        >
          <Input.TextArea rows={3} maxLength={500} placeholder={say('reasonHint')} />
        </Form.Item>
        <Form.Item name="minutes" label={say('minutes')}>
          <Radio.Group
            optionType="button"
            options={[15, 30, longestMinutes].map((count) => ({
              value: count,
              label: say('minutesOf', { count }),
            }))}
          />
        </Form.Item>
        <p className="soft">{say('stays')}</p>
        <div className="form-end">
          <Button danger type="primary" htmlType="submit" loading={open.isPending}>
            {say('open')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
