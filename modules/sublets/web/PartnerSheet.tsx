import { Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useLanguage } from '#web/useWords.ts';
import { type Partner, subletPartnerRoutes as routes } from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

type Typed = Pick<
  Partner,
  | 'name'
  | 'contactName'
  | 'contactPhone'
  | 'address'
  | 'trades'
  | 'qualification'
  | 'note'
  | 'isActive'
> & { qualificationUntil?: string };

/** A firm as it is on file. */
export function PartnerSheet({ of, onClose }: { of?: Partner; onClose: () => void }) {
  const { say } = useSubletWords();
  const [form] = Form.useForm<Typed>();
  const touches = { touches: ['sublet-partners'] };
  const add = useWriting(routes.add, touches);
  const change = useWriting(routes.change, touches);
  const language = useLanguage();
  const [paper, setPaper] = useState<File>();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  /** The copy goes up first; where it does not, what was typed stays. */
  const paperOf = async (): Promise<{ paperFileId?: string } | undefined> => {
    if (!paper) return {};
    try {
      return { paperFileId: (await storeFile(paper, language)).id };
    } catch (thrown) {
      const lost = { code: 'connection_lost', title: say('paperNotSent') };
      if (thrown instanceof ApiProblem) setProblem(thrown);
      else if (thrown instanceof TypeError) setProblem(new ApiProblem(0, lost));
      else throw thrown;
      return undefined;
    }
  };
  const submit = async ({ isActive, qualificationUntil, ...told }: Typed) => {
    setProblem(null);
    const copy = await paperOf();
    if (!copy) return;
    const body = { ...told, ...copy, qualificationUntil: qualificationUntil || null };
    if (!of) {
      add.mutate({ body }, { onSuccess: onClose });
      return;
    }
    const { version } = of;
    change.mutate(
      { params: { partnerId: of.id }, body: { ...body, isActive }, version },
      { onSuccess: onClose },
    );
  };
  return (
    <SheetForm title={say(of ? 'changePartner' : 'newPartner')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={of && { ...of, qualificationUntil: of.qualificationUntil ?? undefined }}
        onFinish={(typed) => void submit(typed)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={problem ?? add.error ?? change.error} form={form} />
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('required') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="trades" label={say('trades')}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="contactName" label={say('contactName')}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="contactPhone" label={say('contactPhone')}>
            <Input maxLength={40} inputMode="tel" />
          </Form.Item>
        </div>
        <Form.Item name="address" label={say('address')}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="qualification" label={say('qualification')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="qualificationUntil" label={say('qualificationUntil')}>
            <DayField />
          </Form.Item>
        </div>
        <Form.Item label={say('paper')} htmlFor="sublet-paper">
          <input
            id="sublet-paper"
            type="file"
            accept="image/*,.pdf"
            onChange={({ target }) => setPaper(target.files?.[0])}
          />
        </Form.Item>
        <Form.Item name="note" label={say('note')}>
          <Input maxLength={300} />
        </Form.Item>
        {of && (
          <Form.Item name="isActive" label={say('isActive')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
        <FormEnd isBusy={add.isPending || change.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
