import { Form, Input, Radio } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type IncomingMail, incomingMailRoutes } from '../contract.ts';
import { type Filing, filings } from '../lifecycle.ts';
import { touches, useSay } from './said.ts';

interface Typed {
  filedAs: Filing;
  note?: string;
}

/** It is no complaint; what its marks say is proposed. */
export default function FileSheet({ mail, onClose }: { mail: IncomingMail; onClose: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<Typed>();
  const filedAs = Form.useWatch('filedAs', form);
  const file = useWriting(incomingMailRoutes.file, touches);
  const isMachine = mail.marks.includes('automatic');
  const likely = mail.marks.includes('bulk')
    ? 'advertisement'
    : isMachine
      ? 'automatic'
      : 'enquiry';
  return (
    <SheetForm title={say('fileTitle')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ filedAs: likely }}
        onFinish={(typed) =>
          file.mutate(
            {
              params: { incomingMailId: mail.id },
              body: {
                filedAs: typed.filedAs,
                ...(typed.note?.trim() && { note: typed.note.trim() }),
              },
              version: mail.version,
            },
            { onSuccess: onClose },
          )
        }
      >
        <ProblemNote problem={file.error} form={form} onAgain={file.again} />
        <Form.Item name="filedAs" label={say('fileAs')}>
          <Radio.Group
            options={filings.map((value) => ({ value, label: say(`filed_${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={say('fileNote')}
          dependencies={['filedAs']}
          rules={[
            {
              required: filedAs === 'noComplaint',
              whitespace: filedAs === 'noComplaint',
              message: say('fileNoteHint'),
            },
          ]}
        >
          <Input maxLength={1000} placeholder={say('fileNoteHint')} />
        </Form.Item>
        <FormEnd isBusy={file.isPending} onCancel={onClose} save={say('fileGo')} />
      </Form>
    </SheetForm>
  );
}
