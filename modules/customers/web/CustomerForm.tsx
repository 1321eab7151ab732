import { Form, Input, Select } from 'antd';
import { useCallback } from 'react';
import { birthdayInWords } from '#shared/birthdays.ts';
import type { BodyOf } from '#shared/route.ts';
import { call, useWriting } from '#web/api.ts';
import { DraftNote } from '#web/DraftNote.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type Language, useLanguage, useWords } from '#web/useWords.ts';
import {
  type Customer,
  channels,
  customerKinds,
  customerRoutes,
  salutations,
} from '../contract.ts';
import { customersWords } from '../locales/words.ts';
import './customers.css';
import { SideBySide } from './SideBySide.tsx';
import { changedOf, useMerging } from './useMerging.ts';

type Typed = BodyOf<typeof customerRoutes.add>;
const edited = [
  'name',
  'kind',
  'salutation',
  'address',
  'birthday',
  'wishes',
  'doNotMention',
  'preferredChannel',
  'callFrom',
  'callUntil',
];
const touches = ['archives', 'vehicles'];
const blank: Typed = { name: '', kind: 'person', salutation: '', preferredChannel: 'phone' };

const startOf = (customer: Customer, language: Language): Typed => {
  const { name, kind, salutation, address, wishes, doNotMention } = customer;
  const birthday = birthdayInWords(customer.birthday, language);
  const { preferredChannel, callFrom, callUntil } = customer;
  const told = { wishes, doNotMention, preferredChannel, callFrom, callUntil };
  return { name, kind, salutation, address, birthday, ...told };
};

interface FormProps {
  onDone: (customer: Customer) => void;
  onCancel: () => void;
}

/** A new customer: the name is enough, the rest is owed within two days (ARC-02). */
export function NewCustomerForm({ onDone, onCancel }: FormProps) {
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Typed>('customer.new', blank);
  const add = useWriting(customerRoutes.add, { touches });
  const save = (typed: Typed) =>
    add.mutate(
      { body: given(typed) },
      {
        onSuccess: (customer) => {
          draft.clear();
          onDone(customer);
        },
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft.initial}
      onValuesChange={(_, all) => draft.keep(all)}
      onFinish={save}
    >
      <DraftNote draft={draft} form={form} empty={blank} />
      <ProblemNote problem={add.error} form={form} onAgain={add.again} />
      <Fields />
      <FormEnd isBusy={add.isPending} onCancel={onCancel} />
    </Form>
  );
}

/** Only what was changed is sent; a colleague's change meanwhile stands beside one's own. */
export function EditCustomerForm(props: FormProps & { customer: Customer }) {
  const { customer, onDone, onCancel } = props;
  const say = useWords(customersWords);
  const [form] = Form.useForm<Typed>();
  const start = startOf(customer, useLanguage());
  const draft = useDraft<Typed>(`customer.${customer.id}`, start);
  const params = { customerId: customer.id };
  const read = useCallback(
    () => call(customerRoutes.read, { params: { customerId: customer.id } }),
    [customer.id],
  );
  const { base, conflicts, merge, choose } = useMerging(form, customer, read);
  const change = useWriting(customerRoutes.change, { touches });
  const save = (typed: Typed) => {
    const body = { ...changedOf(base, typed, edited), ...(typed.phone && { phone: typed.phone }) };
    change.mutate(
      { params, body, version: base.version },
      {
        onSuccess: (changed) => {
          draft.clear();
          onDone(changed);
        },
        onError: (problem) => {
          if (problem.status === 412) void merge(edited);
        },
      },
    );
  };
  const labels = {
    name: say('name'),
    kind: say('kind'),
    salutation: say('salutation'),
    address: say('address'),
    birthday: say('birthday'),
    wishes: say('wishes'),
    doNotMention: say('doNotMention'),
    preferredChannel: say('preferredChannel'),
    callFrom: say('callFrom'),
    callUntil: say('callUntil'),
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft.initial}
      onValuesChange={(_, all) => draft.keep(all)}
      onFinish={save}
    >
      <DraftNote draft={draft} form={form} empty={start} />
      <ProblemNote problem={change.error} form={form} onAgain={change.again} />
      <SideBySide conflicts={conflicts} labels={labels} onChoose={choose} />
      <Fields phone={customer.phone} />
      <FormEnd isBusy={change.isPending} onCancel={onCancel} />
    </Form>
  );
}

/** Empty fields of a new record are left out. */
const given = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value)) as Typed;

function Fields({ phone }: { phone?: string }) {
  const say = useWords(customersWords);
  const isCompany = Form.useWatch('kind') === 'company';
  const options = (keys: readonly string[], word: (key: string) => string) =>
    keys.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <div className="form-pair">
        <Form.Item
          name="name"
          label={say(isCompany ? 'companyName' : 'name')}
          rules={[{ required: true, whitespace: true, message: say('nameNeeded') }]}
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={say('phone')}>
          <Input
            maxLength={40}
            inputMode="tel"
            autoComplete="off"
            placeholder={phone ? say('phoneKept', { phone }) : undefined}
          />
        </Form.Item>
        <Form.Item name="kind" label={say('kind')}>
          <Select options={options(customerKinds, (key) => say(key as 'person'))} />
        </Form.Item>
        {!isCompany && (
          <Form.Item name="salutation" label={say('salutation')}>
            <Select
              options={options(salutations, (key) =>
                say(key === '' ? 'noSalutation' : (key as 'mr')),
              )}
            />
          </Form.Item>
        )}
      </div>
      <Form.Item name="address" label={say('address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {!isCompany && (
        <Form.Item name="birthday" label={say('birthday')} extra={say('birthdayHint')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="wishes" label={say('wishes')} extra={say('wishesHint')}>
        <Input.TextArea className="grows" rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="doNotMention" label={say('doNotMention')} extra={say('doNotMentionHint')}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <div className="form-three">
        <Form.Item name="preferredChannel" label={say('preferredChannel')}>
          <Select options={options(channels, (key) => say(`channel${key}` as 'channelphone'))} />
        </Form.Item>
        <Form.Item name="callFrom" label={say('callFrom')}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="callUntil" label={say('callUntil')}>
          <Input type="time" />
        </Form.Item>
      </div>
    </>
  );
}
