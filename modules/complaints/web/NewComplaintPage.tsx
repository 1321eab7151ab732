import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { readPhone } from '#shared/phones.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type Address, useAddress } from '#web/useAddress.ts';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { type ComplaintMatch, complaintRoutes, type NewComplaint } from '../contract.ts';
import { channels, complaintKinds, replyWays, spokenChannels } from '../lifecycle.ts';
import { complaintWords } from '../locales/words.ts';
import { Chips } from './Chips.tsx';
import './complaints.css';
import './forms.css';
import { channelWords, wayWords } from '../locales/labels.ts';
import { MatchBox } from './MatchBox.tsx';
import { NodeField } from './NodeField.tsx';

const isSpoken = (channel?: string) =>
  (spokenChannels as readonly string[]).includes(channel ?? '');

interface Typed extends Omit<Partial<NewComplaint>, 'receiptTold' | 'isAnonymous'> {
  receiptTold?: 'told' | 'notYet';
  who?: 'named' | 'anonymous';
  typed?: string;
  chosen?: ComplaintMatch;
}

/** What another screen hands over in the address: a follow-up call, a car's card. */
const handedOver = ['customerId', 'vehicleId', 'orderId', 'sourceType', 'sourceId'] as const;
const handedIn = (address: Address) =>
  Object.fromEntries(handedOver.flatMap((key) => (address[key] ? [[key, address[key]]] : [])));

function bodyOf({ typed: _typed, chosen, who, receiptTold, ...fields }: Typed): NewComplaint {
  const linked = {
    ...(chosen?.customerId && { customerId: chosen.customerId }),
    ...(chosen?.vehicleId && { vehicleId: chosen.vehicleId }),
    ...(chosen?.order && { orderId: chosen.order.id }),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  const isAnonymous = who === 'anonymous';
  const isUntold = receiptTold === 'notYet' && !isAnonymous && isSpoken(fields.channel);
  return {
    ...Object.fromEntries(given),
    ...linked,
    ...(isUntold && { receiptTold }),
    ...(isAnonymous && { isAnonymous, complainantPhone: undefined, customerId: undefined }),
  } as NewComplaint;
}

/** The receiver is in one hand: the customer's words first, in a big box; the rest by one press each. */
export default function NewComplaintPage() {
  const say = useWords(complaintWords);
  const tell = useTell();
  const navigate = useNavigate();
  const [address] = useAddress();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Typed>('complaint.new', {
    channel: 'phone',
    who: 'named',
    receiptTold: 'told',
    ...address,
  });
  const [chosen, setChosen] = useState(draft.initial.chosen);
  const [typed, phone] = [Form.useWatch('typed', form), Form.useWatch('complainantPhone', form)];
  const [channel, kind] = [Form.useWatch('channel', form), Form.useWatch('kind', form)];
  const isAnonymous = Form.useWatch('who', form) === 'anonymous';
  const isPassedOn = channel === 'authority' || channel === 'social';
  const receive = useWriting(complaintRoutes.receive);
  const keep = (next: ComplaintMatch | undefined = chosen) =>
    draft.keep({ ...form.getFieldsValue(), chosen: next });
  const choose = (match: ComplaintMatch | undefined) => {
    setChosen(match);
    const { complainantName, complainantPhone } = form.getFieldsValue();
    const isMasked = match?.phone.includes('*');
    form.setFieldsValue({
      complainantName: complainantName || match?.customerName,
      complainantPhone: complainantPhone || (isMasked ? undefined : match?.phone),
    });
    draft.keep({ ...form.getFieldsValue(), chosen: match });
  };
  const submit = (fields: Typed) =>
    receive.mutate(
      { body: bodyOf({ ...handedIn(address), ...fields, chosen }) },
      {
        onSuccess: ({ id, number }) => {
          draft.clear();
          tell(say('kept', { number }));
          void navigate({ to: `/complaints/${id}`, replace: true });
        },
      },
    );
  const dropDraft = () => {
    draft.clear();
    setChosen(undefined);
    form.setFieldsValue({
      content: undefined,
      kind: undefined,
      classKey: undefined,
      who: 'named',
      receiptTold: 'told',
      complainantName: undefined,
      complainantPhone: undefined,
      aboutWhom: undefined,
      typed: undefined,
    });
  };
  return (
    <Page title={say('receiveOne')} note={say('formLead')}>
      <Form<Typed>
        form={form}
        name="complaint"
        className="complaint-form"
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(changed: Typed) => {
          // A class lies below its kind: another kind has others.
          if (changed.kind) form.setFieldValue('classKey', undefined);
          if (changed.who) {
            const complainantName = changed.who === 'anonymous' ? say('anonymousName') : undefined;
            form.setFieldsValue({ complainantName, complainantPhone: undefined });
          }
          keep();
        }}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {draft.isRestored && (
          <p className="complaint-draft-note">
            {say('draftKept')}
            <button type="button" className="complaint-plain-link" onClick={dropDraft}>
              {say('draftDrop')}
            </button>
          </p>
        )}
        <ProblemNote problem={receive.error} form={form} onAgain={receive.again} />
        <Form.Item
          name="content"
          label={say('content')}
          rules={[{ required: true, whitespace: true, message: say('needContent') }]}
        >
          <Input.TextArea
            autoFocus
            className="complaint-words-box"
            maxLength={4000}
            rows={6}
            placeholder={say('contentHint')}
          />
        </Form.Item>
        <Form.Item
          name="kind"
          label={say('kind')}
          rules={[{ required: true, message: say('needKind') }]}
        >
          <Chips label={say('kind')} options={complaintKinds.map((each) => [each, say(each)])} />
        </Form.Item>
        {kind && (
          <Form.Item name="classKey" label={say('pointClass')}>
            <NodeField tree="class" under={kind} />
          </Form.Item>
        )}
        <Form.Item
          name="who"
          label={say('anonymousWhether')}
          extra={isAnonymous ? say('receiptNobody') : undefined}
        >
          <Chips
            label={say('anonymousWhether')}
            options={[
              ['named', say('anonymousNo')],
              ['anonymous', say('anonymous')],
            ]}
          />
        </Form.Item>
        <div className="complaint-form-pair" hidden={isAnonymous}>
          <Form.Item
            name="complainantName"
            label={say('complainant')}
            rules={[{ required: true, whitespace: true, message: say('needComplainant') }]}
          >
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="complainantPhone"
            label={say('phone')}
            validateTrigger="onBlur"
            rules={[{ warningOnly: true, validator: warnOf(say('oddPhone')) }]}
          >
            <Input maxLength={40} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item
          name="typed"
          label={say('matchLabel')}
          extra={chosen ? undefined : say('matchHint')}
        >
          <Input maxLength={60} autoComplete="off" disabled={chosen !== undefined} />
        </Form.Item>
        <MatchBox typed={typed || phone || ''} chosen={chosen} onChoose={choose} />
        <Form.Item name="channel" label={say('channelLabel')}>
          <Chips
            label={say('channelLabel')}
            options={channels.map((each) => [each, say(channelWords[each])])}
          />
        </Form.Item>
        {isSpoken(channel) && !isAnonymous && (
          <Form.Item name="receiptTold" label={say('receiptWhether')} extra={say('receiptHint')}>
            <Chips
              label={say('receiptWhether')}
              options={[
                ['told', say('receiptAtOnce')],
                ['notYet', say('receiptNotYet')],
              ]}
            />
          </Form.Item>
        )}
        {isPassedOn && (
          <div className="complaint-form-pair">
            <Form.Item name="referenceNumber" label={say('referenceNumber')}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="referenceDueOn" label={say('referenceDueOn')}>
              <DayField />
            </Form.Item>
          </div>
        )}
        <div className="complaint-form-pair">
          <Form.Item name="aboutWhom" label={say('aboutWhom')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="replyBy" label={say('replyByLabel')}>
            <Chips
              label={say('replyByLabel')}
              options={replyWays.map((each) => [each, say(wayWords[each])])}
            />
          </Form.Item>
        </div>
        <div className="complaint-form-end">
          <Button type="primary" size="large" htmlType="submit" loading={receive.isPending}>
            {say('register1')}
          </Button>
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </div>
      </Form>
    </Page>
  );
}

/** Whoever complains leaves what number he will: it is taken as it is, and asked about where nobody could call it. */
const warnOf = (words: string) => async (_rule: unknown, typed: string | undefined) => {
  if (typed?.trim() && readPhone(typed).kind === 'faulty') throw new Error(words);
};
