import { Checkbox, Form, Input, Radio } from 'antd';
import { useWriting } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type RepeatRepair, repeatRepairRoutes as routes } from '../contract.ts';
import { useRepeatWords } from './useRepeatWords.ts';

interface Typed {
  lineId?: string;
  symptom?: string;
  free?: string[];
}

/** Which job did not hold, and which lines of this visit the house pays for. */
export function ConfirmSheet({ repeat, onClose }: { repeat: RepeatRepair; onClose: () => void }) {
  const { say } = useRepeatWords();
  const [form] = Form.useForm<Typed>();
  const writing = useWriting(routes.confirm, { touches: ['service-orders'] });
  const { jobs, lines, symptom, version } = repeat;
  const known = jobs.find(({ description }) => description === repeat.job) ?? jobs[0];
  const charged = lines.filter(({ payer }) => payer !== 'internal');
  const submit = ({ lineId, symptom: said = '', free = [] }: Typed) =>
    writing.mutate(
      {
        params: { repeatRepairId: repeat.id },
        body: { lineId, symptom: said, freeLines: free.map((one) => ({ lineId: one })) },
        version,
      },
      { onSuccess: onClose },
    );
  return (
    <SheetForm title={say('confirm')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ lineId: known?.lineId, symptom, free: [] }}
        onFinish={submit}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <Form.Item
          name="lineId"
          label={say('jobWhich')}
          rules={[{ required: true, message: say('required') }]}
        >
          <Radio.Group
            className="repeat-choices"
            options={jobs.map(({ lineId, description, technicianName, partnerName }) => ({
              value: lineId,
              label: [description, partnerName || technicianName].filter(Boolean).join(' · '),
            }))}
          />
        </Form.Item>
        <Form.Item name="symptom" label={say('symptom')}>
          <Input.TextArea className="grows" rows={2} maxLength={500} />
        </Form.Item>
        {charged.length > 0 ? (
          <Form.Item name="free" label={say('freeLines')}>
            <Checkbox.Group
              className="repeat-choices"
              options={charged.map(({ lineId, description, amountFen }) => ({
                value: lineId,
                label: (
                  <>
                    {description} <Money fen={amountFen} />
                  </>
                ),
              }))}
            />
          </Form.Item>
        ) : (
          lines.length === 0 && <p className="soft">{say('freeFromNowOn')}</p>
        )}
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
