import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { revealReasons } from '#modules/customers/contract.ts';
import { formatPhone } from '#shared/phones.ts';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { type ComplaintLevel, levelRoutes } from '../contract.ts';
import { useSay } from './said.ts';

type Whole = { complainantName: string; complainantPhone: string };

/** Name and phone masked, and whole for as long as the page stands once a reason is on record (ARC-10). */
export function Persons({ level }: { level: ComplaintLevel }) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const [whole, setWhole] = useState<Whole | null>(null);
  const { complainantName, complainantPhone } = whole ?? level;
  const mayAsk = level.mayReveal && whole === null;
  useHotkey(
    mayAsk ? { keys: 'r', label: say('reveal'), group: 'page', run: () => setAsking(true) } : null,
  );
  return (
    <>
      <span>
        {complainantName} {complainantPhone && formatPhone(complainantPhone)}
      </span>{' '}
      {mayAsk && (
        <Button size="small" onClick={() => setAsking(true)}>
          {say('reveal')}
        </Button>
      )}
      {isAsking && <AskSheet level={level} onClose={() => setAsking(false)} onShown={setWhole} />}
    </>
  );
}

function AskSheet(props: {
  level: ComplaintLevel;
  onClose: () => void;
  onShown: (whole: Whole) => void;
}) {
  const { level, onClose, onShown } = props;
  const say = useSay();
  const [form] = Form.useForm<{ reason: (typeof revealReasons)[number]; note?: string }>();
  const reveal = useWriting(levelRoutes.reveal, { touches: ['complaint-levels'] });
  return (
    <SheetForm title={say('reveal')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: 'contact' }}
        onFinish={({ reason, note }) =>
          reveal.mutate(
            {
              params: { complaintId: level.complaintId },
              body: { reason, ...(note?.trim() && { note: note.trim() }) },
            },
            {
              onSuccess: (whole) => {
                onShown(whole);
                onClose();
              },
            },
          )
        }
      >
        <ProblemNote problem={reveal.error} form={form} onAgain={reveal.again} />
        <Form.Item name="reason" label={say('revealReason')}>
          <Select
            options={revealReasons.map((value) => ({ value, label: say(`reason_${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={say('revealNote')}>
          <Input maxLength={200} />
        </Form.Item>
        <p className="soft">{say('revealShown')}</p>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            {say('reveal')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </SheetForm>
  );
}
