import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { consentPurposes } from '#modules/customers/contract.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { type RightsAct, type RightsRequest, rightsRoutes } from '../contract.ts';
import { rightsWords } from '../locales/words-requests.ts';

type Doing = Exclude<RightsAct, 'copy' | 'erase'>;

const given = (typed: object) => Object.fromEntries(Object.entries(typed).filter(([, v]) => v));

/** The few fields that a step wants, and the step. */
export function ActForm(props: { request: RightsRequest; act: RightsAct; onDone: () => void }) {
  const { request, onDone } = props;
  const act = props.act as Doing;
  const say = useWords(rightsWords);
  const [form] = Form.useForm<object>();
  const writing = useWriting(rightsRoutes[act], { touches: ['customers', 'archives'] });
  const submit = (typed: object) => {
    const params = { rightsRequestId: request.id };
    const body = act === 'correct' ? given(typed) : typed;
    const input = act === 'restrict' ? { params } : { params, body };
    writing.mutate(input as never, { onSuccess: onDone });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={act === 'refuse' ? { complainWay: say('complainWayUsual') } : {}}
      onFinish={submit}
    >
      <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
      <Fields act={act} />
      <div className="form-end">
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button
          type="primary"
          danger={act === 'refuse'}
          htmlType="submit"
          loading={writing.isPending}
        >
          {say(`act_${act}`)}
        </Button>
      </div>
    </Form>
  );
}

function Fields({ act }: { act: Doing }): ReactNode {
  const say = useWords(rightsWords);
  const rules = [{ required: true, whitespace: true, message: say('needed') }];
  const long = (maxLength: number, placeholder?: string) => (
    <Input.TextArea className="grows" maxLength={maxLength} placeholder={placeholder} />
  );
  switch (act) {
    case 'answer':
      return (
        <Form.Item name="answer" label={say('answeredWith')} rules={rules}>
          {long(1000, say('answerHint'))}
        </Form.Item>
      );
    case 'extend':
      return (
        <Form.Item
          name="reason"
          label={say('refuseReason')}
          rules={rules}
          extra={say('extendHint')}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      );
    case 'refuse':
      return (
        <>
          <Form.Item name="reason" label={say('refuseReason')} rules={rules}>
            {long(1000)}
          </Form.Item>
          <Form.Item name="complainWay" label={say('complainWay')} rules={rules}>
            {long(300)}
          </Form.Item>
        </>
      );
    case 'correct':
      return <Corrections />;
    case 'restrict':
      return <p>{say('restrictLead')}</p>;
    case 'withdraw':
      return (
        <Form.Item
          name="purposes"
          label={say('withdrawLead')}
          rules={[{ required: true, message: say('needed') }]}
        >
          <Checkbox.Group
            options={consentPurposes.map((value) => ({ value, label: say(`purpose${value}`) }))}
          />
        </Form.Item>
      );
    case 'assign':
      return <Colleague />;
  }
}

function Corrections() {
  const say = useWords(rightsWords);
  return (
    <>
      <p className="soft">{say('correctLead')}</p>
      <div className="form-pair">
        <Form.Item name="name" label={say('name')}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={say('newPhone')}>
          <Input maxLength={40} autoComplete="off" inputMode="tel" />
        </Form.Item>
      </div>
      <Form.Item name="address" label={say('address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function Colleague() {
  const say = useWords(rightsWords);
  const query = { state: 'active', limit: 200, permission: 'customers.export' } as const;
  const { data, isPending } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  const options = (data?.items ?? []).map(({ id, name, post }) => ({
    value: id,
    label: [name, post].filter(Boolean).join(' · '),
  }));
  return (
    <Form.Item
      name="employeeId"
      label={say('to')}
      rules={[{ required: true, message: say('needed') }]}
    >
      <Select options={options} loading={isPending} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
}
