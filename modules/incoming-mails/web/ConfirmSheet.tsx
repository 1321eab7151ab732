import { Form, Input } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type IncomingMail, incomingMailRoutes } from '../contract.ts';
import { touches, useSay } from './said.ts';

/** Somebody asked the sender by another way; how stays on record. */
export default function ConfirmSheet({
  mail,
  onClose,
}: {
  mail: IncomingMail;
  onClose: () => void;
}) {
  const say = useSay();
  const [form] = Form.useForm<{ note: string }>();
  const confirm = useWriting(incomingMailRoutes.confirmSender, touches);
  return (
    <SheetForm title={say('confirmSender')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ note }) =>
          confirm.mutate(
            {
              params: { incomingMailId: mail.id },
              body: { note: note.trim() },
              version: mail.version,
            },
            { onSuccess: onClose },
          )
        }
      >
        <ProblemNote problem={confirm.error} form={form} onAgain={confirm.again} />
        <Form.Item
          name="note"
          label={say('confirmHow')}
          rules={[{ required: true, whitespace: true, message: say('needField') }]}
        >
          <Input autoFocus maxLength={500} placeholder={say('confirmHowHint')} />
        </Form.Item>
        <FormEnd isBusy={confirm.isPending} onCancel={onClose} save={say('confirmSender')} />
      </Form>
    </SheetForm>
  );
}
