import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { peopleRoutes } from '../contract.ts';
import { securityWords, sensitiveNames } from '../locales/security.ts';
import { peopleWords } from '../locales/words.ts';
import './people.css';

interface Typed {
  name: string;
  roleKey: string;
  days: number;
  isSensitive?: boolean;
}
const dayInMs = 86_400_000;

/** The secret stands on screen once, until the person says that it is kept. */
function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const say = useWords(peopleWords);
  const tell = useTell();
  // Without TLS browsers give no clipboard; the text can be selected in any case.
  const copy =
    navigator.clipboard &&
    (() => void navigator.clipboard.writeText(secret).then(() => tell(say('copied'))));
  return (
    <div className="person-key-sheet">
      <p>{say('secretOnce')}</p>
      <code className="person-key-secret">{secret}</code>
      <div className="form-end">
        {copy && <Button onClick={copy}>{say('copy')}</Button>}
        <Button type="primary" onClick={onDone}>
          {say('done')}
        </Button>
      </div>
    </div>
  );
}

export function AddKeySheet({ onClose }: { onClose: () => void }) {
  const say = useWords(peopleWords);
  const security = useWords(securityWords);
  const language = useLanguage();
  const names = sensitiveNames[language];
  const [form] = Form.useForm<Typed>();
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  const add = useWriting(peopleRoutes.addApiKey);
  const roleKey = Form.useWatch('roleKey', form);
  const sensitive = roles.data?.items.find(({ key }) => key === roleKey)?.sensitive ?? [];
  const save = ({ name, roleKey, days, isSensitive }: Typed) => {
    const expiresAt = new Date(now().getTime() + days * dayInMs).toISOString();
    const said = sensitive.length > 0 ? { isSensitive } : {};
    add.mutate({ body: { name, roleKey, expiresAt, ...said } });
  };
  return (
    <Sheet title={say('addKey')} onClose={onClose}>
      {add.data ? (
        <Secret secret={add.data.secret} onDone={onClose} />
      ) : (
        <Form<Typed>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="person-key-sheet"
          initialValues={{ days: 90 }}
          onFinish={save}
        >
          <ProblemNote problem={add.error} form={form} onAgain={add.again} />
          <Form.Item
            name="name"
            label={say('keyName')}
            rules={[{ required: true, whitespace: true, message: say('needKeyName') }]}
          >
            <Input maxLength={60} placeholder={say('keyNameHint')} />
          </Form.Item>
          <Form.Item
            name="roleKey"
            label={say('role')}
            rules={[{ required: true, message: say('needRole') }]}
          >
            <Radio.Group
              options={roles.data?.items.map(({ key, name }) => ({ value: key, label: name }))}
            />
          </Form.Item>
          {sensitive.length > 0 && (
            <Form.Item
              name="isSensitive"
              label={security('sensitive')}
              extra={security('sensitiveHelp', {
                list: sensitive
                  .map((one) => names[one] ?? one)
                  .join(language === 'en' ? ', ' : '、'),
              })}
              rules={[{ required: true, message: security('needSensitive') }]}
            >
              <Radio.Group
                options={[
                  { value: false, label: security('sensitiveNo') },
                  { value: true, label: security('sensitiveYes') },
                ]}
              />
            </Form.Item>
          )}
          <Form.Item name="days" label={say('expiresIn')}>
            <Radio.Group
              optionType="button"
              options={[30, 90, 365].map((days) => ({ value: days, label: say('days', { days }) }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {say('addKey')}
          </Button>
        </Form>
      )}
    </Sheet>
  );
}
