import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type ReminderSettings, reminderSettingRoutes } from '../contract.ts';
import { reminderWords } from '../locales/words.ts';

/** How early, how often and how many: practice, which every house sets for itself. */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(reminderWords);
  const { data, error } = useQuery(reading(reminderSettingRoutes.read, {}));
  return (
    <SheetForm title={say('settings')} onClose={onClose}>
      <ProblemNote problem={error} />
      {data ? <SettingsForm settings={data} onClose={onClose} /> : !error && <Waiting />}
    </SheetForm>
  );
}

function SettingsForm(props: { settings: ReminderSettings; onClose: () => void }) {
  const { settings, onClose } = props;
  const say = useWords(reminderWords);
  const [form] = Form.useForm<ReminderSettings>();
  const save = useWriting(reminderSettingRoutes.save, { touches: ['service-proposals'] });
  const days = <InputNumber min={0} max={400} precision={0} />;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={settings}
      onFinish={(body) => save.mutate({ body }, { onSuccess: onClose })}
    >
      <ProblemNote problem={save.error} form={form} onAgain={save.again} />
      <p className="soft">{say('settingsFor')}</p>
      <div className="form-pair">
        <Form.Item name={['leadDays', 'maintenance']} label={say('leadMaintenance')} required>
          {days}
        </Form.Item>
        <Form.Item name={['leadDays', 'insurance']} label={say('leadInsurance')} required>
          {days}
        </Form.Item>
        <Form.Item name={['leadDays', 'guarantee']} label={say('leadGuarantee')} required>
          {days}
        </Form.Item>
        <Form.Item name="quietDays" label={say('quietDays')} required>
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
        <Form.Item name="perDay" label={say('perDay')} required>
          <InputNumber min={1} max={200} precision={0} />
        </Form.Item>
      </div>
      <p className="soft">{say('leadInspection')}</p>
      <FormEnd isBusy={save.isPending} onCancel={onClose} />
    </Form>
  );
}
