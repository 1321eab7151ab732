import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { paperKinds, paperRoutes } from '#modules/customers/contract.ts';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Archive } from '../contract.ts';
import { timelineWords } from '../locales/words-timeline.ts';

interface Typed {
  kind: (typeof paperKinds)[number];
  title?: string;
  note?: string;
  vehicleId?: string;
}

/** What a file most likely is: a picture a photo, sound a recording, else a form with a signature. */
const likelyKind = ({ type }: File): Typed['kind'] => {
  if (type.startsWith('image/')) return 'photo';
  return type.startsWith('audio/') ? 'recording' : 'signedForm';
};

/** Files a paper with the customer: taken with the camera in the workshop, chosen at the desk (ARC-08). */
export function PaperForm(props: {
  customerId: string;
  vehicles: Archive['vehicles'];
  onClose: () => void;
}) {
  const { customerId, vehicles, onClose } = props;
  const say = useWords(timelineWords);
  const language = useLanguage();
  const [form] = Form.useForm<Typed>();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isNoFile, setIsNoFile] = useState(false);
  const [isStoring, setIsStoring] = useState(false);
  const add = useWriting(paperRoutes.add);
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setIsNoFile(false);
    form.setFieldsValue({ kind: likelyKind(chosen), title: chosen.name.slice(0, 120) });
  };
  const save = async (typed: Typed) => {
    if (!file) return setIsNoFile(true);
    setIsStoring(true);
    setProblem(null);
    try {
      const { id: fileId } = await storeFile(file, language);
      await add.mutateAsync({ params: { customerId }, body: { ...typed, fileId } });
      onClose();
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setIsStoring(false);
    }
  };
  const cars = vehicles.map(({ id, plate, model }) => ({ value: id, label: `${plate} ${model}` }));
  return (
    <SheetForm title={say('file')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'signedForm' }}
        onFinish={(typed) => void save(typed)}
      >
        <ProblemNote problem={problem} form={form} />
        <Form.Item
          extra={say('fileHint')}
          validateStatus={isNoFile ? 'error' : undefined}
          help={isNoFile ? say('noFile') : undefined}
        >
          <label className="archive-file-button">
            <Icon name="upload" />
            <span>{say(file ? 'chooseOther' : 'choose')}</span>
            <input
              type="file"
              aria-label={say('choose')}
              className="visually-hidden"
              accept="image/*,application/pdf,audio/*"
              onChange={(event) => choose(event.target.files?.[0])}
            />
          </label>
          {file && <p className="archive-paper">{file.name}</p>}
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="kind" label={say('kind')}>
            <Select options={paperKinds.map((value) => ({ value, label: say(`what${value}`) }))} />
          </Form.Item>
          {cars.length > 0 && (
            <Form.Item name="vehicleId" label={say('owner')}>
              <Select allowClear options={cars} />
            </Form.Item>
          )}
        </div>
        <Form.Item name="title" label={say('title')}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={say('note')}>
          <Input.TextArea maxLength={1000} rows={3} />
        </Form.Item>
        <FormEnd isBusy={isStoring || add.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
