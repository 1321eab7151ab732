import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type PostKey, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';

const points = [1, 2, 3, 4, 5];

/** Points for every quality of the post, as it is worded now (ORG-04). */
export function AssessSheet(props: {
  person: { id: string; name: string };
  postKey: PostKey;
  onClose: () => void;
}) {
  const { person, postKey, onClose } = props;
  const say = useWords(staffingWords);
  const tell = useTell();
  const [form] = Form.useForm<Record<string, number> & { note?: string }>();
  const { data } = useQuery(reading(staffingRoutes.listPosts, {}));
  const post = data?.items.find(({ key }) => key === postKey);
  const assess = useWriting(staffingRoutes.assess);
  const save = (typed: Record<string, unknown>) => {
    const scores = (post?.qualities ?? []).map(({ key }) => {
      return { quality: key, score: Number(typed[key]) };
    });
    const note = String(typed.note ?? '');
    assess.mutate(
      { params: { employeeId: person.id }, body: { postKey, scores, note } },
      {
        onSuccess: () => {
          tell(say('saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={say('assessTitle', { name: person.name, post: post?.name ?? '' })}
      onClose={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="staffing-sheet"
        onFinish={save}
      >
        <ProblemNote problem={assess.error} form={form} onAgain={assess.again} />
        {post?.qualities.map(({ key, name, meaning }) => (
          <Form.Item
            key={key}
            name={key}
            label={name}
            extra={meaning}
            rules={[{ required: true, message: say('need') }]}
          >
            <Radio.Group
              optionType="button"
              options={points.map((value) => ({ value, label: String(value) }))}
            />
          </Form.Item>
        ))}
        <Form.Item name="note" label={say('note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={assess.isPending}>
            {say('assess')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
