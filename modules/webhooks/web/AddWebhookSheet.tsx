import { Button, Checkbox, Form, Input } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { webhookRoutes } from '../contract.ts';
import { publishedKinds } from '../contract-published.ts';
import { hookWords, kindNames } from '../locales/screens.ts';
import { SecretShown } from './SecretShown.tsx';

type Typed = BodyOf<typeof webhookRoutes.add>;

export function AddWebhookSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(hookWords);
  const names = kindNames[useLanguage()];
  const [form] = Form.useForm<Typed>();
  const add = useWriting(webhookRoutes.add);
  return (
    <Sheet title={say('add')} onClose={onClose}>
      {add.data ? (
        <SecretShown secret={add.data.secret} onDone={onClose} />
      ) : (
        <Form<Typed>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="hook-sheet"
          initialValues={{ kinds: ['serviceOrder.delivered', 'complaint.received'] }}
          onFinish={(body) => add.mutate({ body })}
        >
          <ProblemNote problem={add.error} form={form} onAgain={add.again} />
          <Form.Item
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('needName') }]}
          >
            <Input maxLength={60} placeholder={say('nameHint')} />
          </Form.Item>
          <Form.Item
            name="url"
            label={say('url')}
            rules={[{ required: true, whitespace: true, message: say('needUrl') }]}
          >
            <Input
              maxLength={500}
              placeholder={say('urlHint')}
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Form.Item>
          <Form.Item
            name="kinds"
            label={say('kinds')}
            rules={[{ required: true, message: say('needKinds') }]}
          >
            <Checkbox.Group
              className="hook-kinds"
              options={publishedKinds.map((kind) => ({ value: kind, label: names[kind] ?? kind }))}
            />
          </Form.Item>
          <div className="form-end">
            <Button onClick={onClose}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {say('save')}
            </Button>
          </div>
        </Form>
      )}
    </Sheet>
  );
}
