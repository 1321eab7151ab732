import { Button, Form, Input, Select } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type ComplaintLevel, levelRoutes as routes } from '../contract.ts';
import type { LevelStep } from '../lifecycle.ts';
import { useSay } from './said.ts';

const touches = ['complaint-levels', 'complaints'];

interface Typed {
  words: string;
  toUnitId?: string;
}

function useSending(level: ComplaintLevel, step: LevelStep) {
  const passUp = useWriting(routes.passUp, { touches });
  const takeOver = useWriting(routes.takeOver, { touches });
  const handDown = useWriting(routes.handDown, { touches });
  const at = {
    params: { complaintId: level.complaintId },
    ...(level.version !== null && { version: level.version }),
  };
  const sending = { passUp, takeOver, handDown }[step];
  const send = ({ words, toUnitId }: Typed, onSuccess: () => void) => {
    if (step === 'passUp') passUp.mutate({ ...at, body: { reason: words } }, { onSuccess });
    else if (step === 'takeOver') takeOver.mutate({ ...at, body: { words } }, { onSuccess });
    else {
      const body = { instructions: words, ...(toUnitId && { toUnitId }) };
      handDown.mutate({ ...at, body }, { onSuccess });
    }
  };
  return { send, problem: sending.error, again: sending.again, isBusy: sending.isPending };
}

const done = { passUp: 'moved', takeOver: 'taken', handDown: 'handed' } as const;
const label = {
  passUp: 'passUpReason',
  takeOver: 'takeOverWords',
  handDown: 'handDownWords',
} as const;

/** One step of a level: why it goes up, that one works on it here, or what is to be done below. */
export default function LevelSheet(props: {
  level: ComplaintLevel;
  step: LevelStep;
  onClose: () => void;
}) {
  const { level, step, onClose } = props;
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const { send, problem, again, isBusy } = useSending(level, step);
  const draft = useDraft<Typed>(`complaint-level.${level.complaintId}.${step}`, { words: '' });
  const title = step === 'passUp' ? say('passUpTo', { unit: level.above?.name ?? '' }) : say(step);
  const finish = (typed: Typed) =>
    send(typed, () => {
      draft.clear();
      tell(say(done[step]));
      onClose();
    });
  return (
    <SheetForm title={title} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ toUnitId: level.origin.id, ...draft.initial }}
        onValuesChange={(_, all) => draft.keep(all)}
        onFinish={finish}
      >
        <ProblemNote problem={problem} form={form} onAgain={again} />
        <p className="soft">{say(`${step}Note`)}</p>
        {step === 'handDown' && level.below.length > 1 && (
          <Form.Item name="toUnitId" label={say('handDownTo')}>
            <Select
              options={level.below.map((unit) => ({
                value: unit.id,
                label: `${say(`tier_${unit.tier}`)} · ${unit.name}`,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="words"
          label={say(label[step])}
          rules={
            step === 'takeOver' ? [] : [{ required: true, whitespace: true, message: say('need') }]
          }
        >
          <Input.TextArea
            className="grows"
            autoFocus
            rows={3}
            maxLength={step === 'handDown' ? 2000 : 1000}
          />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {say(step)}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </SheetForm>
  );
}
