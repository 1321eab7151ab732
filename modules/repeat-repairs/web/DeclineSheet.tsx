import { Button, Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type RepeatRepair, repeatRepairRoutes as routes } from '../contract.ts';
import { useRepeatWords } from './useRepeatWords.ts';

const usual = ['usual_other', 'usual_maintenance', 'usual_accident'] as const;

/** Why it repeats nothing: a usual reason by one tap, or in words. */
export function DeclineSheet({ repeat, onClose }: { repeat: RepeatRepair; onClose: () => void }) {
  const { say } = useRepeatWords();
  const [form] = Form.useForm<{ reason: string }>();
  const writing = useWriting(routes.decline, { touches: ['service-orders'] });
  const { version } = repeat;
  return (
    <SheetForm title={say('decline')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          writing.mutate(
            { params: { repeatRepairId: repeat.id }, body: { reason }, version },
            { onSuccess: onClose },
          )
        }
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <div className="repeat-usual">
          {usual.map((word) => (
            <Button key={word} onClick={() => form.setFieldsValue({ reason: say(word) })}>
              {say(word)}
            </Button>
          ))}
        </div>
        <Form.Item
          name="reason"
          label={say('declineWhy')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
