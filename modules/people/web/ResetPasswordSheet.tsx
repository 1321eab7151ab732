import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type EmployeeDetail, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { peopleWords } from '../locales/words.ts';
import { firstPassword } from './firstPassword.ts';
import './people.css';

/** A first password, made here and shown once: it is told in person, and all devices are signed out. */
export function ResetPasswordSheet(props: { person: EmployeeDetail; onClose: () => void }) {
  const { person, onClose } = props;
  const say = useWords(staffWords);
  const words = useWords(peopleWords);
  const tell = useTell();
  const [password] = useState(firstPassword);
  const [form] = Form.useForm<{ username?: string }>();
  const reset = useWriting(staffRoutes.resetPassword);
  const { id: employeeId, name, username } = person;
  const title = say(username ? 'resetTitle' : 'giveLoginTitle', { name });
  if (reset.data) {
    const copy =
      navigator.clipboard &&
      (() => void navigator.clipboard.writeText(password).then(() => tell(words('copied'))));
    return (
      <Sheet title={title} onClose={onClose}>
        <div className="person-key-sheet">
          <p>{say('passwordOnce', { name })}</p>
          <p>
            {words('username')} <strong>{reset.data.username}</strong>
          </p>
          <code className="person-key-secret">{password}</code>
          <div className="form-end">
            {copy && <Button onClick={copy}>{words('copy')}</Button>}
            <Button type="primary" onClick={onClose}>
              {words('done')}
            </Button>
          </div>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="person-key-sheet"
        onFinish={(typed) => reset.mutate({ params: { employeeId }, body: { ...typed, password } })}
      >
        <ProblemNote problem={reset.error} form={form} onAgain={reset.again} />
        <p>{say(username ? 'resetLead' : 'giveLoginLead', { name })}</p>
        {!username && (
          <Form.Item
            name="username"
            label={words('username')}
            extra={words('usernameHelp')}
            rules={[
              { required: true, pattern: /^[^\s@/]{2,60}$/, message: words('usernameWrong') },
            ]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={reset.isPending}>
            {say('makePassword')}
          </Button>
          <Button onClick={onClose}>{words('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
