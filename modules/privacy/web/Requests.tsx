import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { dateIn, instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { type RightsRequest, rightsRoutes } from '../contract.ts';
import { deskChecks, rightsChannels, rightsKinds } from '../lifecycle.ts';
import { rightsWords } from '../locales/words-requests.ts';
import { RequestCard } from './RequestCard.tsx';

/** What a customer asked for about his data, and the form for what he asks for now. */
export function Requests(props: {
  customerId: string;
  name: string;
  requests: readonly RightsRequest[];
  mayAdd: boolean;
  /** Those that are closed are not among them. */
  isOpenOnly?: boolean;
}) {
  const { customerId, name, requests, mayAdd, isOpenOnly } = props;
  const say = useWords(rightsWords);
  const [opened, setOpened] = useState<string>();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section>
      <h3>{say('requests')}</h3>
      {requests.length === 0 && !isAdding && (
        <p className="soft">{say(isOpenOnly ? 'allAnswered' : 'requestsNone')}</p>
      )}
      <ul className="privacy-requests">
        {requests.map((request) => (
          <li key={request.id}>
            <button
              type="button"
              aria-expanded={opened === request.id}
              onClick={() => setOpened(opened === request.id ? undefined : request.id)}
            >
              <strong>{say(request.kind)}</strong>
              <span className="privacy-wish">{request.wish}</span>
              <span className="soft">{say(request.state)}</span>
            </button>
            {opened === request.id && <RequestCard request={request} />}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewRequest customerId={customerId} name={name} onDone={() => setIsAdding(false)} />
      ) : (
        mayAdd && <Button onClick={() => setIsAdding(true)}>{say('newRequest')}</Button>
      )}
    </section>
  );
}

type Asked = BodyOf<typeof rightsRoutes.add>;
interface Typed extends Omit<Asked, 'receivedAt'> {
  receivedOn?: string;
}
const zone = 'Asia/Shanghai';

/** Who asked, how, how it was known that it is he, and what for in his words. */
function NewRequest(props: { customerId: string; name: string; onDone: () => void }) {
  const { customerId, name, onDone } = props;
  const say = useWords(rightsWords);
  const [form] = Form.useForm<Typed>();
  const add = useWriting(rightsRoutes.add, { touches: ['rights-requests'] });
  const today = dateIn(zone, now());
  const save = ({ receivedOn, ...asked }: Typed) => {
    // A letter may have lain for some days: its term began when it came.
    const isEarlier = receivedOn !== undefined && receivedOn !== '' && receivedOn < today;
    const receivedAt = isEarlier && instantAt(zone, receivedOn, '12:00').toISOString();
    const body: Asked = receivedAt ? { ...asked, receivedAt } : asked;
    add.mutate({ params: { customerId }, body }, { onSuccess: onDone });
  };
  const rules = [{ required: true, whitespace: true, message: say('needed') }];
  const pick = (field: 'kind' | 'channel' | 'identityBy', values: readonly string[]) => (
    <Form.Item name={field} label={say(field === 'identityBy' ? 'identity' : field)}>
      <Select options={values.map((value) => ({ value, label: say(value as Typed['kind']) }))} />
    </Form.Item>
  );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{
        kind: 'access',
        channel: 'inPerson',
        identityBy: 'idDocument',
        askedByName: name,
        receivedOn: today,
      }}
      onFinish={save}
    >
      <p className="soft">{say('newRequestLead')}</p>
      <ProblemNote problem={add.error} form={form} onAgain={add.again} />
      <div className="form-pair">
        {pick('kind', rightsKinds)}
        {pick('channel', rightsChannels)}
        {pick('identityBy', deskChecks)}
        <Form.Item name="askedByName" label={say('askedBy')} rules={rules}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="receivedOn" label={say('receivedOn')}>
          <DayField max={today} />
        </Form.Item>
      </div>
      <Form.Item name="wish" label={say('wish')} rules={rules}>
        <Input.TextArea className="grows" maxLength={1000} placeholder={say('wishHint')} />
      </Form.Item>
      <div className="form-end">
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {say('save')}
        </Button>
      </div>
    </Form>
  );
}
