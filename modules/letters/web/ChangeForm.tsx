import { Form, Input } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type Letter, letterKinds, letterRoutes, letterWays } from '../contract.ts';
import { Choice, OwnWords } from './LetterForm.tsx';
import { End } from './StepForms.tsx';
import { touches, useSay } from './useSay.ts';

type Typed = BodyOf<typeof letterRoutes.change>;

/** A draft written anew; what is typed is kept until it is saved. */
export function ChangeForm({ letter, onDone }: { letter: Letter; onDone: () => void }) {
  const { id, version, kind, way, recipient, address, purpose, subject, body } = letter;
  const say = useSay();
  const [form] = Form.useForm<Typed>();
  const stood = { kind, way, recipient, address, purpose, subject, body };
  const draft = useDraft<Typed>(`letter.change.${id}.${version}`, stood);
  const change = useWriting(letterRoutes.change, touches);
  const save = (typed: Typed) =>
    change.mutate(
      { params: { letterId: id }, body: typed, version },
      {
        onSuccess: () => {
          draft.clear();
          onDone();
        },
      },
    );
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draft.initial}
      onValuesChange={(_, typed) => draft.keep(typed)}
      onFinish={save}
    >
      <ProblemNote problem={change.error} form={form} onAgain={change.again} />
      <Choice name="kind" of={letterKinds} />
      <Choice name="way" of={letterWays} />
      <Form.Item
        name="recipient"
        label={say('recipient')}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={say('address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <OwnWords />
      <End label={say('save')} isBusy={change.isPending} onCancel={onDone} />
    </Form>
  );
}
