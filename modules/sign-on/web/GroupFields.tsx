import { Button, Form, Input, Select } from 'antd';
import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import { signOnWords } from '../locales/words.ts';
import { useGivenRoles } from './useGivenRoles.ts';

/** Which role stands for which group of the provider. */
export function GroupFields() {
  const say = useWords(signOnWords);
  const roles = useGivenRoles();
  const groupClaim = Form.useWatch<string>('groupClaim');
  return (
    <>
      <Form.Item name="groupClaim" label={say('groupClaim')} extra={say('groupClaimHelp')}>
        <Input maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      {groupClaim && (
        <Form.List name="groupRoles">
          {(lines, { add, remove }) => (
            <>
              {lines.map(({ key, name }) => (
                <div key={key} className="sign-on-group">
                  <Form.Item
                    name={[name, 'group']}
                    rules={[{ required: true, whitespace: true, message: say('needGroup') }]}
                  >
                    <Input maxLength={200} aria-label={say('group')} placeholder={say('group')} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'roleKey']}
                    rules={[{ required: true, message: say('needRole') }]}
                  >
                    <Select aria-label={say('role')} placeholder={say('role')} options={roles} />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={say('removeGroup')}
                    icon={<Icon name="close" />}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button size="small" onClick={() => add()}>
                {say('addGroup')}
              </Button>
            </>
          )}
        </Form.List>
      )}
    </>
  );
}
