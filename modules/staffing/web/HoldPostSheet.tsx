import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Select } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type PostKey, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';

interface Typed {
  postKey: PostKey;
  isDedicated: boolean;
}
/** A person takes up a post, alone or beside another. */
export function HoldPostSheet(props: {
  person: { id: string; name: string };
  onClose: () => void;
}) {
  const { person, onClose } = props;
  const say = useWords(staffingWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const posts = useQuery(reading(staffingRoutes.listPosts, {}));
  const hold = useWriting(staffingRoutes.hold, { touches: ['posts', 'staffing'] });
  const save = (body: Typed) =>
    hold.mutate(
      { params: { employeeId: person.id }, body },
      {
        onSuccess: () => {
          tell(say('saved'));
          onClose();
        },
      },
    );
  return (
    <Sheet title={say('holdTitle', { name: person.name })} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="staffing-sheet"
        initialValues={{ isDedicated: false }}
        onFinish={save}
      >
        <ProblemNote problem={hold.error} form={form} onAgain={hold.again} />
        <Form.Item
          name="postKey"
          label={say('post')}
          rules={[{ required: true, message: say('need') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={posts.isPending}
            options={posts.data?.items.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </Form.Item>
        <Form.Item name="isDedicated" valuePropName="checked">
          <Checkbox>{say('isDedicated')}</Checkbox>
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={hold.isPending}>
            {say('hold')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
