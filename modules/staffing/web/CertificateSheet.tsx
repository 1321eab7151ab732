import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { fileRoutes, type StoredFile } from '#modules/files/contract.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type Certificate, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';

interface Typed {
  name: string;
  number?: string;
  issuer?: string;
  issuedOn?: string;
  expiresOn?: string;
}

async function stored(file: File): Promise<string> {
  const path = pathOf(fileRoutes.add, {}, { name: file.name.slice(-200) });
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetch(path, { method: 'POST', body: file, headers });
  const answer = await response.json();
  if (response.status !== 201) throw new ApiProblem(response.status, answer);
  return (answer as StoredFile).id;
}

/** A certificate with its number, issuer, expiry and picture. */
export function CertificateSheet(props: {
  person: { id: string; name: string };
  /** The paper that the new one follows. */
  former?: Certificate;
  onClose: () => void;
}) {
  const { person, former, onClose } = props;
  const say = useWords(staffingWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const [file, setFile] = useState<File>();
  const [refused, setRefused] = useState<ApiProblem>();
  const add = useWriting(staffingRoutes.addCertificate, { touches: ['certificates'] });
  const renew = useWriting(staffingRoutes.renewCertificate, { touches: ['employees'] });
  const { error, again, isPending } = former ? renew : add;
  const save = async ({ name, number = '', issuer = '', issuedOn, expiresOn }: Typed) => {
    setRefused(undefined);
    const fileId = file ? await stored(file).catch(setRefused) : null;
    if (fileId === undefined) return;
    const dates = { issuedOn: issuedOn || null, expiresOn: expiresOn || null };
    const done = {
      onSuccess: () => {
        tell(say('saved'));
        onClose();
      },
    };
    const body = { number, issuer, ...dates, fileId };
    if (former) return renew.mutate({ params: { certificateId: former.id }, body }, done);
    add.mutate({ params: { employeeId: person.id }, body: { name, ...body } }, done);
  };
  return (
    <Sheet
      title={
        former
          ? say('renewTitle', { name: former.name })
          : `${say('addCertificate')} · ${person.name}`
      }
      onClose={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="staffing-sheet"
        initialValues={{ number: former?.number, issuer: former?.issuer }}
        onFinish={save}
      >
        <ProblemNote problem={refused ?? error} form={form} onAgain={again} />
        {former ? (
          <p className="soft">{say('renewLead')}</p>
        ) : (
          <Form.Item
            name="name"
            label={say('certificateName')}
            rules={[{ required: true, whitespace: true, message: say('need') }]}
          >
            <Input maxLength={80} autoFocus placeholder={say('certificateHint')} />
          </Form.Item>
        )}
        <Form.Item name="number" label={say('number')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="issuer" label={say('issuer')}>
          <Input maxLength={80} />
        </Form.Item>
        <div className="staffing-two-days">
          <Form.Item name="issuedOn" label={say('issuedOn')}>
            <DayField />
          </Form.Item>
          <Form.Item name="expiresOn" label={say('expiresOn')} extra={say('noEnd')}>
            <DayField />
          </Form.Item>
        </div>
        <Form.Item label={say('file')} htmlFor="staffing-file">
          <input
            id="staffing-file"
            type="file"
            accept="image/*,.pdf"
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
