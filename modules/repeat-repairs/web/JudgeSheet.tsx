import { Form, Input, Radio } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type RepeatRepair, repeatRepairRoutes as routes } from '../contract.ts';
import { type CauseKind, causeKinds, causes } from '../lifecycle.ts';
import { useRepeatWords } from './useRepeatWords.ts';

interface Typed {
  causeKind: CauseKind;
  cause?: string;
}
const ours = causeKinds.filter((kind) => causes[kind].isOurs);
const others = causeKinds.filter((kind) => !causes[kind].isOurs);

/** Why the repair did not hold; another cause than it is asked for its evidence, and only within the term. */
export function JudgeSheet({ repeat, onClose }: { repeat: RepeatRepair; onClose: () => void }) {
  const { say, sayOf } = useRepeatWords();
  const [form] = Form.useForm<Typed>();
  const writing = useWriting(routes.judge, { touches: ['service-orders'] });
  const chosen = Form.useWatch('causeKind', form);
  const { version, proofSource: source } = repeat;
  const isLate = !repeat.steps.some(({ step, allowed }) => step === 'proveOther' && allowed);
  const needsWords = chosen !== undefined && !causes[chosen].isOurs;
  const choices = (kinds: readonly CauseKind[], isOff: boolean) =>
    kinds.map((kind) => (
      <Radio key={kind} value={kind} disabled={isOff}>
        {sayOf('cause', kind)}
      </Radio>
    ));
  return (
    <SheetForm title={say('judge')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ causeKind: repeat.causeKind ?? undefined, cause: repeat.cause }}
        onFinish={({ causeKind, cause = '' }) =>
          writing.mutate(
            { params: { repeatRepairId: repeat.id }, body: { causeKind, cause }, version },
            { onSuccess: onClose },
          )
        }
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
        <Form.Item
          name="causeKind"
          label={say('causeKind')}
          rules={[{ required: true, message: say('required') }]}
        >
          <Radio.Group className="repeat-causes">
            <h3>{say('causeOurs')}</h3>
            <div className="repeat-choices">{choices(ours, false)}</div>
            <h3>{say('causeOthers')}</h3>
            {isLate && <p className="soft">{say('proofOver', { source })}</p>}
            <div className="repeat-choices">{choices(others, isLate)}</div>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="cause"
          label={say('causeWords')}
          rules={[{ required: needsWords, whitespace: needsWords, message: say('required') }]}
        >
          <Input.TextArea className="grows" rows={3} maxLength={500} />
        </Form.Item>
        <FormEnd isBusy={writing.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
