import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type PhoneExtension, telephonyRoutes } from '../contract.ts';
import { useSay } from './usePhoneWords.ts';

type Typed = BodyOf<typeof telephonyRoutes.setExtension>;
const touches = { touches: ['phone-extensions'] };

/** Whose telephone is which. */
export function ExtensionsCard() {
  const say = useSay();
  const [form] = Form.useForm<Typed>();
  const { data, error } = useQuery(reading(telephonyRoutes.extensions, {}));
  const query = { state: 'active', limit: 200 } as const;
  const people = useQuery(reading(peopleRoutes.listEmployees, { query }));
  const add = useWriting(telephonyRoutes.setExtension, touches);
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Card title={say('extensions')}>
      <p className="soft">{say('extensionsLead')}</p>
      <ProblemNote problem={error ?? add.error} form={form} onAgain={add.again} />
      {data?.items.length === 0 && (
        <EmptyState icon="phone" title={say('noExtensions')} next={say('noExtensionsNext')} />
      )}
      <ul className="phone-extensions">
        {data?.items.map((one) => (
          <Extension key={one.id} of={one} />
        ))}
      </ul>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => add.mutate({ body }, { onSuccess: () => form.resetFields() })}
      >
        <div className="form-pair">
          <Form.Item
            name="extension"
            label={say('extension')}
            rules={[
              ...needed,
              { pattern: /^[0-9A-Za-z*#_-]{1,20}$/, message: say('extensionWrong') },
            ]}
          >
            <Input maxLength={20} autoComplete="off" inputMode="tel" />
          </Form.Item>
          <Form.Item name="employeeId" label={say('colleague')} rules={needed}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={(people.data?.items ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={add.isPending}>
          {say('addExtension')}
        </Button>
      </Form>
    </Card>
  );
}

function Extension({ of }: { of: PhoneExtension }) {
  const say = useSay();
  const remove = useWriting(telephonyRoutes.removeExtension, touches);
  return (
    <li>
      <strong className="figures">{of.extension}</strong>
      <span>{of.employeeName}</span>
      <span className="soft">{of.orgUnitName}</span>
      <Button
        size="small"
        loading={remove.isPending}
        onClick={() => remove.mutate({ params: { phoneExtensionId: of.id } })}
      >
        {say('removeExtension')}
      </Button>
      <ProblemNote problem={remove.error} onAgain={remove.again} />
    </li>
  );
}
